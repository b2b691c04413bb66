import { sql } from 'kysely';
import type { Measure, RouteFamily, RouteState } from '../contracts/codes.js';
import type { RouteRecord } from './routes.js';
import type { Bare, Reading } from './tx.js';

const overdue: RouteState = 'REVIEW_OVERDUE';
const keeping: readonly RouteFamily[] = ['PROV_PRES', 'ART29', 'EPOC_PR'];
const keepingMeasures: readonly Measure[] = ['PRESERVE', 'RENEW', 'EXTEND'];

/** Emergencies of a unit whose review is overdue and still not written, the oldest first. */
export async function overdueReviewsOf(
  { db }: Bare,
  unitId: string,
): Promise<{ routeId: string; caseId: string; since: string }[]> {
  return db
    .selectFrom('routes')
    .innerJoin('cases', 'cases.id', 'routes.caseId')
    .select(['routes.id as routeId', 'routes.caseId', 'routes.movedAt as since'])
    .where('cases.unitId', '=', unitId)
    .where('routes.state', '=', overdue)
    .where(
      sql<boolean>`not exists (select 1 from route_reports w
        where w.route_id = routes.id and w.what = 'ex-post-reviewed')`,
    )
    .orderBy('routes.movedAt')
    .execute();
}

/**
 * Whether an overdue review of the unit holds this request (HR-13): every new one but emergencies, what keeps data, what
 * was asked before on this route, and what takes over from a route that was converted.
 */
export async function heldByOverdueReview(read: Reading, route: RouteRecord): Promise<boolean> {
  const { lot, family, measure, id: routeId, caseId, items } = route;
  if (lot.terms.urgency === 'EMERGENCY' || keeping.includes(family)) return false;
  if (keepingMeasures.some((one) => one === measure)) return false;
  const file = await read.db
    .selectFrom('cases')
    .select('unitId')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  if ((await overdueReviewsOf(read, file.unitId)).length === 0) return false;
  return !(await goesOn(read, { routeId, caseId, items }));
}

async function goesOn(
  { db }: Bare,
  { routeId, caseId, items }: { routeId: string; caseId: string; items: readonly string[] },
): Promise<boolean> {
  const sentBefore = await db
    .selectFrom('dispatches')
    .select('id')
    .where('routeId', '=', routeId)
    .limit(1)
    .executeTakeFirst();
  if (sentBefore) return true;
  const converted = await db
    .selectFrom('routes')
    .select('id')
    .where('caseId', '=', caseId)
    .where('state', '=', 'CONVERTED')
    .where(sql<boolean>`routes.items && ${[...items]}::text[]`)
    .limit(1)
    .executeTakeFirst();
  return converted !== undefined;
}
