import { sql } from 'kysely';
import type { Role } from '../../contracts/codes.js';
import type { Act } from '../actor.js';
import { sha256 } from '../canonical.js';
import type { Reading, Tx } from '../tx.js';

export type Person = {
  id: string;
  unitId: string;
  label: string;
  active: boolean;
  /** State of the unit. */
  state: string;
  roles: readonly Role[];
};

export type PeopleToSeed = {
  units: readonly { id: string; label: string; state: string }[];
  persons: readonly {
    id: string;
    unitId: string;
    label: string;
    roles: readonly Role[];
    active?: boolean;
    /** Bearer token; only its SHA-256 is stored. */
    token?: string;
    tokenExpiresAt?: string;
  }[];
};

/** Makes units, persons, roles and tokens what the list says; who is as listed, and who has left, is left alone. */
export async function seedPeople(tx: Tx, act: Act, people: PeopleToSeed): Promise<void> {
  for (const unit of people.units) {
    await tx.db
      .insertInto('units')
      .values(unit)
      .onConflict((on) => on.column('id').doUpdateSet({ label: unit.label, state: unit.state }))
      .execute();
  }
  for (const person of people.persons) await seedPerson(tx, act, person);
}

async function seedPerson(tx: Tx, act: Act, person: PeopleToSeed['persons'][number]): Promise<void> {
  const { id, unitId, label } = person;
  if (await hasLeft(tx, id)) return;
  const active = person.active ?? true;
  const roles = [...new Set(person.roles)].sort();
  const before = await personById(tx, id);
  const same =
    before &&
    sameText([before.unitId, before.label, before.active, before.roles], [unitId, label, active, roles]);
  if (!same) {
    await tx.db
      .insertInto('persons')
      .values({ id, unitId, label, active })
      .onConflict((on) => on.column('id').doUpdateSet({ unitId, label, active }))
      .execute();
    await setRoles(tx, id, roles);
    tx.audit({
      verb: 'PERSON_SEEDED',
      act,
      subject: { kind: 'person', id },
      body: { unitId, active, roles },
    });
  }
  if (person.token !== undefined) await keepToken(tx, person.token, id, person.tokenExpiresAt ?? null);
}

/** Makes these the roles of a person; each named once. */
export async function setRoles(tx: Tx, personId: string, roles: readonly Role[]): Promise<void> {
  await tx.db.deleteFrom('personRoles').where('personId', '=', personId).execute();
  const rows = [...new Set(roles)].map((role) => ({ personId, role }));
  if (rows.length > 0) await tx.db.insertInto('personRoles').values(rows).execute();
}

async function hasLeft(read: Reading, id: string): Promise<boolean> {
  const row = await read.db.selectFrom('persons').select('leftAt').where('id', '=', id).executeTakeFirst();
  return row !== undefined && row.leftAt !== null;
}

const sameText = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

async function keepToken(tx: Tx, token: string, personId: string, expiresAt: string | null): Promise<void> {
  await tx.db
    .insertInto('accessTokens')
    .values({ tokenSha256: sha256(token), personId, expiresAt })
    .onConflict((on) => on.column('tokenSha256').doUpdateSet({ personId, expiresAt }))
    .execute();
}

/** Persons with their unit's State and their roles in the order of names; in one query, for it stands before every request. */
export const people = (read: Reading) =>
  read.db
    .selectFrom('persons')
    .innerJoin('units', 'units.id', 'persons.unitId')
    .select(['persons.id', 'persons.unitId', 'persons.label', 'persons.active', 'units.state'])
    .select(
      sql<Role[]>`array(select r.role from person_roles r where r.person_id = persons.id order by r.role)`.as(
        'roles',
      ),
    );

export async function personById(read: Reading, id: string): Promise<Person | null> {
  return (await people(read).where('persons.id', '=', id).executeTakeFirst()) ?? null;
}

/** The active person to whom an unexpired token belongs. */
export async function personByToken(read: Reading, token: string, at: string): Promise<Person | null> {
  const person = await people(read)
    .innerJoin('accessTokens', 'accessTokens.personId', 'persons.id')
    .where('accessTokens.tokenSha256', '=', sha256(token))
    .where('persons.active', '=', true)
    .where((is) => is.or([is('accessTokens.expiresAt', 'is', null), is('accessTokens.expiresAt', '>', at)]))
    .executeTakeFirst();
  return person ?? null;
}

/** Active persons of a role, by id. */
export async function peopleWithRole(read: Reading, role: Role): Promise<Person[]> {
  return people(read)
    .innerJoin('personRoles', 'personRoles.personId', 'persons.id')
    .where('personRoles.role', '=', role)
    .where('persons.active', '=', true)
    .orderBy('persons.id')
    .execute();
}
