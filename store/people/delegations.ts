import { sql, type Selectable } from 'kysely';
import { passedOn } from '../../authority/index.js';
import type { Role } from '../../contracts/codes.js';
import { RogatoryError } from '../../contracts/errors.js';
import type { PersonAct } from '../actor.js';
import { newId } from '../ids.js';
import type { DelegationsTable } from '../schema-people.js';
import type { Reading, Tx } from '../tx.js';
import { inForce, notOver, overlaps } from './for-a-time.js';
import { personById, type Person } from './persons.js';

export type Delegation = Omit<Selectable<DelegationsTable>, 'registeredBy' | 'registeredAt'>;
export type DelegationToRegister = Omit<Delegation, 'id' | 'endedAt'>;

// Any number, the same everywhere: two that would close a loop between them are registered one after the other.
const delegationLock = 7_318_010;

/**
 * Registers that one person stands in for another, in one role, from and until an instant (specification C.2). Only a role
 * of one's own is passed on, so nothing is delegated further. Throws DELEGATION_REFUSED.
 */
export async function registerDelegation(
  tx: Tx,
  act: PersonAct,
  input: DelegationToRegister,
): Promise<Delegation> {
  await sql`select pg_advisory_xact_lock(${delegationLock})`.execute(tx.db);
  if (act.actor.personId === input.toPerson) throw refused('nobody names himself or herself to stand in');
  await refuseStrange(tx, input);
  if (await closesLoop(tx, input)) throw refused('it would go round in a loop');
  const id = newId();
  const row = { ...input, id, endedAt: null };
  await tx.db
    .insertInto('delegations')
    .values({ ...row, registeredBy: act.actor.personId, registeredAt: act.at })
    .execute();
  const { reason, ...body } = input;
  tx.audit({ verb: 'DELEGATION_REGISTERED', act, subject: { kind: 'delegation', id }, reason, body });
  return row;
}

const refused = (about: string): RogatoryError => new RogatoryError('DELEGATION_REFUSED', { about });

async function refuseStrange(tx: Tx, { fromPerson, toPerson, role, fromAt, untilAt }: DelegationToRegister) {
  if (fromPerson === toPerson) throw refused('nobody stands in for himself or herself');
  if (Date.parse(fromAt) >= Date.parse(untilAt)) throw refused('it ends before it begins');
  const from = await personById(tx, fromPerson);
  const to = await personById(tx, toPerson);
  if (!from?.active || !to?.active) throw refused('both must be persons who work here');
  if (!from.roles.includes(role)) throw refused(`${from.label} does not hold the role ${role}`);
  if (!passedOn.includes(role))
    throw refused(`the role ${role} is given by two persons, and passed on by none`);
}

/** Whether whoever is delegated to passes the same role back, at some instant of both, directly or through others. */
async function closesLoop(tx: Tx, input: DelegationToRegister): Promise<boolean> {
  const rows = await tx.db
    .selectFrom('delegations')
    .select(['fromPerson', 'toPerson'])
    .where('role', '=', input.role)
    .where(overlaps(input.fromAt, input.untilAt))
    .execute();
  const reached = new Set([input.toPerson]);
  for (const person of reached)
    for (const { fromPerson, toPerson } of rows) if (fromPerson === person) reached.add(toPerson);
  return reached.has(input.fromPerson);
}

/** Ends a delegation before its time. Throws ENDED_BEFORE. */
export async function endDelegation(tx: Tx, act: PersonAct, id: string): Promise<void> {
  const ended = await tx.db
    .updateTable('delegations')
    .set({ endedAt: act.at })
    .where('id', '=', id)
    .where(notOver(act.at))
    .returning(['fromPerson', 'toPerson', 'role'])
    .executeTakeFirst();
  if (!ended) throw new RogatoryError('ENDED_BEFORE', { internal: `delegation ${id}` });
  tx.audit({ verb: 'DELEGATION_ENDED', act, subject: { kind: 'delegation', id }, body: ended });
}

const columns = [
  'id',
  'fromPerson',
  'toPerson',
  'role',
  'cases',
  'fromAt',
  'untilAt',
  'reason',
  'endedAt',
] as const;

export async function delegationById(read: Reading, id: string): Promise<Delegation | null> {
  const row = await read.db.selectFrom('delegations').select(columns).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** Delegations from or to a person that have not passed, the earliest first. */
export async function delegationsOf(read: Reading, personId: string, at: string): Promise<Delegation[]> {
  return read.db
    .selectFrom('delegations')
    .select(columns)
    .where((is) => is.or([is('fromPerson', '=', personId), is('toPerson', '=', personId)]))
    .where(notOver(at))
    .orderBy('fromAt')
    .orderBy('id')
    .execute();
}

/** What a person may do in another's name at an instant: one entry per role. */
export type StandIn = { from: Person; role: Role; cases: readonly string[] | null; untilAt: string };

/**
 * For whom a person stands in now. The one who is stood in for is still here and still holds the role.
 */
export async function standsInFor(read: Reading, personId: string, at: string): Promise<StandIn[]> {
  const rows = await read.db
    .selectFrom('delegations')
    .select(columns)
    .where('toPerson', '=', personId)
    .where(inForce(at))
    .orderBy('id')
    .execute();
  const found = await Promise.all(
    rows.map(async ({ fromPerson, role, cases, untilAt }) => {
      const from = await personById(read, fromPerson);
      return from?.active && from.roles.includes(role) ? [{ from, role, cases, untilAt }] : [];
    }),
  );
  return found.flat();
}

/** Who stands in for a person in a role now, for a case where one is named. */
export async function standInsOf(
  read: Reading,
  { personId, role, caseId }: { personId: string; role: Role; caseId?: string },
  at: string,
): Promise<string[]> {
  const rows = await read.db
    .selectFrom('delegations')
    .innerJoin('persons', 'persons.id', 'delegations.toPerson')
    .select(['toPerson', 'cases'])
    .where('fromPerson', '=', personId)
    .where('role', '=', role)
    .where('persons.active', '=', true)
    .where(inForce(at))
    .orderBy('delegations.id')
    .execute();
  return rows
    .filter(({ cases }) => cases === null || (caseId !== undefined && cases.includes(caseId)))
    .map(({ toPerson }) => toPerson);
}

/** Whether a person holds a role now: of his or her own, or in the name of somebody who delegated it for this case. */
export async function holdsRole(
  read: Reading,
  {
    personId,
    role,
    onBehalfOf,
    caseId,
  }: { personId: string; role: Role; onBehalfOf: string | null; caseId: string },
  at: string,
): Promise<boolean> {
  const person = await personById(read, personId);
  if (!person?.active) return false;
  if (onBehalfOf === null) return person.roles.includes(role);
  const standIns = await standsInFor(read, personId, at);
  return standIns.some(
    ({ from, role: passed, cases }) =>
      from.id === onBehalfOf && passed === role && (cases === null || cases.includes(caseId)),
  );
}
