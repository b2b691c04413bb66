import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  listPersonChanges,
  personChangeById,
  proposePersonChange,
  settlePersonChange,
  type Settling,
} from '../../store/index.js';
import { actOn, seen } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { page, pageOf, readCursor, writeCursor } from '../paging.js';
import { answers, withBody } from '../problem.js';
import { changeBody, changeView, proposedView, settleBody, settledView } from '../schemas/people-changes.js';

const tags = ['people'];
const changeParams = z.strictObject({ changeId: z.string().max(40) });
const refusals = ['PERSON_CHANGE_SELF', 'PERSON_CHANGE_REFUSED'] as const;
const settledAnswers = answers(
  changeStatuses(changed(settledView)),
  ...withBody,
  ...refusals,
  'IDENTITY_TAKEN',
  'ENDED_BEFORE',
);

/** New persons, and other units, roles or accounts for those who are here: by four eyes. */
export const peopleChangeRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/people-changes',
      {
        config: { action: 'people.readChanges', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Changes of persons, newest first, each beside what is so now',
          querystring: page.extend({
            state: z.enum(['open', 'all']).default('open').describe('`open`: nobody has settled it.'),
          }),
          response: answers({ 200: pageOf(changeView) }, 'CURSOR_INVALID'),
        },
      },
      async (request) => {
        const { limit, state } = request.query;
        const after = readCursor(request);
        const filter = { limit, open: state === 'open', ...(after === null ? {} : { after }) };
        const rows = await listPersonChanges(deps.store.read, filter);
        return { rows, next: writeCursor(request, rows.length < limit ? null : (rows.at(-1)?.id ?? null)) };
      },
    );

    app.post(
      '/people-changes',
      {
        config: { action: 'people.propose', audit: 'PERSON_CHANGE_PROPOSED' },
        schema: {
          tags,
          summary: 'Propose a new person, or another unit, name, roles or account for one',
          description: 'Nothing changes before another administrator, or the head of office, confirms it.',
          headers: postHeaders,
          body: changeBody,
          response: answers(changeStatuses(changed(proposedView)), ...withBody, ...refusals),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { personId, reason: why, ...proposed } = request.body;
          const act = { ...actOn(request, at, { concernedIds: [personId] }, why), reason: why };
          const { changeId } = await proposePersonChange(tx, act, { personId, change: proposed });
          return { body: { changeId, personId, state: 'PROPOSED' } };
        }),
    );

    app.post(
      '/people-changes/:changeId/confirm',
      {
        config: { action: 'people.confirm', audit: 'PERSON_CHANGE_SETTLED' },
        schema: {
          tags,
          summary: 'Confirm a change that another person proposed: it is so from now on',
          headers: postHeaders,
          params: changeParams,
          body: settleBody,
          response: settledAnswers,
        },
      },
      async (request, reply) => settle(request, reply, 'CONFIRMED'),
    );

    app.post(
      '/people-changes/:changeId/refuse',
      {
        config: { action: 'people.confirm', audit: 'PERSON_CHANGE_SETTLED' },
        schema: {
          tags,
          summary: 'Refuse a change, or take back one that you proposed',
          headers: postHeaders,
          params: changeParams,
          body: settleBody,
          response: settledAnswers,
        },
      },
      async (request, reply) => settle(request, reply, 'REFUSED'),
    );

    const settle = (
      request: FastifyRequest<{ Params: { changeId: string }; Body: z.infer<typeof settleBody> }>,
      reply: Parameters<typeof change>[2],
      state: Settling,
    ) =>
      change(deps, request, reply, async (tx, at) => {
        const {
          id: changeId,
          personId,
          proposedBy,
        } = seen(await personChangeById(tx, request.params.changeId));
        const concernedIds = state === 'CONFIRMED' ? [personId, proposedBy] : [personId];
        const act = actOn(request, at, { concernedIds }, request.body.reason);
        await settlePersonChange(tx, act, { changeId, state });
        return { body: { changeId, personId, state } };
      });
  };
