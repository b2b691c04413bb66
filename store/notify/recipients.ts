import type { Role } from '../../contracts/codes.js';
import type { Reader } from '../actor.js';
import { onDuty, personById, type OnDuty } from '../people/index.js';
import { recusedAmong } from '../conflicts.js';
import { seesCase } from '../reader.js';
import type { Reading } from '../tx.js';

type Told = { caseId: string; unitId: string; role: Role };

/** A case officer is told of cases of his or her own only (HR-16); other roles are told before they were asked to sign. */
const ofTheCaseOnly: readonly Role[] = ['CASE_OFFICER'];

/**
 * Who is told for a role in a case now: those on the rota, and who stands in for one of them who is away; without a rota
 * whoever holds the role. Nobody who has a conflict of interest; who sees the case goes before who does not see it yet.
 */
export async function whoIsTold(read: Reading, told: Told, at: string): Promise<OnDuty[]> {
  const asked = await onDuty(read, told, at);
  const recused = await recusedAmong(read, told.caseId, namesIn(asked));
  const free = asked.filter((one) => !namesIn([one]).some((name) => recused.has(name)));
  const sees = await Promise.all(free.map((one) => seesIt(read, told.caseId, one)));
  const seeing = free.filter((_, index) => sees[index]);
  const open = seeing.length > 0 || ofTheCaseOnly.includes(told.role) ? seeing : free;
  return onRotaFirst(open);
}

const namesIn = (people: readonly OnDuty[]): string[] =>
  people.flatMap(({ personId, insteadOf }) => (insteadOf === null ? [personId] : [personId, insteadOf]));

function onRotaFirst(people: readonly OnDuty[]): OnDuty[] {
  const rostered = people.some(({ why }) => why === 'ON_DUTY');
  const asked = rostered ? people.filter(({ why }) => why !== 'HOLDS_THE_ROLE') : people;
  return asked.filter(({ personId }, at) => asked.findIndex((one) => one.personId === personId) === at);
}

/** In this role: another one of the same person opens nothing here. */
async function seesIt(read: Reading, caseId: string, one: OnDuty): Promise<boolean> {
  const { personId, insteadOf, role } = one;
  const person = await personById(read, insteadOf ?? personId);
  if (!person) return false;
  const reader: Reader = { personId, unitId: person.unitId, roles: [role] };
  const standing = insteadOf === null ? {} : { actingFor: { personId: insteadOf, cases: null } };
  return seesCase(read, { ...reader, ...standing }, caseId);
}
