import type { RouteState } from '../contracts/codes.js';
import { enqueue, type RelayRow } from './relay.js';
import type { Tx } from './tx.js';

/** States in which a draft can still be read again. */
const beforeHandOver: readonly RouteState[] = [
  'DRAFT',
  'FIELDS_MISSING',
  'CHECKS',
  'APPROVAL',
  'RETURNED',
  'APPROVED',
];

/**
 * Tells every running route that is not handed over to read its facts and lot again; what it drafted stays approved when
 * nothing of it changed. A route that has not begun reads them anyway. The case is locked by the caller.
 */
export async function reviseOpenRoutes(tx: Tx, at: string, caseId: string): Promise<RelayRow[]> {
  const plan = await tx.db
    .selectFrom('plans')
    .select('id')
    .where('caseId', '=', caseId)
    .where('state', '=', 'ACTIVE')
    .executeTakeFirst();
  if (!plan) return [];
  const routes = await tx.db
    .selectFrom('routes')
    .select('workflowId')
    .where('caseId', '=', caseId)
    .where('seq', '>', 0)
    .where('state', 'in', beforeHandOver)
    .orderBy('id')
    .execute();
  const relays: RelayRow[] = [];
  for (const { workflowId } of routes) {
    relays.push(
      await enqueue(tx, { caseId, workflowId, update: 'reviseRoute', payload: { planId: plan.id }, at }),
    );
  }
  return relays;
}
