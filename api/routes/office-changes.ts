import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  listMachines,
  listOfficeChanges,
  listUnits,
  officeChangeById,
  proposeOfficeChange,
  settleOfficeChange,
  type Settling,
} from '../../store/index.js';
import { actOn, seen } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { page, pageOf, readCursor, writeCursor } from '../paging.js';
import { answers, withBody } from '../problem.js';
import {
  machineView,
  officeChangeBody,
  officeChangeView,
  officeProposedView,
  officeSettledView,
  unitView,
} from '../schemas/office-changes.js';
import { settleBody } from '../schemas/people-changes.js';

const tags = ['people'];
const changeParams = z.strictObject({ officeChangeId: z.string().max(40) });
const settledAnswers = answers(
  changeStatuses(changed(officeSettledView)),
  ...withBody,
  'PERSON_CHANGE_SELF',
  'OFFICE_CHANGE_REFUSED',
  'IDENTITY_TAKEN',
  'ENDED_BEFORE',
);
type SettleRequest = FastifyRequest<{
  Params: { officeChangeId: string };
  Body: z.infer<typeof settleBody>;
}>;

/** Units of the office and machines that are let in: founded, changed and closed by four eyes. */
export const officeChangeRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { read } = deps.store;

    app.get(
      '/units',
      {
        config: { action: 'people.readChanges', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Units of the office, open and closed',
          querystring: page,
          response: answers({ 200: pageOf(unitView) }, 'CURSOR_INVALID'),
        },
      },
      async (request) => pageById(request, await listUnits(read, fromCursor(request))),
    );

    app.get(
      '/machines',
      {
        config: { action: 'people.readChanges', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Machines that are or were let in, and what each may ask for',
          querystring: page,
          response: answers({ 200: pageOf(machineView) }, 'CURSOR_INVALID'),
        },
      },
      async (request) => pageById(request, await listMachines(read, fromCursor(request))),
    );

    app.get(
      '/office-changes',
      {
        config: { action: 'people.readChanges', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Changes of units and machines, newest first',
          querystring: page.extend({
            state: z.enum(['open', 'all']).default('open').describe('`open`: nobody has settled it.'),
          }),
          response: answers({ 200: pageOf(officeChangeView) }, 'CURSOR_INVALID'),
        },
      },
      async (request) => {
        const open = request.query.state === 'open';
        return pageById(request, await listOfficeChanges(read, { ...fromCursor(request), open }));
      },
    );

    app.post(
      '/office-changes',
      {
        config: { action: 'people.propose', audit: 'OFFICE_CHANGE_PROPOSED' },
        schema: {
          tags,
          summary: 'Propose a new unit or machine, or another name, unit, actions or end of one',
          description: 'Nothing changes before another administrator, or the head of office, confirms it.',
          headers: postHeaders,
          body: officeChangeBody,
          response: answers(
            changeStatuses(changed(officeProposedView)),
            ...withBody,
            'PERSON_CHANGE_SELF',
            'OFFICE_CHANGE_REFUSED',
          ),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { reason: why, ...asked } = request.body;
          const act = { ...actOn(request, at, { concernedIds: [] }, why), reason: why };
          const { changeId } = await proposeOfficeChange(tx, act, asked);
          return { body: { changeId, kind: asked.kind, id: asked.id, state: 'PROPOSED' } };
        }),
    );

    app.post(
      '/office-changes/:officeChangeId/confirm',
      {
        config: { action: 'people.confirm', audit: 'OFFICE_CHANGE_SETTLED' },
        schema: {
          tags,
          summary:
            'Confirm a change of a unit or a machine that another person proposed: it is so from now on',
          headers: postHeaders,
          params: changeParams,
          body: settleBody,
          response: settledAnswers,
        },
      },
      async (request, reply) => settle(request, reply, 'CONFIRMED'),
    );

    app.post(
      '/office-changes/:officeChangeId/refuse',
      {
        config: { action: 'people.confirm', audit: 'OFFICE_CHANGE_SETTLED' },
        schema: {
          tags,
          summary: 'Refuse a change of a unit or a machine, or take back one that you proposed',
          headers: postHeaders,
          params: changeParams,
          body: settleBody,
          response: settledAnswers,
        },
      },
      async (request, reply) => settle(request, reply, 'REFUSED'),
    );

    const settle = (request: SettleRequest, reply: Parameters<typeof change>[2], state: Settling) =>
      change(deps, request, reply, async (tx, at) => {
        const found = seen(await officeChangeById(tx, request.params.officeChangeId));
        const { id: changeId, kind, subjectId: id, proposedBy } = found;
        const concernedIds = state === 'CONFIRMED' ? [proposedBy] : [];
        const act = actOn(request, at, { concernedIds }, request.body.reason);
        await settleOfficeChange(tx, act, { changeId, state });
        return { body: { changeId, kind, id, state } };
      });
  };

type Paged = FastifyRequest<{ Querystring: z.infer<typeof page> }>;

function fromCursor(request: Paged): { after?: string; limit: number } {
  const after = readCursor(request);
  return { limit: request.query.limit, ...(after === null ? {} : { after }) };
}

const pageById = <Row extends { id: string }>(request: Paged, rows: Row[]) => ({
  rows,
  next: writeCursor(request, rows.length < request.query.limit ? null : (rows.at(-1)?.id ?? null)),
});
