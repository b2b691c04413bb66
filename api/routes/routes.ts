import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Subject } from '../../authority/index.js';
import {
  approvalsOfRoute,
  arrivalsOf,
  asidesOfRoute,
  clocksOfRoute,
  dispatchesOfRoute,
  documentsOfRoute,
  evidenceOfRoute,
  gapsOfRoute,
  inFlightOf,
  commentsOfRoute,
  phoneApprovalsOf,
  outboxOfRoute,
  repliesOfRoute,
  reportsOfRoute,
  routeForReader,
  routesOfCase,
  warningsFor,
  withdrawalsOfRoute,
} from '../../store/index.js';
import type { Reading, RouteRecord } from '../../store/index.js';
import { readerOf, seen } from '../acting.js';
import type { AppDeps } from '../deps.js';
import { answers } from '../problem.js';
import { routeFileView, routeView } from '../schemas/route.js';
import { marked } from '../views.js';
import { caseOf, caseParams } from './cases.js';

export const routeParams = z.strictObject({ routeId: z.string().max(40) });

/** The route of an address, as the reader may see it. Throws NOT_FOUND also for what exists and may not be seen. */
export const routeOf = async (
  read: Reading,
  request: FastifyRequest,
  routeId: string,
): Promise<RouteRecord> => seen(await routeForReader(read, readerOf(request), routeId));

/** What the matrix reads of a route. Who signed, sent or received is checked again by the store, in the same transaction. */
export const subjectOf = ({ family, drafters }: RouteRecord): Subject => ({
  family,
  drafterIds: drafters,
  involvedIds: drafters,
});

/** Routes: where they stand, with documents, packets, clocks and evidence. */
export const routeRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { read } = deps.store;

    app.get(
      '/cases/:caseId/routes',
      {
        config: { action: 'case.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags: ['routes'],
          summary: 'Routes of a case',
          params: caseParams,
          response: answers({ 200: z.object({ rows: z.array(routeView).readonly() }) }),
        },
      },
      async (request) => {
        const found = await caseOf(read, request, request.params.caseId);
        return { rows: (await routesOfCase(read, found.id)).map((route) => marked(deps, route)) };
      },
    );

    app.get(
      '/routes/:routeId',
      {
        config: { action: 'case.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags: ['routes'],
          summary: 'One route, with what was drafted, sent, answered and received',
          params: routeParams,
          response: answers({ 200: routeFileView }),
        },
      },
      async (request) => {
        const route = await routeOf(read, request, request.params.routeId);
        return marked(deps, { ...route, ...(await fileOf(read, route)) });
      },
    );
  };

/** What was drafted, signed, packed, sent, answered, reported, timed and received on a route. */
async function fileOf(read: Reading, route: RouteRecord) {
  const { id: routeId } = route;
  const [documents, approvals, packets, dispatches, replies] = await Promise.all([
    documentsOfRoute(read, routeId),
    approvalsOfRoute(read, routeId),
    outboxOfRoute(read, routeId),
    dispatchesOfRoute(read, routeId),
    repliesOfRoute(read, routeId),
  ]);
  const [withdrawals, reports, clocks, evidence, enteredLater, approvedByPhone] = await Promise.all([
    withdrawalsOfRoute(read, routeId),
    reportsOfRoute(read, routeId),
    clocksOfRoute(read, routeId),
    evidenceOfRoute(read, routeId),
    inFlightOf(read, routeId),
    phoneApprovalsOf(read, routeId),
  ]);
  const [setAside, arrivals, returnComments, gaps] = await Promise.all([
    asidesOfRoute(read, routeId),
    arrivalsOf(read, routeId),
    commentsOfRoute(read, routeId),
    gapsOfRoute(read, routeId),
  ]);
  const warnings = dispatches.length === 0 ? await warningsFor(read, route) : [];
  return {
    warnings,
    documents,
    approvals,
    packets,
    dispatches,
    replies: replies.map((reply) => ({
      ...reply,
      arrivals: arrivals.filter(({ sameAs }) => sameAs === reply.id),
    })),
    gaps,
    setAside,
    withdrawals,
    reports,
    clocks,
    evidence,
    enteredLater,
    approvedByPhone,
    returnComments,
  };
}
