import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { leave, passWorkOn, personById, whyNotPassOn, workOf } from '../../store/index.js';
import { actOn, mayActOn, readerOf, seen } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { answers, withBody } from '../problem.js';
import { personId, reason } from '../schemas/people.js';
import { handedOverView, leftView, workView } from '../schemas/work.js';
import { concerned, personParams } from './people.js';

const tags = ['people'];
const handOverBody = z
  .strictObject({
    successorId: personId,
    cases: z
      .array(z.string().max(40))
      .min(1)
      .max(500)
      .optional()
      .describe('Only these cases; without them everything, duty included.'),
    leaves: z.boolean().default(false).describe('The person leaves with it.'),
    reason,
  })
  .meta({ id: 'WorkToHandOver' });

/** Handing over what lies with a person, and leaving. */
export const handOverRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/people/:personId/work',
      {
        config: { action: 'people.readWork', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'What lies with a person, and whether a successor could take it; changes nothing',
          params: personParams,
          querystring: z.strictObject({ successorId: personId.optional() }),
          response: answers({ 200: workView }),
        },
      },
      async (request) => {
        const { store, clock } = deps;
        const found = await personById(store.read, request.params.personId);
        const about = found && { unitId: found.unitId, concernedIds: [found.id] };
        const { id } = seen(about && mayActOn(request, about) ? found : null);
        const [at, reader] = [clock().toISOString(), readerOf(request)];
        const { successorId } = request.query;
        const unfit =
          successorId === undefined
            ? null
            : await whyNotPassOn(store.read, reader, { personId: id, successorId }, at);
        return { ...(await workOf(store.read, reader, id, at)), unfit };
      },
    );

    app.post(
      '/people/:personId/hand-over',
      {
        config: { action: 'people.handOver', audit: 'WORK_PASSED_ON' },
        schema: {
          tags,
          summary: 'Hand over what lies with a person: cases, requests and duty, in one act',
          description:
            'The successor signs nothing of what he or she takes over. See GET /v1/people/{personId}/work first.',
          headers: postHeaders,
          params: personParams,
          body: handOverBody,
          response: answers(
            changeStatuses(changed(handedOverView)),
            ...withBody,
            'HAND_OVER_UNFIT',
            'WORK_HELD',
            'PERSON_CHANGE_SELF',
          ),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { personId: from } = request.params;
          const { reason: why, leaves, ...named } = request.body;
          const act = { ...actOn(request, at, await concerned(tx, from), why), reason: why };
          const input = { ...named, personId: from, leaves };
          const done = await passWorkOn(tx, act, readerOf(request), input);
          return { body: { personId: from, successorId: named.successorId, ...done, left: leaves } };
        }),
    );

    app.post(
      '/people/:personId/departure',
      {
        config: { action: 'people.leave', audit: 'PERSON_LEFT' },
        schema: {
          tags,
          summary:
            'A person leaves: from now on he or she signs in nowhere, and nobody stands in for him or her',
          description: 'Who still holds work hands it over first, or leaves with the hand-over.',
          headers: postHeaders,
          params: personParams,
          body: z.strictObject({ reason }).meta({ id: 'Departure' }),
          response: answers(
            changeStatuses(changed(leftView)),
            ...withBody,
            'WORK_HELD',
            'PERSON_CHANGE_SELF',
            'ENDED_BEFORE',
          ),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { reason: why } = request.body;
          const { personId: from } = request.params;
          const act = { ...actOn(request, at, await concerned(tx, from), why), reason: why };
          await leave(tx, act, { personId: from });
          return { body: { personId: from, leftAt: at } };
        }),
    );
  };
