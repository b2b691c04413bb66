import type { Selectable } from 'kysely';
import type { Role, Urgency } from '../contracts/codes.js';
import type { Rung } from '../contracts/plan.js';
import type { Climb } from '../contracts/notices.js';
import type { Act } from './actor.js';
import { openNotice } from './notify/open-notice.js';
import { recordIncident } from './incidents.js';
import type { RemindersTable } from './schema-correspondence.js';
import type { Reading, Tx } from './tx.js';

export type Reminder = {
  routeId: string;
  caseId: string;
  key: string;
  rung: Rung;
  says: string;
  dueAt: string;
  /** Who is told next when nobody takes note. */
  climb: Climb;
  urgency: Urgency;
};

/** `key` is told once on a route. */
export type ToTell = { key: string; tell: Role; says: string; climbTo: readonly Role[]; urgency?: Urgency };

/**
 * Tells who answers for the role now, with a mail to each in the same transaction; a second call with the same key tells
 * nobody twice. Where nobody answers for the role or for the next ones, an incident says so.
 */
export async function recordReminder(tx: Tx, act: Act, reminder: Reminder): Promise<{ first: boolean }> {
  const { routeId, caseId, key, rung, says, climb, urgency } = reminder;
  const dueAt = new Date(reminder.dueAt).toISOString();
  const { tell, what } = rung;
  const added = await tx.db
    .insertInto('reminders')
    .values({ routeId, key, caseId, tell, what, says, dueAt, at: act.at })
    .onConflict((on) => on.columns(['routeId', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (!added) return { first: false };
  const told = await openNotice(tx, act.at, { routeId, caseId, key, what, tell, dueAt, climb, urgency });
  await tx.db
    .updateTable('reminders')
    .set({ told: [...told] })
    .where('routeId', '=', routeId)
    .where('key', '=', key)
    .execute();
  const verb = what === 'remind' ? 'REMINDER_SENT' : 'ESCALATED';
  const body = { key, tell, what, says, dueAt, told };
  tx.audit({ verb, act, subject: { kind: 'route', id: routeId }, caseId, body });
  if (told.length === 0) await nobodyTold(tx, act, routeId, key, tell);
  return { first: true };
}

const minutesOfADay = 24 * 60;

/** Reminds a role of something on a route now; who was told nothing of it within a day is followed by the next roles. */
export async function tellAtOnce(
  tx: Tx,
  act: Act,
  { id: routeId, caseId }: { id: string; caseId: string },
  { key, tell, says, climbTo, urgency = 'URGENT' }: ToTell,
): Promise<void> {
  await recordReminder(tx, act, {
    ...{ caseId, routeId, says, urgency, key: `${routeId}/${key}`, dueAt: act.at },
    rung: { after: { amount: 0, unit: 'minute' }, tell, what: 'remind' },
    climb: { to: climbTo, everyMinutes: minutesOfADay },
  });
}

const nobodyTold = (tx: Tx, act: Act, routeId: string, key: string, tell: string) =>
  recordIncident(tx, act, {
    routeId,
    key: `NOBODY_TOLD/${key}`,
    code: 'NOBODY_TOLD',
    says: `Nobody who works here could be told as ${tell}, nor anybody above.`,
  });

/** Who was told what about a route, oldest first. */
export async function remindersOfRoute(
  read: Reading,
  routeId: string,
): Promise<Selectable<RemindersTable>[]> {
  return read.db.selectFrom('reminders').selectAll().where('routeId', '=', routeId).orderBy('at').execute();
}
