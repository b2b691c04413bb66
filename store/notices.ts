import type { Selectable } from 'kysely';
import type { Rung } from '../contracts/plan.js';
import type { Act } from './actor.js';
import { routeById } from './routes.js';
import type { IncidentsTable, RemindersTable } from './schema-correspondence.js';
import type { Reading, Tx } from './tx.js';

/** Writes down that somebody was told; a second call with the same key tells nobody twice. */
export async function recordReminder(
  tx: Tx,
  act: Act,
  input: { routeId: string; caseId: string; key: string; rung: Rung; says: string; dueAt: string },
): Promise<{ first: boolean }> {
  const { routeId, caseId, key, rung, says } = input;
  const dueAt = new Date(input.dueAt).toISOString();
  const { tell, what } = rung;
  const added = await tx.db
    .insertInto('reminders')
    .values({ routeId, key, caseId, tell, what, says, dueAt, at: act.at })
    .onConflict((on) => on.columns(['routeId', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (!added) return { first: false };
  const verb = what === 'remind' ? 'REMINDER_SENT' : 'ESCALATED';
  tx.audit({
    verb,
    act,
    subject: { kind: 'route', id: routeId },
    caseId,
    body: { key, tell, what, says, dueAt },
  });
  return { first: true };
}

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

/** Who was told what about a route, oldest first. */
export async function remindersOfRoute(
  read: Reading,
  routeId: string,
): Promise<Selectable<RemindersTable>[]> {
  return read.db.selectFrom('reminders').selectAll().where('routeId', '=', routeId).orderBy('at').execute();
}

export async function incidentsOfRoute(
  read: Reading,
  routeId: string,
): Promise<Selectable<IncidentsTable>[]> {
  return read.db.selectFrom('incidents').selectAll().where('routeId', '=', routeId).orderBy('at').execute();
}
