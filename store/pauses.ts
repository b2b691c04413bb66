import { RogatoryError } from '../contracts/errors.js';
import type { PersonAct } from './actor.js';
import { wakeHeld } from './held.js';
import { newId } from './ids.js';
import type { Bare, Tx } from './tx.js';

export const everything = 'EVERYTHING';

/** Stops every hand-over on a channel, of a family or at all. No clock stops, and what it holds shows (C.2). */
export async function placePause(
  tx: Tx,
  act: PersonAct & { reason: string },
  { channel }: { channel: string },
): Promise<{ pauseId: string }> {
  const id = newId();
  const { reason, at, actor } = act;
  await tx.db
    .insertInto('pauses')
    .values({ id, channel, reason, byPerson: actor.personId, role: actor.role, at })
    .execute();
  tx.audit({ verb: 'HOLD_PLACED', act, subject: { kind: 'pause', id }, body: { kind: 'OPERATOR', channel } });
  return { pauseId: id };
}

/** Ends a pause; what it held is tried again by the sweep. Throws NOT_FOUND, and ROUTE_STATE where it ended before. */
export async function endPause(
  tx: Tx,
  act: PersonAct & { reason: string },
  { pauseId }: { pauseId: string },
): Promise<{ woken: number }> {
  const found = await tx.db
    .selectFrom('pauses')
    .select('channel')
    .where('id', '=', pauseId)
    .executeTakeFirst();
  if (!found) throw new RogatoryError('NOT_FOUND', { internal: `pause ${pauseId}` });
  const { reason, at, actor } = act;
  const ended = await tx.db
    .insertInto('pauseEnds')
    .values({ pauseId, reason, byPerson: actor.personId, role: actor.role, at })
    .onConflict((on) => on.column('pauseId').doNothing())
    .executeTakeFirst();
  if (ended.numInsertedOrUpdatedRows === 0n)
    throw new RogatoryError('ROUTE_STATE', { about: 'The pause was ended before.' });
  const subject = { kind: 'pause', id: pauseId };
  tx.audit({ verb: 'HOLD_LIFTED', act, subject, body: { kind: 'OPERATOR', channel: found.channel } });
  return { woken: (await wakeHeld(tx, at, 'EVERYTHING')).length };
}

/** The pause that stops a route now, or `null`. A family stops all its variants. */
export async function pausedBy(
  { db }: Bare,
  { route, family }: { route: string; family: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('pauses')
    .leftJoin('pauseEnds as e', 'e.pauseId', 'pauses.id')
    .select('pauses.channel')
    .where('e.pauseId', 'is', null)
    .where('pauses.channel', 'in', [everything, family, route])
    .orderBy('pauses.id')
    .limit(1)
    .executeTakeFirst();
  return row?.channel ?? null;
}

/** Pauses in force, the oldest first, each with how many requests wait because something holds them. */
export async function pausesInForce({ db }: Bare) {
  return db
    .selectFrom('pauses')
    .leftJoin('pauseEnds as e', 'e.pauseId', 'pauses.id')
    .select(['pauses.id', 'pauses.channel', 'pauses.reason', 'pauses.byPerson', 'pauses.role', 'pauses.at'])
    .where('e.pauseId', 'is', null)
    .orderBy('pauses.id')
    .execute();
}
