import { sql, type Selectable } from 'kysely';
import type { Role } from '../../contracts/codes.js';
import { RogatoryError } from '../../contracts/errors.js';
import type { PersonAct } from '../actor.js';
import { newId } from '../ids.js';
import type { DutyShiftsTable } from '../schema-people.js';
import type { Reading, Tx } from '../tx.js';
import { absentAmong } from './absences.js';
import { standInsOf } from './delegations.js';
import { inForce, notOver, overlaps } from './for-a-time.js';
import { peopleWithRole, personById } from './persons.js';

export type Shift = Omit<Selectable<DutyShiftsTable>, 'registeredBy' | 'registeredAt' | 'endedAt'>;

/** Puts a person on the duty rota of a unit. Throws ROTA_REFUSED when the person does not work here in that role. */
export async function addShift(tx: Tx, act: PersonAct, input: Omit<Shift, 'id'>): Promise<Shift> {
  const person = await personById(tx, input.personId);
  if (!person?.active || !person.roles.includes(input.role)) {
    throw new RogatoryError('ROTA_REFUSED', {
      about: `${input.personId} does not work here as ${input.role}.`,
    });
  }
  if (Date.parse(input.fromAt) >= Date.parse(input.untilAt))
    throw new RogatoryError('ROTA_REFUSED', { about: 'It ends before it begins.' });
  const shift = { ...input, id: newId() };
  await tx.db
    .insertInto('dutyShifts')
    .values({ ...shift, registeredBy: act.actor.personId, registeredAt: act.at, endedAt: null })
    .execute();
  const { id, ...body } = shift;
  tx.audit({ verb: 'DUTY_ROSTERED', act, subject: { kind: 'duty-shift', id }, body });
  return shift;
}

/** Takes a shift off the rota from now on. Throws ENDED_BEFORE. */
export async function endShift(tx: Tx, act: PersonAct, id: string): Promise<void> {
  const ended = await tx.db
    .updateTable('dutyShifts')
    .set({ endedAt: act.at })
    .where('id', '=', id)
    .where(notOver(act.at))
    .returning(['unitId', 'role', 'personId'])
    .executeTakeFirst();
  if (!ended) throw new RogatoryError('ENDED_BEFORE', { internal: `duty shift ${id}` });
  tx.audit({ verb: 'DUTY_ENDED', act, subject: { kind: 'duty-shift', id }, body: ended });
}

const columns = ['id', 'unitId', 'role', 'zone', 'personId', 'fromAt', 'untilAt'] as const;

export async function shiftById(read: Reading, id: string): Promise<Shift | null> {
  const row = await read.db.selectFrom('dutyShifts').select(columns).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** Shifts of a unit at some instant of a span, the earliest first. */
export async function shiftsOf(
  read: Reading,
  { unitId, fromAt, untilAt }: { unitId: string; fromAt: string; untilAt: string },
): Promise<Shift[]> {
  return read.db
    .selectFrom('dutyShifts')
    .select(columns)
    .where('unitId', '=', unitId)
    .where(overlaps(fromAt, untilAt))
    .orderBy('fromAt')
    .orderBy('id')
    .execute();
}

/** Who can be asked now, and why it is this person. `insteadOf` names the one who is away. */
export type OnDuty = {
  personId: string;
  role: Role;
  why: 'ON_DUTY' | 'STANDS_IN' | 'HOLDS_THE_ROLE';
  insteadOf: string | null;
};

/**
 * Who answers for a role in a unit at an instant: first those on the rota, then who stands in for one of them who is away,
 * then whoever holds the role, of this unit before others. Nobody who is away or has left is ever named.
 */
export async function onDuty(
  read: Reading,
  { unitId, role, caseId }: { unitId: string; role: Role; caseId?: string },
  at: string,
): Promise<OnDuty[]> {
  const rostered = await rosteredNow(read, { unitId, role }, at);
  const holders = await peopleWithRole(read, role);
  const own = holders.filter((person) => person.unitId === unitId);
  const others = own.length > 0 ? own : holders;
  const known = [...new Set([...rostered, ...others.map((person) => person.id)])];
  const absent = await absentAmong(read, known, at);
  const here = (personId: string) => !absent.has(personId);
  const standIns = await Promise.all(
    known
      .filter((personId) => !here(personId))
      .map(async (away) => {
        const scope = caseId === undefined ? {} : { caseId };
        const found = await standInsOf(read, { personId: away, role, ...scope }, at);
        const gone = await absentAmong(read, found, at);
        return found.filter((id) => !gone.has(id)).map((personId) => ({ personId, insteadOf: away }));
      }),
  );
  const onRota = rostered
    .filter(here)
    .map((personId) => ({ personId, why: 'ON_DUTY' as const, insteadOf: null }));
  const inTheirName = standIns.flat().map((one) => ({ ...one, why: 'STANDS_IN' as const }));
  const rest = others
    .filter(({ id }) => here(id) && !rostered.includes(id))
    .map(({ id }) => ({ personId: id, why: 'HOLDS_THE_ROLE' as const, insteadOf: null }));
  return [...onRota, ...inTheirName, ...rest].map((one) => ({ ...one, role }));
}

async function rosteredNow(
  read: Reading,
  { unitId, role }: { unitId: string; role: Role },
  at: string,
): Promise<string[]> {
  const rows = await read.db
    .selectFrom('dutyShifts')
    .innerJoin('persons', 'persons.id', 'dutyShifts.personId')
    .innerJoin('personRoles', 'personRoles.personId', 'persons.id')
    .select('dutyShifts.personId')
    .where('dutyShifts.unitId', '=', unitId)
    .where('dutyShifts.role', '=', role)
    .where(sql<boolean>`person_roles.role = duty_shifts.role`)
    .where('persons.active', '=', true)
    .where(inForce(at))
    .orderBy('dutyShifts.fromAt', 'desc')
    .orderBy('dutyShifts.id')
    .execute();
  return [...new Set(rows.map((row) => row.personId))];
}
