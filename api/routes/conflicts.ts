import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { roles } from '../../contracts/codes.js';
import { RogatoryError } from '../../contracts/errors.js';
import {
  conflictForReader,
  declareConflict,
  endConflict,
  listConflicts,
  personById,
} from '../../store/index.js';
import type { CaseRecord, Reading } from '../../store/index.js';
import { actOn, personOf, readerOf, seen } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { page, pageOf, readCursor, writeCursor } from '../paging.js';
import { answers, withBody } from '../problem.js';
import { caseOf, caseParams } from './cases.js';

const tags = ['conflicts'];
const reason = z.string().trim().min(3).max(2000);
const personId = z.string().max(60);
const successorId = personId.optional().describe('Officer of the unit who takes over what the person owns.');
const ownBody = z.strictObject({ reason, successorId }).meta({ id: 'RecusalToDeclare' });
const otherBody = z.strictObject({ personId, reason, successorId }).meta({ id: 'ConflictToRecord' });
const declared = z.object({ conflictId: z.string(), caseId: z.string() }).meta({ id: 'ConflictDeclared' });
const ended = z.object({ conflictId: z.string(), endedAt: z.string() }).meta({ id: 'ConflictEnded' });
const conflictView = z
  .object({
    id: z.string(),
    caseId: z.string(),
    personId: z.string(),
    reason: z.string(),
    byPerson: z.string(),
    role: z.enum(roles),
    at: z.string(),
    needsOwner: z.boolean().describe('The person owns the case: name a successor.'),
    nobodyCanSign: z
      .array(z.string())
      .readonly()
      .describe('Open steps that nobody but this person could sign.'),
  })
  .meta({ id: 'Conflict' });

const onlookers = ['OVERSEER', 'AUDITOR'];

/** Throws SUCCESSOR_UNFIT for anybody but another active officer of the unit that owns the case. */
async function refuseUnfit(
  read: Reading,
  found: CaseRecord,
  leaving: string,
  successor?: string,
): Promise<void> {
  if (successor === undefined) return;
  const person = await personById(read, successor);
  const officer = person?.roles.some((role) => role === 'CASE_OFFICER' || role === 'DUTY_OFFICER') ?? false;
  if (!person?.active || !officer || person.unitId !== found.unitId || successor === leaving)
    throw new RogatoryError('SUCCESSOR_UNFIT');
}

/** Conflicts of interest: declared by whoever has one, or recorded by a supervisor; ended by a supervisor. */
export const conflictRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/cases/:caseId/recusal',
      {
        config: { action: 'conflict.declare', audit: 'CONFLICT_DECLARED' },
        schema: {
          tags,
          summary: 'Declare a conflict of interest of your own: you see nothing of the case from then on',
          headers: postHeaders,
          params: caseParams,
          body: ownBody,
          response: answers(changeStatuses(changed(declared)), ...withBody, 'SUCCESSOR_UNFIT'),
        },
      },
      async (request, reply) => declare(request, reply, personOf(request).id),
    );

    app.post(
      '/cases/:caseId/conflicts',
      {
        config: { action: 'conflict.record', audit: 'CONFLICT_DECLARED' },
        schema: {
          tags,
          summary: 'Record another person’s conflict of interest',
          headers: postHeaders,
          params: caseParams,
          body: otherBody,
          response: answers(changeStatuses(changed(declared)), ...withBody, 'SUCCESSOR_UNFIT'),
        },
      },
      async (request, reply) => declare(request, reply, request.body.personId),
    );

    const declare = (
      request: FastifyRequest<{ Params: { caseId: string }; Body: z.infer<typeof ownBody> }>,
      reply: Parameters<typeof change>[2],
      concerned: string,
    ) =>
      change(deps, request, reply, async (tx, at) => {
        const { reason: why, successorId: successor } = request.body;
        const found = await caseOf(tx, request, request.params.caseId);
        const person = seen(await personById(tx, concerned));
        const concernsOversight = person.roles.some((role) => onlookers.includes(role));
        const act = actOn(request, at, { unitId: found.unitId, concernsOversight }, why);
        await refuseUnfit(tx, found, person.id, successor);
        const input = {
          caseId: found.id,
          personId: person.id,
          ...(successor ? { successorId: successor } : {}),
        };
        const { conflictId } = await declareConflict(tx, { ...act, reason: why }, input);
        return { body: { conflictId, caseId: found.id } };
      });

    app.get(
      '/conflicts',
      {
        config: { action: 'conflict.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Open conflicts of interest in the cases you see, and what waits because of them',
          querystring: page,
          response: answers({ 200: pageOf(conflictView) }, 'CURSOR_INVALID'),
        },
      },
      async (request) => {
        const { limit } = request.query;
        const after = readCursor(request);
        const rows = await listConflicts(deps.store.read, readerOf(request), {
          limit,
          at: deps.clock().toISOString(),
          ...(after === null ? {} : { after }),
        });
        const next = rows.length < limit ? null : (rows.at(-1)?.id ?? null);
        return { rows, next: writeCursor(request, next) };
      },
    );

    app.post(
      '/conflicts/:conflictId/end',
      {
        config: { action: 'conflict.end', audit: 'CONFLICT_ENDED' },
        schema: {
          tags,
          summary: 'End a conflict of interest that there is not, or not any more',
          headers: postHeaders,
          params: z.strictObject({ conflictId: z.string().max(40) }),
          body: z.strictObject({ reason }),
          response: answers(changeStatuses(changed(ended)), ...withBody, 'ROUTE_STATE'),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { reason: why } = request.body;
          const found = seen(await conflictForReader(tx, readerOf(request), request.params.conflictId));
          const { unitId } = await caseOf(tx, request, found.caseId);
          const act = actOn(request, at, { unitId }, why);
          await endConflict(tx, { ...act, reason: why }, { conflictId: found.id });
          return { body: { conflictId: found.id, endedAt: at } };
        }),
    );
  };
