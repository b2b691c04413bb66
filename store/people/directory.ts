import { sql } from 'kysely';
import type { Role } from '../../contracts/codes.js';
import type { Bare } from '../tx.js';
import type { Person } from './persons.js';

/** Roles of the person of the row, in a query over `persons`. */
export const rolesHeld = sql<Role[]>`coalesce((select array_agg(h.role order by h.role) from person_roles h
  where h.person_id = persons.id), '{}')`;

/** Persons by id: of one unit or of all, of one role or of all, only who works here or also who left. */
export async function listPeople(
  read: Bare,
  filter: { unitId?: string; role?: Role; active: boolean; after?: string; limit: number },
): Promise<Person[]> {
  let select = read.db
    .selectFrom('persons')
    .innerJoin('units', 'units.id', 'persons.unitId')
    .select(['persons.id', 'persons.label', 'persons.unitId', 'persons.active', 'units.state'])
    .select(rolesHeld.as('roles'));
  if (filter.unitId !== undefined) select = select.where('persons.unitId', '=', filter.unitId);
  if (filter.active) select = select.where('persons.active', '=', true);
  if (filter.after !== undefined) select = select.where('persons.id', '>', filter.after);
  if (filter.role !== undefined) select = select.where(sql<boolean>`${filter.role} = any (${rolesHeld})`);
  return select.orderBy('persons.id').limit(filter.limit).execute();
}

export type Unit = { id: string; label: string; state: string; closed: boolean };

const units = ({ db }: Bare) =>
  db
    .selectFrom('units')
    .select(['id', 'label', 'state'])
    .select(sql<boolean>`closed_at is not null`.as('closed'));

/** A unit of the office, or `null`. */
export async function unitById(read: Bare, id: string): Promise<Unit | null> {
  return (await units(read).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Units by id, open and closed. */
export function listUnits(read: Bare, { after, limit }: { after?: string; limit: number }): Promise<Unit[]> {
  const select = units(read).orderBy('id').limit(limit);
  return (after === undefined ? select : select.where('id', '>', after)).execute();
}
