import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { roles } from '../../contracts/codes.js';
import { delegationById, delegationsOf, endDelegation, registerDelegation } from '../../store/index.js';
import { actOn, personOf, seen } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { answers, withBody } from '../problem.js';
import { delegationView, inUtc, personId, reason, span } from '../schemas/people.js';
import { concerned } from './people.js';

const tags = ['people'];
const delegationBody = z
  .strictObject({
    fromPerson: personId.optional().describe('You, unless said.'),
    toPerson: personId,
    role: z.enum(roles),
    cases: z.array(z.string().max(40)).min(1).max(200).optional().describe('Only for these cases.'),
    ...span.shape,
    reason,
  })
  .meta({ id: 'DelegationToGive' });
const ended = z.object({ delegationId: z.string(), endedAt: z.string() }).meta({ id: 'DelegationEnded' });

/** Delegations: who stands in for whom, in one role, from and until an instant (specification C.2). */
export const delegationRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/delegations',
      {
        config: { action: 'self.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Delegations that you gave or took, now and to come',
          response: answers({ 200: z.object({ rows: z.array(delegationView).readonly() }) }),
        },
      },
      async (request) => ({
        rows: await delegationsOf(deps.store.read, personOf(request).id, deps.clock().toISOString()),
      }),
    );

    app.post(
      '/delegations',
      {
        config: { action: 'delegation.give', audit: 'DELEGATION_REGISTERED' },
        schema: {
          tags,
          summary: 'Let another person stand in for you, or for somebody of your unit',
          description: 'Who stands in sends `Acting-For`; both names stand under what is done so.',
          headers: postHeaders,
          body: delegationBody,
          response: answers(changeStatuses(changed(delegationView)), ...withBody, 'DELEGATION_REFUSED'),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { fromPerson = personOf(request).id, toPerson, role, cases = null, ...rest } = request.body;
          const act = actOn(request, at, { ...(await concerned(tx, fromPerson)), role });
          const input = { ...inUtc(rest), fromPerson, toPerson, role, cases, reason: rest.reason };
          return { body: await registerDelegation(tx, act, input) };
        }),
    );

    app.post(
      '/delegations/:delegationId/end',
      {
        config: { action: 'delegation.end', audit: 'DELEGATION_ENDED' },
        schema: {
          tags,
          summary: 'End a delegation before its time: giver, taker, or a supervisor of the unit',
          headers: postHeaders,
          params: z.strictObject({ delegationId: z.string().max(40) }),
          response: answers(changeStatuses(changed(ended)), ...withBody, 'ENDED_BEFORE'),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { id, fromPerson, toPerson } = seen(await delegationById(tx, request.params.delegationId));
          const { unitId } = await concerned(tx, fromPerson);
          await endDelegation(tx, actOn(request, at, { unitId, concernedIds: [fromPerson, toPerson] }), id);
          return { body: { delegationId: id, endedAt: at } };
        }),
    );
  };
