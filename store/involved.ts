import type { RouteRecord } from './routes.js';
import type { Bare } from './tx.js';

/** Whether one of these names drafted, signed, sent or received on the route. */
export async function wasInvolved(tx: Bare, route: RouteRecord, names: readonly string[]): Promise<boolean> {
  if (route.drafters.some((drafter) => names.includes(drafter))) return true;
  const vote = await tx.db
    .selectFrom('votes')
    .select('id')
    .where('routeId', '=', route.id)
    .where((is) => is.or([is('personId', 'in', names), is('onBehalfOf', 'in', names)]))
    .limit(1)
    .executeTakeFirst();
  if (vote) return true;
  for (const table of ['dispatches', 'replies', 'evidence'] as const) {
    const row = await tx.db
      .selectFrom(table)
      .select('id')
      .where('routeId', '=', route.id)
      .where((is) => is.or([is('byPerson', 'in', names), is('onBehalfOf', 'in', names)]))
      .limit(1)
      .executeTakeFirst();
    if (row) return true;
  }
  return false;
}
