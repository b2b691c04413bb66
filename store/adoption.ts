import { RogatoryError } from '../contracts/errors.js';
import { caseWorkflowId } from '../contracts/ids.js';
import type { PlanDifference } from '../contracts/plan.js';
import type { PersonAct } from './actor.js';
import { lockCase } from './cases.js';
import { determinationById } from './determinations.js';
import { differenceOf, type Change } from './plan-difference.js';
import { createRoute, keepEnded, writePlanRoute } from './plan-routes.js';
import { activePlan, changesAgainst, planById, supersedeProposals, type PlanRecord } from './plans.js';
import { enqueue, type RelayRow } from './relay.js';
import type { Reading, Tx } from './tx.js';

export type PlanBegun = {
  plan: PlanRecord;
  /** Routes that begin with this plan. */
  routes: readonly { routeId: string; workflowId: string; lotKey: string }[];
  relay: RelayRow;
};

/** Starts the first plan of a case: its routes exist from here on. Throws NOT_FOUND and PLAN_STATE. */
export async function markStarted(
  tx: Tx,
  act: PersonAct,
  { planId }: { planId: string },
): Promise<PlanBegun> {
  const plan = await lockPlan(tx, planId);
  if (plan.state !== 'DRAFT' || (await activePlan(tx, plan.caseId))) throw wrongState(plan);
  return begin(tx, act, plan, null);
}

/**
 * Adopts a proposed plan in place of the one that runs. Throws PLAN_STALE when another took its place, PLAN_STATE, and
 * ADOPTION_NEEDS_SUPERVISOR when something was approved or sent already.
 */
export async function markAdopted(
  tx: Tx,
  act: PersonAct & { reason: string },
  { planId, baseDigest }: { planId: string; baseDigest: string },
): Promise<PlanBegun> {
  const plan = await lockPlan(tx, planId);
  const base = await activePlan(tx, plan.caseId);
  if (!base || base.digest !== baseDigest || plan.baseDigest !== base.digest)
    throw new RogatoryError('PLAN_STALE');
  if (plan.state !== 'PROPOSED') throw wrongState(plan);
  await refuseWithoutSupervisor(tx, act, plan.caseId);
  return begin(tx, act, plan, base);
}

async function lockPlan(tx: Tx, planId: string): Promise<PlanRecord> {
  const seen = await planById(tx, planId);
  if (!seen) throw new RogatoryError('NOT_FOUND', { internal: `plan ${planId}` });
  await lockCase(tx, seen.caseId);
  return (await planById(tx, planId)) ?? seen;
}

const wrongState = (plan: PlanRecord): RogatoryError =>
  new RogatoryError('PLAN_STATE', { about: `The plan is ${plan.state}.` });

/** Whether adopting needs a supervisor: something of the case was approved, or left the house. */
export async function adoptionNeedsSupervisor(read: Reading, caseId: string): Promise<boolean> {
  const sent = await read.db
    .selectFrom('outbox')
    .select('id')
    .where('caseId', '=', caseId)
    .limit(1)
    .executeTakeFirst();
  if (sent) return true;
  const approved = await read.db
    .selectFrom('votes')
    .innerJoin('approvalRounds as r', 'r.id', 'votes.roundId')
    .select('votes.id')
    .where('r.caseId', '=', caseId)
    .where('r.state', '=', 'OPEN')
    .where('votes.decision', '=', 'approve')
    .limit(1)
    .executeTakeFirst();
  return approved !== undefined;
}

async function refuseWithoutSupervisor(tx: Tx, { actor }: PersonAct, caseId: string): Promise<void> {
  if (actor.role === 'SUPERVISOR' || actor.role === 'DUTY_SUPERVISOR') return;
  if (await adoptionNeedsSupervisor(tx, caseId)) throw new RogatoryError('ADOPTION_NEEDS_SUPERVISOR');
}

/** Makes a plan the running one. The caller has checked that it may be, and locked the case. */
export async function begin(
  tx: Tx,
  act: PersonAct,
  plan: PlanRecord,
  base: PlanRecord | null,
): Promise<PlanBegun> {
  const { caseId } = plan;
  const determination = await determinationById(tx, plan.determinationId);
  const ruleSetDigest = determination?.ruleSetDigest ?? '';
  const changes = base ? await changesAgainst(tx, caseId, plan.lots, ruleSetDigest) : plan.lots.map(start);
  if (base) await tx.db.updateTable('plans').set({ state: 'SUPERSEDED' }).where('id', '=', base.id).execute();
  await supersedeProposals(tx, caseId);
  const difference = differenceOf(changes);
  const active = await activate(tx, act, plan, difference);
  const drafters = draftersOf(plan, act);
  const routes: { routeId: string; workflowId: string; lotKey: string }[] = [];
  for (const change of changes) {
    const started = change.effect === 'START' ? await createRoute(tx, act, plan, change.lot, drafters) : null;
    if (started) routes.push({ ...started, lotKey: change.lot.key });
    await writePlanRoute(tx, plan.id, change, started?.routeId, ruleSetDigest);
  }
  await keepEnded(tx, plan.id, base?.id);
  tx.audit({
    verb: base ? 'PLAN_ADOPTED' : 'PLAN_STARTED',
    act,
    subject: { kind: 'plan', id: plan.id },
    caseId,
    oldDigest: base?.digest ?? null,
    newDigest: plan.digest,
    body: { difference, routes },
  });
  const payload = {
    basePlanDigest: base?.digest ?? null,
    planId: plan.id,
    planDigest: plan.digest,
    ticketId: null,
  };
  const workflowId = caseWorkflowId(caseId);
  return {
    plan: active,
    routes,
    relay: await enqueue(tx, { caseId, workflowId, update: 'adoptPlan', payload, at: act.at }),
  };
}

const start = (lot: PlanRecord['lots'][number]): Change => ({ effect: 'START', lot });

/** Who chose the lots and who set them running drafted the requests, and sign none of them. */
const draftersOf = (plan: PlanRecord, act: PersonAct): string[] => [
  ...new Set([...(plan.chosenBy.kind === 'person' ? [plan.chosenBy.personId] : []), act.actor.personId]),
];

async function activate(
  tx: Tx,
  act: PersonAct,
  plan: PlanRecord,
  difference: PlanDifference,
): Promise<PlanRecord> {
  const reason = act.reason ?? null;
  const secrets = await tx.secrets.of(plan.caseId);
  await tx.db
    .updateTable('plans')
    .set({
      state: 'ACTIVE',
      activatedAt: act.at,
      activatedBy: JSON.stringify(act.actor),
      difference: JSON.stringify(difference),
      ...secrets.seal('plans', plan.id, { reason }),
    })
    .where('id', '=', plan.id)
    .execute();
  return { ...plan, state: 'ACTIVE', activatedAt: act.at, activatedBy: act.actor, difference, reason };
}
