import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { RogatoryError } from '../../contracts/errors.js';
import {
  activePlan,
  adoptionNeedsSupervisor,
  alertManyAccounts,
  caseById,
  choosePlan,
  determinationForReader,
  markAdopted,
  markStarted,
  planForReader,
  plansOfCase,
} from '../../store/index.js';
import type { PlanRecord, Reading } from '../../store/index.js';
import { actOn, readerOf, seen } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { changeHeaders, digestInIfMatch, etagOfDigest, postHeaders } from '../headers.js';
import { accountsOf } from '../naming-accounts.js';
import { answers, withBody } from '../problem.js';
import { planView, startedView } from '../schemas/plan.js';
import { marked } from '../views.js';
import { caseOf, caseParams } from './cases.js';

const tags = ['plans'];
const planParams = z.strictObject({ planId: z.string().max(40) });
const chooseBody = z
  .strictObject({
    determinationId: z.string().max(40),
    lots: z.union([z.literal('ALL'), z.array(z.string().max(200)).min(1).max(500)]),
  })
  .meta({ id: 'PlanChoice' });
const adoptBody = z
  .strictObject({
    basePlanDigest: z.string().max(100).describe('Digest of the running plan that was compared.'),
    reason: z.string().trim().min(3).max(2000),
  })
  .meta({ id: 'PlanAdoption' });

const planOf = async (read: Reading, request: FastifyRequest, planId: string): Promise<PlanRecord> =>
  seen(await planForReader(read, readerOf(request), planId));

/** Refuses a plan whose digest is not the one that was read. */
function refuseStale(request: FastifyRequest, plan: PlanRecord): void {
  if (digestInIfMatch(request) !== plan.digest)
    throw new RogatoryError('VERSION_STALE', { about: plan.digest });
}

/** Plans: choose lots of a determination, start, compare, adopt. */
export const planRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/cases/:caseId/plans',
      {
        config: { action: 'plan.choose', audit: 'PLAN_CHOSEN' },
        schema: {
          tags,
          summary: 'Choose lots of a determination',
          headers: postHeaders,
          params: caseParams,
          body: chooseBody,
          response: answers(
            changeStatuses(changed(planView)),
            ...withBody,
            'PLAN_NOTHING_CHOSEN',
            'PLAN_STATE',
          ),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { determinationId, lots } = request.body;
          const found = await caseOf(tx, request, request.params.caseId);
          const act = actOn(request, at, { unitId: found.unitId });
          const record = seen(await determinationForReader(tx, readerOf(request), determinationId));
          if (record.caseId !== found.id) throw new RogatoryError('NOT_FOUND');
          const plan = await choosePlan(tx, act, { caseId: found.id, determinationId, lots });
          return { body: marked(deps, planView.parse(plan)), etag: etagOfDigest(plan.digest) };
        }),
    );

    app.get(
      '/cases/:caseId/plans',
      {
        config: { action: 'case.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Plans of a case: running, drafts, proposals',
          params: caseParams,
          response: answers({ 200: z.object({ rows: z.array(planView).readonly() }) }),
        },
      },
      async (request) => {
        const found = await caseOf(deps.store.read, request, request.params.caseId);
        const plans = await plansOfCase(deps.store.read, found.id);
        return { rows: plans.map((plan) => marked(deps, plan)) };
      },
    );

    app.get(
      '/plans/:planId',
      {
        config: { action: 'case.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'One plan, and how it differs from the running one',
          params: planParams,
          response: answers({ 200: planView }),
        },
      },
      async (request, reply) => {
        const plan = await planOf(deps.store.read, request, request.params.planId);
        void reply.header('etag', etagOfDigest(plan.digest));
        return marked(deps, plan);
      },
    );

    app.post(
      '/plans/:planId/start',
      {
        config: { action: 'plan.start', audit: 'PLAN_STARTED' },
        schema: {
          tags,
          summary: 'Start the routes of a plan',
          headers: changeHeaders,
          params: planParams,
          response: answers(
            changeStatuses(changed(startedView)),
            ...withBody,
            'IF_MATCH_MISSING',
            'VERSION_STALE',
            'PLAN_STATE',
          ),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const plan = await planOf(tx, request, request.params.planId);
          const { unitId } = await caseById(tx, plan.caseId);
          const act = actOn(request, at, { unitId });
          refuseStale(request, plan);
          const { relay, ...started } = await markStarted(tx, act, { planId: plan.id });
          await alertManyAccounts(tx, act, accountsOf(deps, plan, at));
          return { body: marked(deps, startedView.parse(started)), relays: [relay] };
        }),
    );

    app.post(
      '/plans/:planId/adopt',
      {
        config: { action: 'plan.adopt', audit: 'PLAN_ADOPTED' },
        schema: {
          tags,
          summary: 'Put a proposed plan in the place of the running one',
          headers: changeHeaders,
          params: planParams,
          body: adoptBody,
          response: answers(
            changeStatuses(changed(startedView)),
            ...withBody,
            'IF_MATCH_MISSING',
            'VERSION_STALE',
            'PLAN_STATE',
            'PLAN_STALE',
            'ADOPTION_NEEDS_SUPERVISOR',
          ),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { basePlanDigest, reason } = request.body;
          const plan = await planOf(tx, request, request.params.planId);
          const { unitId } = await caseById(tx, plan.caseId);
          const subject = { unitId, anythingApproved: await adoptionNeedsSupervisor(tx, plan.caseId) };
          const act = actOn(request, at, subject, reason);
          refuseStale(request, plan);
          if ((await activePlan(tx, plan.caseId))?.digest !== basePlanDigest)
            throw new RogatoryError('PLAN_STALE');
          const input = { planId: plan.id, baseDigest: basePlanDigest };
          const { relay, ...adopted } = await markAdopted(tx, { ...act, reason }, input);
          await alertManyAccounts(tx, act, accountsOf(deps, plan, at));
          return { body: marked(deps, startedView.parse(adopted)), relays: [relay] };
        }),
    );
  };
