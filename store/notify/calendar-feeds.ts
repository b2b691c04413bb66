import type { PersonAct } from '../actor.js';
import { sha256 } from '../canonical.js';
import { personById, type Person } from '../people/index.js';
import type { Reading, Tx } from '../tx.js';

/** Gives a person a secret address for a calendar program; the one before opens nothing any more. Only its SHA-256 is kept. */
export async function makeCalendarFeed(tx: Tx, act: PersonAct, token: string): Promise<void> {
  const { personId } = act.actor;
  const row = { tokenSha256: sha256(token), madeAt: act.at };
  await tx.db
    .insertInto('calendarFeeds')
    .values({ personId, ...row })
    .onConflict((on) => on.column('personId').doUpdateSet(row))
    .execute();
  tx.audit({ verb: 'CALENDAR_FEED_MADE', act, subject: { kind: 'person', id: personId } });
}

/** Takes a person's secret address away; without one nothing changes. */
export async function endCalendarFeed(tx: Tx, act: PersonAct): Promise<void> {
  const { personId } = act.actor;
  const ended = await tx.db.deleteFrom('calendarFeeds').where('personId', '=', personId).executeTakeFirst();
  if (ended.numDeletedRows === 0n) return;
  tx.audit({ verb: 'CALENDAR_FEED_ENDED', act, subject: { kind: 'person', id: personId } });
}

/** The person, still at work, whose calendar a secret address opens. */
export async function personOfFeed(read: Reading, token: string): Promise<Person | null> {
  const row = await read.db
    .selectFrom('calendarFeeds')
    .select('personId')
    .where('tokenSha256', '=', sha256(token))
    .executeTakeFirst();
  const person = row ? await personById(read, row.personId) : null;
  return person?.active ? person : null;
}
