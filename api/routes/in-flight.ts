import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { measures } from '../../contracts/codes.js';
import { RogatoryError } from '../../contracts/errors.js';
import { confirmInFlight, enterInFlight } from '../../store/index.js';
import { actOn } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { clocksFromThen, determinationFor, lotOf, toldApproval } from '../in-flight.js';
import { answers, withBody } from '../problem.js';
import { inFlightView, sentOutside, told } from '../schemas/in-flight.js';
import { marked } from '../views.js';
import { caseOf, caseParams } from './cases.js';
import { routeOf, routeParams, subjectOf } from './routes.js';

const body = z
  .strictObject({
    route: z
      .string()
      .max(60)
      .describe('A route of the catalogue, with its variant: MLA:BUDAPEST, P2P:G7_24_7.'),
    measure: z.enum(measures),
    addressee: z.string().trim().min(1).max(200),
    items: z.array(z.string().max(40)).min(1).max(200),
    ...sentOutside,
    approval: told.optional(),
  })
  .meta({ id: 'InFlightToEnter' });

/** Requests that were sent outside Rogatory before they were entered (C.2). */
export const inFlightRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/cases/:caseId/routes/in-flight',
      {
        config: { action: 'inFlight.enter', audit: 'ENTERED_LATER' },
        schema: {
          tags: ['routes'],
          summary: 'Enter a request that was sent on paper; its clocks run from the day it left',
          description:
            'The route begins at the wait for an answer. Deadlines that have passed say so at once; of the steps of a ladder that lie in the past only the last is told. No approval is made up: the record says that it was sent outside, by whom it was entered and who confirmed it.',
          headers: postHeaders,
          params: caseParams,
          body,
          response: answers(
            changeStatuses(changed(inFlightView)),
            ...withBody,
            'DISPATCH_IN_FUTURE',
            'ITEM_UNKNOWN',
            'ROUTE_STATE',
            'DETERMINATION_REFUSED',
            'CASE_TOO_LARGE',
          ),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { approval, reason, ...sent } = request.body;
          const file = await caseOf(tx, request, request.params.caseId);
          const act = { ...actOn(request, at, { unitId: file.unitId }), reason };
          const sentAt = new Date(sent.sentAt).toISOString();
          if (Date.parse(sentAt) > Date.parse(at)) throw new RogatoryError('DISPATCH_IN_FUTURE');
          const determination = await determinationFor(deps, tx, act, file);
          const lot = await lotOf(deps, tx, determination, file, sent);
          const about = { act, sentAt, pointer: '/approval' };
          const entered = await enterInFlight(tx, act, {
            ...{ caseId: file.id, determinationId: determination.id, lot, sentAt },
            ...{ means: sent.means, reference: sent.reference, scanSha256: sent.scanSha256 },
            approval: approval ? await toldApproval(tx, approval, about) : null,
          });
          const { routeId, plan, relay, routes } = entered;
          const clocks = clocksFromThen(deps, lot, {
            requestingState: file.requestingState,
            sentAt,
            now: at,
          });
          return {
            body: marked(deps, {
              ...{ caseId: file.id, routeId, planId: plan.id, sentAt, clocks, next },
              workflowId: routes.find((one) => one.routeId === routeId)?.workflowId ?? '',
              determined: lot.basis.length > 0,
            }),
            relays: [relay],
          };
        }),
    );

    app.post(
      '/routes/:routeId/in-flight/confirmation',
      {
        config: { action: 'inFlight.confirm', audit: 'ENTERED_LATER_CONFIRMED' },
        schema: {
          tags: ['routes'],
          summary: 'Stand behind a request that another person entered later, its scan in hand',
          headers: postHeaders,
          params: routeParams,
          response: answers(
            changeStatuses(changed(z.object({ routeId: z.string(), at: z.string() }))),
            ...withBody,
            'DECISION_SECOND_SAME',
            'ROUTE_STATE',
          ),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const route = await routeOf(tx, request, request.params.routeId);
          await confirmInFlight(tx, actOn(request, at, subjectOf(route)), route.id);
          return { body: { routeId: route.id, at } };
        }),
    );
  };

const next = 'Upload the scan to the route; then a second person confirms the entry.';
