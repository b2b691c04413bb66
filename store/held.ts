import { enqueue, type RelayRow } from './relay.js';
import type { Tx } from './tx.js';

/** Whose held requests are looked at again: of one case, of a unit, or all. */
export type HeldOf = { caseId: string } | { unitId: string } | 'EVERYTHING';

/**
 * Tells every route that was held at its hand-over to try again: what held it is gone, or others hold it still and it waits on.
 * The plan that is named is the one that runs.
 */
export async function wakeHeld(tx: Tx, at: string, of: HeldOf): Promise<RelayRow[]> {
  let select = tx.db
    .selectFrom('routes')
    .innerJoin('cases', 'cases.id', 'routes.caseId')
    .innerJoin('plans', (on) =>
      on.onRef('plans.caseId', '=', 'routes.caseId').on('plans.state', '=', 'ACTIVE'),
    )
    .select(['routes.workflowId', 'routes.caseId', 'plans.id as planId'])
    .where('routes.state', '=', 'CHECKS')
    .where('routes.waitsFor', 'like', 'ON_HOLD%');
  if (of !== 'EVERYTHING')
    select =
      'caseId' in of
        ? select.where('routes.caseId', '=', of.caseId)
        : select.where('cases.unitId', '=', of.unitId);
  const relays: RelayRow[] = [];
  for (const { workflowId, caseId, planId } of await select.orderBy('routes.id').execute())
    relays.push(await enqueue(tx, { caseId, workflowId, update: 'reviseRoute', payload: { planId }, at }));
  return relays;
}
