import type { Selectable } from 'kysely';
import type { Act } from './actor.js';
import { routeById } from './routes.js';
import type { IncidentsTable } from './schema-correspondence.js';
import type { Reading, Tx } from './tx.js';

/** Opens an incident on a route, once per key. */
export async function recordIncident(
  tx: Tx,
  act: Act,
  { routeId, key, code, says }: { routeId: string; key: string; code: string; says: string },
): Promise<{ first: boolean }> {
  const route = await routeById(tx, routeId);
  if (!route) throw new Error(`There is no route ${routeId}.`);
  const { caseId } = route;
  const added = await tx.db
    .insertInto('incidents')
    .values({ routeId, key, caseId, code, says, at: act.at })
    .onConflict((on) => on.columns(['routeId', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (!added) return { first: false };
  tx.audit({
    verb: 'INCIDENT_OPENED',
    act,
    subject: { kind: 'route', id: routeId },
    caseId,
    reason: says,
    body: { key, code },
  });
  return { first: true };
}

/** Incidents of a route, oldest first. */
export async function incidentsOfRoute(
  read: Reading,
  routeId: string,
): Promise<Selectable<IncidentsTable>[]> {
  return read.db.selectFrom('incidents').selectAll().where('routeId', '=', routeId).orderBy('at').execute();
}
