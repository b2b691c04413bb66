import type { RouteReport } from '../contracts/messages.js';
import type { Act } from './actor.js';
import type { Tx } from './tx.js';

/**
 * Whether a route has projected exactly what a report to its case says. One that it has not was sent past it: it is audited,
 * and counts for nothing.
 */
export async function isReportOnRecord(
  tx: Tx,
  act: Act,
  { caseId, report }: { caseId: string; report: RouteReport },
): Promise<boolean> {
  const { routeId, workflowId, seq, state } = report;
  const row = await tx.db
    .selectFrom('routeMoves as m')
    .innerJoin('routes', 'routes.id', 'm.routeId')
    .select('m.seq')
    .where('routes.id', '=', routeId)
    .where('routes.caseId', '=', caseId)
    .where('routes.workflowId', '=', workflowId)
    .where('m.seq', '=', seq)
    .where('m.state', '=', state)
    .executeTakeFirst();
  if (row !== undefined) return true;
  const subject = { kind: 'case', id: caseId };
  const body = { update: 'routeReported' };
  tx.audit({ verb: 'ACCESS_REFUSED', act, subject, caseId, reason: 'NOT_ON_RECORD', body });
  return false;
}
