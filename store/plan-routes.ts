import type { Lot } from '../contracts/determination.js';
import { routeWorkflowId } from '../contracts/ids.js';
import type { Act } from './actor.js';
import { newId } from './ids.js';
import type { Change } from './plan-difference.js';
import type { PlanRecord } from './plans.js';
import { sliceDigestOf } from './slice.js';
import type { Reading, Tx } from './tx.js';

/** A route of a lot that has none yet; its workflow is started later, under the id that is given here. */
export async function createRoute(
  tx: Tx,
  act: Act,
  plan: PlanRecord,
  lot: Lot,
  drafters: string[],
): Promise<{ routeId: string; workflowId: string }> {
  const routeId = newId();
  const { family } = lot;
  const workflowId = routeWorkflowId(family, routeId);
  const { caseId } = plan;
  await tx.db
    .insertInto('routes')
    .values({
      ...described(lot),
      id: routeId,
      caseId,
      workflowId,
      family,
      drafters,
      createdAt: act.at,
      movedAt: act.at,
      reason: 'planned',
    })
    .execute();
  const subject = { kind: 'route', id: routeId };
  tx.audit({
    verb: 'ROUTE_STARTED',
    act,
    subject,
    caseId,
    body: { ...described(lot), workflowId, planId: plan.id },
  });
  return { routeId, workflowId };
}

const described = ({ route, measure, addressee, items }: Lot) => ({
  route,
  measure,
  addressee,
  items: [...items],
});

/** Which lot the route has in this plan, and what adopting the plan does to it. */
export async function writePlanRoute(
  tx: Tx,
  planId: string,
  change: Change,
  startedId: string | undefined,
  ruleSetDigest: string,
): Promise<void> {
  const routeId = change.effect === 'START' ? startedId : change.routeId;
  if (routeId === undefined) return;
  const { lot, effect } = change;
  const sliceDigest = 'sliceDigest' in change ? change.sliceDigest : sliceDigestOf(lot, ruleSetDigest);
  const approvalsVoid = change.effect === 'REDRAFT' && change.approvalsVoid;
  await tx.db
    .insertInto('planRoutes')
    .values({
      planId,
      routeId,
      lotKey: lot.key,
      lot: JSON.stringify(lot),
      sliceDigest,
      effect,
      approvalsVoid,
    })
    .execute();
  if (effect === 'REDRAFT') {
    await tx.db.updateTable('routes').set(described(lot)).where('id', '=', routeId).execute();
  }
}

/** Routes that had ended before are carried along, under the law they ran under. */
export async function keepEnded(tx: Tx, planId: string, basePlanId: string | undefined): Promise<void> {
  if (basePlanId === undefined) return;
  const rows = await tx.db
    .selectFrom('planRoutes as p')
    .selectAll()
    .where('p.planId', '=', basePlanId)
    .where(
      'p.routeId',
      'not in',
      tx.db.selectFrom('planRoutes').select('routeId').where('planId', '=', planId),
    )
    .execute();
  for (const { lot, ...row } of rows) {
    await tx.db
      .insertInto('planRoutes')
      .values({ ...row, planId, lot: JSON.stringify(lot), effect: 'KEEP', approvalsVoid: false })
      .execute();
  }
}

/** What adopting a plan did, as it was written then; for the case's workflow, which starts and revises by it. */
export async function routesOfPlan(read: Reading, planId: string) {
  return read.db
    .selectFrom('planRoutes as p')
    .innerJoin('routes', 'routes.id', 'p.routeId')
    .select(['p.routeId', 'p.lot', 'p.effect', 'routes.workflowId', 'routes.state'])
    .where('p.planId', '=', planId)
    .orderBy('p.routeId')
    .execute();
}
