import type { PersonAct } from '../actor.js';
import type { UnitChange } from '../schema-people.js';
import type { Bare, Tx } from '../tx.js';
import { listPeople, unitById } from './directory.js';

/** Why a unit cannot become what is asked; `null` when it can. */
export async function whyNotUnit(read: Bare, id: string, change: UnitChange): Promise<string | null> {
  const { label, state, closed } = change;
  const before = await unitById(read, id);
  if (before === null)
    return label === undefined || state === undefined || closed === true
      ? 'a new unit needs label and state, and begins open'
      : null;
  if (state !== undefined && state !== before.state)
    return 'a unit stays in its State: its cases were opened there';
  const same = (label ?? before.label) === before.label && (closed ?? before.closed) === before.closed;
  if (same) return 'it is so already';
  const inIt = await listPeople(read, { unitId: id, active: true, limit: 1 });
  return closed === true && inIt.length > 0 ? 'people work in this unit; they move or leave first' : null;
}

/** Founds, names, closes or opens a unit. A closed one keeps its cases and takes nobody in. */
export async function applyUnit(
  { db }: Tx,
  { at }: PersonAct,
  id: string,
  { label, state, closed }: UnitChange,
): Promise<void> {
  const before = await unitById({ db }, id);
  const row = {
    label: label ?? before?.label ?? '',
    closedAt: (closed ?? before?.closed) === true ? at : null,
  };
  await db
    .insertInto('units')
    .values({ id, state: before?.state ?? state ?? '', ...row })
    .onConflict((on) => on.column('id').doUpdateSet(row))
    .execute();
}
