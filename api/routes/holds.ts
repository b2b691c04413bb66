import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { roles } from '../../contracts/codes.js';
import { RogatoryError } from '../../contracts/errors.js';
import { routesOf, type RuleSet } from '../../rules/engine/index.js';
import {
  caseById,
  endPause,
  everything,
  holdForReader,
  holdsOfCase,
  pausesInForce,
  placeHold,
  placePause,
  releaseHold,
} from '../../store/index.js';
import { actOn, readerOf, seen } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { answers, withBody } from '../problem.js';
import { holdView, pauseView } from '../schemas/hold.js';
import { caseOf, caseParams } from './cases.js';
import { routeOf } from './routes.js';

const tags = ['holds'];
const reason = z.string().trim().min(10).max(4000);
const placed = z.object({ holdId: z.string(), at: z.string() }).meta({ id: 'HoldPlaced' });
const released = z
  .object({
    holdId: z.string(),
    lifted: z.boolean(),
    waitsFor: z.array(z.enum(roles)).readonly().describe('Who still has to sign.'),
  })
  .meta({ id: 'HoldReleased' });

/** Holds of cases, and pauses of channels: nothing is handed over while one stands, and every clock runs on (C.2). */
export const holdRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { read } = deps.store;

    app.post(
      '/cases/:caseId/holds',
      {
        config: { action: 'hold.place', audit: 'HOLD_PLACED' },
        schema: {
          tags,
          summary: 'Stop a case, or one of its routes, before anything more leaves',
          headers: postHeaders,
          params: caseParams,
          body: z
            .strictObject({
              kind: z.enum(['RIGHTS', 'LEGAL']),
              routeId: z.string().max(40).optional(),
              reason,
            })
            .meta({ id: 'HoldToPlace' }),
          response: answers(changeStatuses(changed(placed)), ...withBody),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { kind, routeId, reason: why } = request.body;
          const file = await caseOf(tx, request, request.params.caseId);
          const act = { ...actOn(request, at), reason: why };
          if (routeId !== undefined && (await routeOf(tx, request, routeId)).caseId !== file.id)
            throw new RogatoryError('NOT_FOUND');
          const { holdId } = await placeHold(tx, act, { caseId: file.id, routeId: routeId ?? null, kind });
          return { body: { holdId, at } };
        }),
    );

    app.get(
      '/cases/:caseId/holds',
      {
        config: { action: 'case.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Holds of a case, with who has signed their release',
          params: caseParams,
          response: answers({ 200: z.object({ rows: z.array(holdView).readonly() }) }),
        },
      },
      async (request) => {
        const file = await caseOf(read, request, request.params.caseId);
        return { rows: await holdsOfCase(read, file.id) };
      },
    );

    app.post(
      '/holds/:holdId/release',
      {
        config: { action: 'hold.release', audit: 'HOLD_RELEASE_SIGNED' },
        schema: {
          tags,
          summary:
            'Sign the release of a hold; a rights hold is lifted by legal adviser and head of office together',
          headers: postHeaders,
          params: z.strictObject({ holdId: z.string().max(40) }),
          body: z.strictObject({ reason }).meta({ id: 'HoldToRelease' }),
          response: answers(
            changeStatuses(changed(released)),
            ...withBody,
            'DECISION_SECOND_SAME',
            'ROUTE_STATE',
          ),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const hold = seen(await holdForReader(tx, readerOf(request), request.params.holdId));
          const { members } = await caseById(tx, hold.caseId);
          const owners = members.filter(({ access }) => access === 'OWNER').map(({ personId }) => personId);
          const act = { ...actOn(request, at, { drafterIds: owners }), reason: request.body.reason };
          const { lifted, waitsFor, woken } = await releaseHold(tx, act, { holdId: hold.id });
          return { body: { holdId: hold.id, lifted, waitsFor }, relays: woken };
        }),
    );

    app.post(
      '/pauses',
      {
        config: { action: 'pause.place', audit: 'HOLD_PLACED' },
        schema: {
          tags,
          summary: 'Stop a channel, a family of routes, or everything',
          headers: postHeaders,
          body: z
            .strictObject({
              channel: z.string().max(60).describe('P2P:INTERPOL, MLA, or EVERYTHING.'),
              reason: reason.describe('Without content of a case: everybody reads it.'),
            })
            .meta({ id: 'PauseToPlace' }),
          response: answers(
            changeStatuses(changed(z.object({ pauseId: z.string(), at: z.string() }))),
            ...withBody,
          ),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { channel, reason: why } = request.body;
          const act = { ...actOn(request, at), reason: why };
          refuseUnknown(deps.ruleSet, channel);
          return { body: { ...(await placePause(tx, act, { channel })), at } };
        }),
    );

    app.post(
      '/pauses/:pauseId/end',
      {
        config: { action: 'pause.end', audit: 'HOLD_LIFTED' },
        schema: {
          tags,
          summary: 'End a pause; what it held is tried again within a minute',
          headers: postHeaders,
          params: z.strictObject({ pauseId: z.string().max(40) }),
          body: z.strictObject({ reason }).meta({ id: 'PauseToEnd' }),
          response: answers(
            changeStatuses(changed(z.object({ pauseId: z.string(), woken: z.int() }))),
            ...withBody,
            'ROUTE_STATE',
          ),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const act = { ...actOn(request, at), reason: request.body.reason };
          const { pauseId } = request.params;
          return { body: { pauseId, ...(await endPause(tx, act, { pauseId })) } };
        }),
    );

    app.get(
      '/pauses',
      {
        config: { action: 'pause.list', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'What an operator has stopped',
          response: answers({ 200: z.object({ rows: z.array(pauseView).readonly() }) }),
        },
      },
      async () => ({ rows: await pausesInForce(read) }),
    );
  };

/** Throws BODY_INVALID for what is neither a route of the catalogue nor everything. */
function refuseUnknown({ catalogue }: RuleSet, channel: string): void {
  const known: readonly string[] = [everything, ...catalogue.routes.flatMap(routesOf)];
  if (known.includes(channel)) return;
  const detail = `"${channel}" is no route of the catalogue and not ${everything}.`;
  throw new RogatoryError('BODY_INVALID', { faults: [{ pointer: '/channel', detail }] });
}
