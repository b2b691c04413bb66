import { hasEnded, routesOfCase, type RouteRecord } from './routes.js';
import type { Running } from './plan-difference.js';
import type { Reading } from './tx.js';

/** The routes of the plan that runs, as a new plan is compared with them. */
export async function runningRoutes(read: Reading, caseId: string): Promise<Running[]> {
  const routes = await routesOfCase(read, caseId);
  const outbox = await read.db.selectFrom('outbox').select('routeId').where('caseId', '=', caseId).execute();
  const out = new Set(outbox.map((row) => row.routeId));
  return routes.map((route) => ({
    routeId: route.id,
    lot: route.lot,
    sliceDigest: route.sliceDigest,
    stands: standing(route, out.has(route.id) || route.lot.inFlight !== undefined),
    withdrawalProposed: route.withdrawalProposed,
  }));
}

function standing({ state }: RouteRecord, isOut: boolean): Running['stands'] {
  if (state === 'CLOSED' || state === 'CONVERTED') return 'done';
  if (hasEnded(state)) return 'dropped';
  return isOut ? 'sent' : 'open';
}
