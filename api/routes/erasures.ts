import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { erasureGrounds, roles } from '../../contracts/codes.js';
import { askErasure, erasuresForReader, secondErasure, type ErasureRecord } from '../../store/index.js';
import { actOn, readerOf, seen } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { answers, withBody } from '../problem.js';
import { caseOf, caseParams } from './cases.js';

const tags = ['erasure'];
const body = z
  .strictObject({
    ground: z.enum(erasureGrounds),
    endedOn: z.iso
      .date()
      .describe('Day on which retention, remedy periods and conditions of the sending State had ended.'),
    reason: z.string().trim().min(3).max(4000).describe('Stays for ever, so it names nobody.'),
  })
  .meta({ id: 'ErasureToAsk' });
const secondBody = z.strictObject({ erasureId: z.string().max(40) }).meta({ id: 'ErasureToSecond' });

const who = z.object({ personId: z.string(), role: z.enum(roles), at: z.string() });
const erasureView = z
  .object({
    id: z.string(),
    caseId: z.string(),
    ground: z.enum(erasureGrounds),
    endedOn: z.string(),
    reason: z.string(),
    asked: who,
    /** `null` while nobody stands behind it: nothing is erased yet. */
    done: who
      .extend({
        proof: z.looseObject({ dataKeyId: z.string(), ringKeyId: z.string(), wrappedSha256: z.string() }),
        proofDigest: z.string().describe('SHA-256 over the proof (RFC 8785); stands in the audit trail.'),
      })
      .nullable(),
  })
  .meta({ id: 'Erasure' });

const viewOf = ({ byPerson, role, at, second, ...rest }: ErasureRecord): z.infer<typeof erasureView> => ({
  ...rest,
  asked: { personId: byPerson, role, at },
  done: second && {
    personId: second.byPerson,
    role: second.role,
    at: second.at,
    proof: { ...second.proof },
    proofDigest: second.proofDigest,
  },
});

/** Erasure of a case: one person asks, another does it, and what is left can be shown (specification C.14-13, HR-23). */
export const erasureRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/cases/:caseId/erasure',
      {
        config: { action: 'case.askErasure', audit: 'ERASURE_ASKED' },
        schema: {
          tags,
          summary: 'Ask that a case be erased',
          headers: postHeaders,
          params: caseParams,
          body,
          response: answers(changeStatuses(changed(erasureView)), ...withBody, 'ERASURE_REFUSED'),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { reason, ...asked } = request.body;
          const { id: caseId } = await caseOf(tx, request, request.params.caseId);
          const act = { ...actOn(request, at), reason };
          return { body: viewOf(await askErasure(tx, act, { caseId, ...asked })) };
        }),
    );

    app.post(
      '/cases/:caseId/erasure/second',
      {
        config: { action: 'case.erase', audit: 'CASE_ERASED' },
        schema: {
          tags,
          summary: 'Stand behind an erasure: the key of the case is destroyed, for good',
          headers: postHeaders,
          params: caseParams,
          body: secondBody,
          response: answers(
            changeStatuses(changed(erasureView)),
            ...withBody,
            'DECISION_SECOND_SAME',
            'ERASURE_REFUSED',
          ),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const found = await caseOf(tx, request, request.params.caseId);
          const owners = found.members.filter(({ access }) => access === 'OWNER');
          const act = actOn(request, at, { drafterIds: owners.map(({ personId }) => personId) });
          const { erasureId } = request.body;
          return { body: viewOf(await secondErasure(tx, act, { caseId: found.id, erasureId })) };
        }),
    );

    app.get(
      '/cases/:caseId/erasure',
      {
        config: { action: 'case.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Erasures asked for, and what is left of an erased case',
          params: caseParams,
          response: answers({ 200: z.object({ rows: z.array(erasureView).readonly() }) }),
        },
      },
      async (request) => {
        const { caseId } = request.params;
        const found = await erasuresForReader(deps.store.read, readerOf(request), caseId);
        return { rows: seen(found).map(viewOf) };
      },
    );
  };
