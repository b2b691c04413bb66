import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { RogatoryError } from '../../contracts/errors.js';
import { day } from '../../contracts/instants.js';
import { decisionForReader, decisionsOfCase, recordDecision, secondDecision } from '../../store/index.js';
import type { Decision, DecisionRecorded, Tx } from '../../store/index.js';
import { actOn, readerOf, seen } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { proposeAnew } from '../determining.js';
import { decisionOf, valueOf } from '../dictionary.js';
import { postHeaders } from '../headers.js';
import { answers, withBody } from '../problem.js';
import { ownersOf, reason, withBothPersons } from '../second-person.js';
import { proposalOf, proposalView } from '../schemas/proposal.js';
import { decisionView } from '../schemas/case-file.js';
import { caseOf, caseParams } from './cases.js';

const tags = ['decisions'];
const body = z
  .strictObject({
    kind: z.string().min(1).max(80).describe('A kind of decision of the dictionary: GET /v1/facts.'),
    fact: z.string().max(120).optional().describe('Only where several facts are decisions of this kind.'),
    item: z.string().min(1).max(40).optional(),
    value: z.unknown(),
    document: z.strictObject({
      ref: z.string().trim().min(1).max(300).describe('Number of the order, form or letter.'),
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits')
        .optional(),
    }),
    decidedOn: day,
    reason,
  })
  .meta({ id: 'DecisionToRecord' });
const secondBody = z.strictObject({ reason: reason.optional() }).meta({ id: 'DecisionToSecond' });
const recorded = z.object({ ...decisionView.shape, proposal: proposalView }).meta({ id: 'DecisionRecorded' });

/** Decisions: the only way in which a fact that is somebody's decision comes into being. */
export const decisionRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/cases/:caseId/decisions',
      {
        config: { action: 'decision.record', audit: 'DECISION_RECORDED' },
        schema: {
          tags,
          summary: 'Record a decision with its document',
          headers: postHeaders,
          params: caseParams,
          body,
          response: answers(
            changeStatuses(changed(recorded)),
            ...withBody,
            'DECISION_KIND_UNKNOWN',
            'DECISION_SELF',
            'FACT_VALUE_INVALID',
            'ITEM_UNKNOWN',
          ),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { kind, document, item, decidedOn, reason, value } = request.body;
          const found = await caseOf(tx, request, request.params.caseId);
          const { fact, by, second } = decisionOf(deps.ruleSet, kind, request.body.fact);
          const act = actOn(request, at, { namedRoles: by, drafterIds: ownersOf(found) }, reason);
          refuseTomorrow(decidedOn, at);
          refuseScope(fact, item);
          const checked = valueOf(deps.ruleSet, { fact: fact.id, known: true, value, source: document.ref });
          if ('fault' in checked) throw invalidValue(checked.fault);
          const written = await recordDecision(tx, act, {
            caseId: found.id,
            kind,
            fact: fact.id,
            item: item ?? null,
            value: checked.value,
            documentRef: document.ref,
            ...(document.sha256 === undefined ? {} : { documentSha256: document.sha256 }),
            decidedOn,
            reason,
            secondRoles: second ?? null,
          });
          return answerWith(deps, tx, at, written);
        }),
    );

    app.post(
      '/decisions/:decisionId/second',
      {
        config: { action: 'decision.second', audit: 'DECISION_SECONDED' },
        schema: {
          tags,
          summary: 'Confirm another person’s decision; only then it is a fact',
          headers: postHeaders,
          params: z.strictObject({ decisionId: z.string().max(40) }),
          body: secondBody,
          response: answers(
            changeStatuses(changed(recorded)),
            ...withBody,
            'DECISION_SELF',
            'DECISION_SECOND_SAME',
            'APPROVAL_STEP_CLOSED',
          ),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { reason } = request.body;
          const decision = seen(await decisionForReader(tx, readerOf(request), request.params.decisionId));
          const found = await caseOf(tx, request, decision.caseId);
          const namedRoles = decision.secondRoles ?? [];
          refuseSame(request.person?.id, decision);
          const act = actOn(request, at, { namedRoles, drafterIds: ownersOf(found) }, reason);
          const input = { decisionId: decision.id, reason: reason ?? null };
          return answerWith(deps, tx, at, await secondDecision(tx, act, input));
        }),
    );

    app.get(
      '/cases/:caseId/decisions',
      {
        config: { action: 'case.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Decisions of a case, oldest first',
          params: caseParams,
          response: answers({ 200: z.object({ rows: z.array(decisionView).readonly() }) }),
        },
      },
      async (request) => {
        const found = await caseOf(deps.store.read, request, request.params.caseId);
        return { rows: (await decisionsOfCase(deps.store.read, found.id)).map(withBothPersons) };
      },
    );
  };

/** The decision, and what it means for the plan that runs once it is effective. */
async function answerWith(deps: AppDeps, tx: Tx, at: string, { decision, relays }: DecisionRecorded) {
  const { caseId, effective } = decision;
  const proposal = effective
    ? await proposeAnew(deps, tx, { caseId, cause: 'DECISION', at })
    : ({ state: 'NOTHING_CHANGES' } as const);
  return { body: { ...withBothPersons(decision), proposal: proposalOf(proposal) }, relays };
}

function refuseSame(personId: string | undefined, { byPerson, secondRoles }: Decision): void {
  if (personId === byPerson)
    throw new RogatoryError('DECISION_SECOND_SAME', { about: (secondRoles ?? []).join(' or ') });
}

// It may be tomorrow already where the decision was made.
const furthestZoneHours = 14;

function refuseTomorrow(decidedOn: string, at: string): void {
  const latest = new Date(Date.parse(at) + furthestZoneHours * 3_600_000).toISOString().slice(0, 10);
  if (decidedOn <= latest) return;
  const faults = [{ pointer: '/decidedOn', detail: 'This day has not come yet.' }];
  throw new RogatoryError('BODY_INVALID', { faults });
}

function refuseScope({ id, scope }: { id: string; scope: 'case' | 'item' }, item: string | undefined): void {
  if ((scope === 'item') === (item !== undefined)) return;
  const about =
    scope === 'item' ? `"${id}" is decided for an item: name it.` : `"${id}" is decided for the case.`;
  throw new RogatoryError('ITEM_UNKNOWN', { about, faults: [{ pointer: '/item', detail: about }] });
}

const invalidValue = (about: string): RogatoryError =>
  new RogatoryError('FACT_VALUE_INVALID', { about, faults: [{ pointer: '/value', detail: about }] });
