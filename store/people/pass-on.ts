import { RogatoryError, type Fault } from '../../contracts/errors.js';
import type { PersonAct, Reader } from '../actor.js';
import { lockCase } from '../cases.js';
import { passCase, whyNotTake } from '../passing-on.js';
import type { Reading, Tx } from '../tx.js';
import { absencesOf } from './absences.js';
import { leave } from './departure.js';
import { personById } from './persons.js';
import { addShift, endShift } from './rota.js';
import { casesHeld, seenOf, shiftsHeld } from './work.js';

export type WorkToPassOn = {
  personId: string;
  successorId: string;
  /** Only these cases; without them everything, duty included. */
  cases?: readonly string[] | undefined;
};

/** Why a hand-over cannot be, each with what of it; none where it can. */
export async function whyNotPassOn(
  read: Reading,
  reader: Reader,
  { personId, successorId, cases }: WorkToPassOn,
  at: string,
): Promise<Fault[]> {
  const held = await casesHeld(read, personId);
  const asked = cases ?? held;
  const unfit = await whyUnfit(read, { personId, successorId, officer: asked.length > 0 }, at);
  if (unfit !== null) return [{ pointer: '/successorId', detail: unfit }];
  const seen = await seenOf(read, reader, asked);
  const faults: Fault[] = [];
  for (const [index, caseId] of asked.entries()) {
    const why = await whyNotCase(read, { caseId, successorId, held, seen });
    const pointer = cases === undefined ? '/successorId' : `/cases/${index}`;
    if (why !== null) faults.push({ pointer, detail: why });
  }
  return faults;
}

async function whyUnfit(
  read: Reading,
  { personId, successorId, officer }: { personId: string; successorId: string; officer: boolean },
  at: string,
): Promise<string | null> {
  if (personId === successorId) return 'nobody takes over from himself or herself';
  const from = await personById(read, personId);
  const to = await personById(read, successorId);
  if (!to?.active) return 'is no person who works here';
  if (to.unitId !== from?.unitId) return 'works in another unit';
  if (officer && !to.roles.some((role) => role === 'CASE_OFFICER' || role === 'DUTY_OFFICER'))
    return 'is no officer';
  const away = (await absencesOf(read, successorId, at)).find(({ fromAt }) => fromAt <= at);
  return away ? `is away until ${away.untilAt}` : null;
}

async function whyNotCase(
  read: Reading,
  about: { caseId: string; successorId: string; held: readonly string[]; seen: ReadonlySet<string> },
): Promise<string | null> {
  const { caseId, successorId, held, seen } = about;
  if (!seen.has(caseId)) return 'a case that you may not see is handed over by somebody who may';
  if (!held.includes(caseId)) return 'nothing of this case lies with this person';
  const why = await whyNotTake(read, caseId, successorId);
  return why === null ? null : `case ${caseId}: this person ${why}`;
}

export type WorkPassedOn = {
  cases: { caseId: string; owner: boolean; drafts: readonly string[] }[];
  shifts: readonly string[];
};

/**
 * Hands what lies with a person over to another one in one act, with both names in the record of each case: what he or
 * she owns, drafted and is waited for, and duty of a role that the successor holds. `leaves`: the person leaves with it.
 * Throws HAND_OVER_UNFIT, and what `leave` throws.
 */
export async function passWorkOn(
  tx: Tx,
  act: PersonAct & { reason: string },
  reader: Reader,
  { leaves, ...input }: WorkToPassOn & { leaves: boolean },
): Promise<WorkPassedOn> {
  const held = await casesHeld(tx, input.personId);
  const asked = input.cases ? held.filter((id) => input.cases?.includes(id)) : held;
  // Under their locks nobody signs in these cases before the drafters are others.
  for (const caseId of asked) await lockCase(tx, caseId);
  const faults = await whyNotPassOn(tx, reader, input, act.at);
  if (faults.length > 0) throw new RogatoryError('HAND_OVER_UNFIT', { faults });
  const { personId: fromPerson, successorId: toPerson } = input;
  const cases: WorkPassedOn['cases'] = [];
  for (const caseId of asked) {
    const passed = await passCase(tx, act.at, { caseId, fromPerson, toPerson });
    cases.push({ caseId, ...passed });
    const subject = { kind: 'case', id: caseId };
    tx.audit({ verb: 'WORK_PASSED_ON', act, subject, caseId, body: { fromPerson, toPerson, ...passed } });
  }
  const shifts = input.cases === undefined ? await passDuty(tx, act, fromPerson, toPerson) : [];
  const body = { fromPerson, toPerson, cases: cases.length, shifts: shifts.length, leaves };
  tx.audit({ verb: 'WORK_PASSED_ON', act, subject: { kind: 'person', id: fromPerson }, body });
  if (leaves) await leave(tx, act, { personId: fromPerson });
  return { cases, shifts };
}

/** Duty from now on, where the successor holds its role; the rest stays where it is, and shows. */
async function passDuty(tx: Tx, act: PersonAct, from: string, to: string): Promise<string[]> {
  const roles = (await personById(tx, to))?.roles ?? [];
  const passed: string[] = [];
  for (const { id, fromAt, ...shift } of await shiftsHeld(tx, from, act.at)) {
    if (!roles.includes(shift.role)) continue;
    await endShift(tx, act, id);
    const begins = fromAt > act.at ? fromAt : act.at;
    passed.push((await addShift(tx, act, { ...shift, personId: to, fromAt: begins })).id);
  }
  return passed;
}
