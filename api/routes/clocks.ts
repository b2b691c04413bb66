import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { instant } from '../../contracts/instants.js';
import {
  clocksIfSent,
  assumedCalendar,
  dayByDay,
  officesFor,
  tomorrow,
  type Derivation,
  type Offices,
} from '../../rules/engine/clocks/index.js';
import { calendarOfAddressee, type Registers } from '../../rules/engine/registers/index.js';
import { clocksOfCase, routesOfCase, type RouteRecord } from '../../store/index.js';
import type { AppDeps } from '../deps.js';
import { answers } from '../problem.js';
import { clockIfSentView, clockView, derivationShape } from '../schemas/clock.js';
import { caseOf, caseParams } from './cases.js';

const tags = ['record'];
const notSent = ['DRAFT', 'FIELDS_MISSING', 'CHECKS', 'APPROVAL', 'RETURNED', 'APPROVED', 'HANDED_OVER'];

/** Clocks of a case as objects: each with its derivation, and what would be due if everything left at an instant. */
export const clockRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { store, clock } = deps;
    app.get(
      '/cases/:caseId/clocks',
      {
        config: { action: 'case.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Every clock of the case, running or stopped, with its derivation day by day',
          params: caseParams,
          response: answers({ 200: z.object({ rows: z.array(clockView).readonly() }) }),
        },
      },
      async (request) => {
        const { id } = await caseOf(store.read, request, request.params.caseId);
        const clocks = await clocksOfCase(store.read, id);
        return {
          rows: clocks.map(({ event, rungs, derivation, ...kept }) => ({
            ...kept,
            startedBy: event,
            told: rungs.map(({ at, rung: { tell, what } }) => ({ at, tell, what })),
            ...countedView(derivationShape.parse(derivation), kept),
          })),
        };
      },
    );

    app.get(
      '/cases/:caseId/clocks/if-sent',
      {
        config: { action: 'case.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary:
            'What would be due if everything that waits left at an instant; tomorrow at this time unless said',
          params: caseParams,
          querystring: z.strictObject({ at: instant.optional() }),
          response: answers({ 200: z.object({ at: z.string(), rows: z.array(clockIfSentView).readonly() }) }),
        },
      },
      async (request) => {
        const { id, requestingState } = await caseOf(store.read, request, request.params.caseId);
        const { registers } = deps;
        const own: Offices = [calendarOf(registers, requestingState)];
        const at = request.query.at ?? tomorrow(clock().toISOString(), own);
        const waiting = (await routesOfCase(store.read, id)).filter(({ state }) => notSent.includes(state));
        return {
          at,
          rows: waiting.flatMap((route) =>
            rowsIfSent(route, at, own, calendarOf(registers, route.addressee)),
          ),
        };
      },
    );
  };

const calendarOf = (registers: Registers, name: string): Offices[0] =>
  calendarOfAddressee(registers, name) ?? assumedCalendar(name);

function rowsIfSent(
  route: RouteRecord,
  at: string,
  own: Offices,
  other: Offices[0],
): z.infer<typeof clockIfSentView>[] {
  return clocksIfSent(route.lot.terms.clocks, at, (term) => officesFor(term, own, other)).map(
    ({ term, instants }) => ({
      routeId: route.id,
      route: route.route,
      addressee: route.addressee,
      title: term.title,
      nature: term.nature,
      reference: term.reference,
      startsWith: term.starts === 'PRESERVED' ? 'PRESERVED' : 'DISPATCHED',
      ...countedView(instants.derivation, instants),
    }),
  );
}

function countedView(
  derivation: Derivation,
  { endsAt, provisional }: { endsAt: string; provisional: boolean },
) {
  const { from, amount, unit, rule, local } = derivation;
  const calendars = derivation.calendars.map(({ state, version }) => `${state} ${version}`);
  return { endsAt, provisional, local, rule, from, amount, unit, calendars, days: dayByDay(derivation) };
}
