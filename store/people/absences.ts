import type { Selectable } from 'kysely';
import { RogatoryError } from '../../contracts/errors.js';
import type { PersonAct } from '../actor.js';
import { newId } from '../ids.js';
import type { AbsencesTable } from '../schema-people.js';
import type { Reading, Tx } from '../tx.js';
import { inForce, notOver } from './for-a-time.js';

export type Absence = Pick<Selectable<AbsencesTable>, 'id' | 'personId' | 'fromAt' | 'untilAt'>;

/** Writes down that a person is away. Why is nobody's business here. Throws ABSENCE_REFUSED. */
export async function recordAbsence(
  tx: Tx,
  act: PersonAct,
  { personId, fromAt, untilAt }: Omit<Absence, 'id'>,
): Promise<Absence> {
  if (Date.parse(fromAt) >= Date.parse(untilAt))
    throw new RogatoryError('ABSENCE_REFUSED', { about: 'it ends before it begins' });
  const absence = { id: newId(), personId, fromAt, untilAt };
  await tx.db
    .insertInto('absences')
    .values({ ...absence, registeredBy: act.actor.personId, registeredAt: act.at, endedAt: null })
    .execute();
  const subject = { kind: 'person', id: personId };
  tx.audit({ verb: 'ABSENCE_RECORDED', act, subject, body: { fromAt, untilAt } });
  return absence;
}

/** Ends an absence before its time, or before it began. Throws ENDED_BEFORE. */
export async function endAbsence(tx: Tx, act: PersonAct, id: string): Promise<void> {
  const ended = await tx.db
    .updateTable('absences')
    .set({ endedAt: act.at })
    .where('id', '=', id)
    .where(notOver(act.at))
    .returning(['personId'])
    .executeTakeFirst();
  if (!ended) throw new RogatoryError('ENDED_BEFORE', { internal: `absence ${id}` });
  const subject = { kind: 'person', id: ended.personId };
  tx.audit({ verb: 'ABSENCE_ENDED', act, subject, body: { absenceId: id } });
}

export async function absenceById(read: Reading, id: string): Promise<Absence | null> {
  const row = await read.db
    .selectFrom('absences')
    .select(['id', 'personId', 'fromAt', 'untilAt'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Those of these persons who are away at an instant. */
export async function absentAmong(
  read: Reading,
  personIds: readonly string[],
  at: string,
): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set();
  const rows = await read.db
    .selectFrom('absences')
    .select('personId')
    .where('personId', 'in', personIds)
    .where(inForce(at))
    .execute();
  return new Set(rows.map((row) => row.personId));
}

/** Absences of a person that have not passed, the next one first. */
export async function absencesOf(read: Reading, personId: string, at: string): Promise<Absence[]> {
  return read.db
    .selectFrom('absences')
    .select(['id', 'personId', 'fromAt', 'untilAt'])
    .where('personId', '=', personId)
    .where(notOver(at))
    .orderBy('fromAt')
    .execute();
}
