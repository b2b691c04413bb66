import { sql } from 'kysely';
import { RogatoryError } from '../contracts/errors.js';
import type { Act, PersonAct } from './actor.js';
import { newId } from './ids.js';
import type { HeldStartsTable } from './schema-generation.js';
import type { Bare, Tx } from './tx.js';

// Any number that no other lock of the store has: two processes that raise at once raise once.
const raisingLock = 7_302_115;

/** A number is raised anew when the last one is this old. */
const raisedEveryMs = 5 * 60_000;

/**
 * The number to write into the engine now, or `null` while the last one is fresh; a start raises it `anew` in any case. A number
 * that was begun and not confirmed is taken up again. It never falls: `inEngine` is what the engine carries.
 */
export async function beginRaising(
  { db }: Pick<Tx, 'db'>,
  at: string,
  { inEngine, anew = false }: { inEngine: number | null; anew?: boolean },
): Promise<number | null> {
  await sql`select pg_advisory_xact_lock(${raisingLock})`.execute(db);
  const last = await newest({ db });
  if (last !== undefined && last.number >= (inEngine ?? 0)) {
    if (last.confirmedAt === null) return last.number;
    const fresh = !anew && Date.parse(at) - Date.parse(last.raisedAt) < raisedEveryMs;
    if (fresh && last.number === inEngine) return null;
  }
  const number = Math.max(last?.number ?? 0, inEngine ?? 0) + 1;
  await db.insertInto('generations').values({ number, raisedAt: at, confirmedAt: null }).execute();
  return number;
}

/** Says that the engine carries the number. */
export async function confirmRaising({ db }: Pick<Tx, 'db'>, number: number, at: string): Promise<void> {
  await db
    .updateTable('generations')
    .set({ confirmedAt: at })
    .where('number', '=', number)
    .where('confirmedAt', 'is', null)
    .execute();
}

/**
 * The start that is held, or `null` where store and engine fit. They do where the engine carries the number that was confirmed
 * last, or the one that a crash cut between engine and store; and where a person has released just these two numbers.
 */
export async function holdUnlessFits(
  tx: Tx,
  act: Act,
  inEngine: number | null,
): Promise<HeldStartsTable | null> {
  await sql`select pg_advisory_xact_lock(${raisingLock})`.execute(tx.db);
  const open = await heldStart(tx);
  if (open !== null) return open;
  const last = await newest(tx);
  const confirmed = await lastConfirmed(tx);
  if (inEngine === confirmed || inEngine === last?.number) return null;
  const known = await lastHeld(tx);
  if (known !== undefined && known.inStore === confirmed && known.inEngine === inEngine) return null;
  return hold(tx, act, { inStore: confirmed, inEngine });
}

/** Holds the next start whatever the numbers say: after both were put back from copies of one hour. */
export async function holdNextStart(tx: Tx, act: Act, inEngine: number | null): Promise<HeldStartsTable> {
  return (await heldStart(tx)) ?? hold(tx, act, { inStore: await lastConfirmed(tx), inEngine });
}

async function hold(
  tx: Tx,
  act: Act,
  numbers: Pick<HeldStartsTable, 'inStore' | 'inEngine'>,
): Promise<HeldStartsTable> {
  const row = { id: newId(), ...numbers, foundAt: act.at };
  await tx.db.insertInto('heldStarts').values(row).execute();
  tx.audit({ verb: 'START_HELD', act, subject: { kind: 'held-start', id: row.id }, body: numbers });
  return row;
}

/** The start that waits for a person, if one does. */
export async function heldStart({ db }: Bare): Promise<HeldStartsTable | null> {
  const row = await db
    .selectFrom('heldStarts')
    .leftJoin('heldStartReleases as r', 'r.heldStartId', 'heldStarts.id')
    .selectAll('heldStarts')
    .where('r.heldStartId', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Lets the workers poll, by a person who has compared what is on file with the world. Throws ROUTE_STATE where nothing is held. */
export async function releaseHeldStart(
  tx: Tx,
  act: PersonAct & { reason: string },
): Promise<HeldStartsTable> {
  const held = await heldStart(tx);
  if (held === null) throw new RogatoryError('ROUTE_STATE', { about: 'No start is held.' });
  const { reason, at, actor } = act;
  await tx.db
    .insertInto('heldStartReleases')
    .values({ heldStartId: held.id, reason, byPerson: actor.personId, role: actor.role, at })
    .execute();
  tx.audit({ verb: 'START_RELEASED', act, subject: { kind: 'held-start', id: held.id } });
  return held;
}

const newest = ({ db }: Pick<Bare, 'db'>) =>
  db.selectFrom('generations').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirst();

async function lastConfirmed({ db }: Bare): Promise<number | null> {
  const row = await db
    .selectFrom('generations')
    .select('number')
    .where('confirmedAt', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.number ?? null;
}

const lastHeld = ({ db }: Bare) =>
  db.selectFrom('heldStarts').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst();
