import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { RogatoryError, type ErrorCode } from '../../contracts/errors.js';
import { day } from '../../contracts/instants.js';
import { overrideFault } from '../../rules/engine/index.js';
import { overrideForReader, overridesOfCase, recordOverride, secondOverride } from '../../store/index.js';
import { actOn, readerOf, seen } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { proposeAnew } from '../determining.js';
import { postHeaders } from '../headers.js';
import { answers, withBody } from '../problem.js';
import { ownersOf, reason, withBothPersons } from '../second-person.js';
import { overrideView } from '../schemas/override.js';
import { proposalOf, proposalView } from '../schemas/proposal.js';
import { caseOf, caseParams } from './cases.js';

const tags = ['overrides'];
const body = z
  .strictObject({
    page: z.string().min(1).max(80).describe('A page of kind policy: GET /v1/rules.'),
    reason,
    expiresOn: day.describe('Last day on which the page is set aside.'),
  })
  .meta({ id: 'OverrideToRecord' });
const secondBody = z.strictObject({ reason: reason.optional() }).meta({ id: 'OverrideToSecond' });
const seconded = z.object({ ...overrideView.shape, proposal: proposalView }).meta({ id: 'OverrideSeconded' });

/** An override is for a case of the day; longer than this it is a change of the rules. */
const longestDays = 366;

const refusals = {
  UNKNOWN: 'OVERRIDE_UNKNOWN',
  LAW: 'OVERRIDE_OF_LAW',
  THIRD_PARTY: 'OVERRIDE_OF_REGISTER',
} as const satisfies Record<string, ErrorCode>;

/** Pages of policy set aside for a case: never law, never a third party's rule, always with an end and a second person. */
export const overrideRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/cases/:caseId/overrides',
      {
        config: { action: 'override.record', audit: 'OVERRIDE_RECORDED' },
        schema: {
          tags,
          summary: 'Set a page of policy aside for a case, until a day',
          headers: postHeaders,
          params: caseParams,
          body,
          response: answers(
            changeStatuses(changed(overrideView)),
            ...withBody,
            'DECISION_SELF',
            'OVERRIDE_UNKNOWN',
            'OVERRIDE_OF_LAW',
            'OVERRIDE_OF_REGISTER',
            'OVERRIDE_EXPIRY',
          ),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { page, expiresOn, reason: why } = request.body;
          const found = await caseOf(tx, request, request.params.caseId);
          const act = actOn(request, at, { drafterIds: ownersOf(found) }, why);
          const fault = overrideFault(deps.ruleSet, page);
          if (fault !== undefined) throw new RogatoryError(refusals[fault.why], { about: fault.says });
          refuseExpiry(expiresOn, at);
          const input = { caseId: found.id, page, reason: why, expiresOn };
          return { body: withBothPersons(await recordOverride(tx, act, input)) };
        }),
    );

    app.post(
      '/overrides/:overrideId/second',
      {
        config: { action: 'override.second', audit: 'OVERRIDE_SECONDED' },
        schema: {
          tags,
          summary: 'Stand behind another person’s override; only then it counts',
          headers: postHeaders,
          params: z.strictObject({ overrideId: z.string().max(40) }),
          body: secondBody,
          response: answers(
            changeStatuses(changed(seconded)),
            ...withBody,
            'DECISION_SELF',
            'DECISION_SECOND_SAME',
            'APPROVAL_STEP_CLOSED',
          ),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { reason: why } = request.body;
          const override = seen(await overrideForReader(tx, readerOf(request), request.params.overrideId));
          const found = await caseOf(tx, request, override.caseId);
          const act = actOn(request, at, { drafterIds: ownersOf(found) }, why);
          const made = await secondOverride(tx, act, { overrideId: override.id, reason: why ?? null });
          const proposal = await proposeAnew(deps, tx, { caseId: found.id, cause: 'DECISION', at });
          return { body: { ...withBothPersons(made), proposal: proposalOf(proposal) } };
        }),
    );

    app.get(
      '/cases/:caseId/overrides',
      {
        config: { action: 'case.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Overrides of a case, oldest first',
          params: caseParams,
          response: answers({ 200: z.object({ rows: z.array(overrideView).readonly() }) }),
        },
      },
      async (request) => {
        const found = await caseOf(deps.store.read, request, request.params.caseId);
        return { rows: (await overridesOfCase(deps.store.read, found.id)).map(withBothPersons) };
      },
    );
  };

function refuseExpiry(expiresOn: string, at: string): void {
  const today = at.slice(0, 10);
  const latest = new Date(Date.parse(today) + longestDays * 86_400_000).toISOString().slice(0, 10);
  if (today <= expiresOn && expiresOn <= latest) return;
  const faults = [{ pointer: '/expiresOn', detail: `from ${today} to ${latest}` }];
  throw new RogatoryError('OVERRIDE_EXPIRY', { about: latest, faults });
}
