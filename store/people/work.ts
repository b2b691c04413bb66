import { sql } from 'kysely';
import type { Fault } from '../../contracts/errors.js';
import type { Reader } from '../actor.js';
import { casesOwned, draftsHeld } from '../passing-on.js';
import { notes, visibleTo } from '../reader.js';
import type { Bare, Reading } from '../tx.js';
import { delegationsOf } from './delegations.js';
import { notOver } from './for-a-time.js';
import type { Shift } from './rota.js';

/** Duty of a person, now and to come. */
export const shiftsHeld = ({ db }: Bare, personId: string, at: string): Promise<Shift[]> =>
  db
    .selectFrom('dutyShifts')
    .select(['id', 'unitId', 'role', 'zone', 'personId', 'fromAt', 'untilAt'])
    .where('personId', '=', personId)
    .where(notOver(at))
    .orderBy('fromAt')
    .orderBy('id')
    .execute();

/** Cases in which a person owns or answers for something. */
export async function casesHeld(read: Bare, personId: string): Promise<string[]> {
  const owned = await casesOwned(read, personId).execute();
  const drafts = await draftsHeld(read, personId).execute();
  return [...new Set([...owned.map(({ id }) => id), ...drafts.map(({ caseId }) => caseId)])].sort();
}

/** What lies with a person, as a reader sees it; `unseen` counts cases that the reader may not see. */
export async function workOf(read: Reading, reader: Reader, personId: string, at: string) {
  const cases = await casesHeld(read, personId);
  const seen = await seenOf(read, reader, cases);
  const ofSeen = (caseId: string): boolean => seen.has(caseId);
  const owned = await casesOwned(read, personId).execute();
  const drafts = await draftsHeld(read, personId).execute();
  return {
    cases: notes(
      reader,
      owned.filter(({ id }) => ofSeen(id)),
      ({ id }) => id,
    ),
    drafts: notes(
      reader,
      drafts.filter(({ caseId }) => ofSeen(caseId)),
      ({ caseId }) => caseId,
    ),
    unseen: cases.length - seen.size,
    shifts: await shiftsHeld(read, personId, at),
    delegations: await delegationsOf(read, personId, at),
  };
}

/** Those of these cases that a reader may see. */
export async function seenOf(
  { db }: Bare,
  reader: Reader,
  caseIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('cases')
    .select('cases.id')
    .where(sql<boolean>`cases.id = any (${[...caseIds]}::text[])`)
    .where(visibleTo(reader))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** What a person must hand over before he or she leaves, counted and not named. */
export async function stillHeld(read: Bare, personId: string, at: string): Promise<Fault[]> {
  const counted = {
    cases: (await casesOwned(read, personId).execute()).length,
    drafts: (await draftsHeld(read, personId).execute()).length,
    shifts: (await shiftsHeld(read, personId, at)).length,
  };
  return Object.entries(counted).flatMap(([what, count]) =>
    count === 0 ? [] : [{ pointer: `/${what}`, detail: `${what}: ${count}` }],
  );
}
