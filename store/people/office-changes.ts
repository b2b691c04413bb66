import type { Selectable } from 'kysely';
import { RogatoryError } from '../../contracts/errors.js';
import { sameName, type PersonAct } from '../actor.js';
import { newId } from '../ids.js';
import type { MachineChange, OfficeChangesTable, UnitChange } from '../schema-people.js';
import type { Bare, Reading, Tx } from '../tx.js';
import type { Settling } from './changes.js';
import { applyMachine, whyNotMachine } from './machine-change.js';
import { applyUnit, whyNotUnit } from './unit-change.js';

export type OfficeChange =
  { kind: 'unit'; id: string; change: UnitChange } | { kind: 'machine'; id: string; change: MachineChange };
export type OfficeChangeRecord = Selectable<OfficeChangesTable>;

/**
 * Proposes a new unit or machine, or what is to become of one: nothing is so before another person confirms.
 * Throws OFFICE_CHANGE_REFUSED for what nobody could confirm.
 */
export async function proposeOfficeChange(
  tx: Tx,
  act: PersonAct & { reason: string },
  { kind, id: subjectId, change }: OfficeChange,
): Promise<{ changeId: string }> {
  await refuse(tx, { kind, id: subjectId, change });
  if (await waitsFor(tx, kind, subjectId)) throw refused('another change of it waits');
  const changeId = newId();
  const { reason, actor, at: proposedAt } = act;
  const row = { id: changeId, kind, subjectId, change: JSON.stringify(change), reason, proposedAt };
  await tx.db
    .insertInto('officeChanges')
    .values({ ...row, proposedBy: actor.personId, settledBy: null, settledAt: null })
    .execute();
  const body = { changeId, ...told(change) };
  tx.audit({ verb: 'OFFICE_CHANGE_PROPOSED', act, subject: { kind, id: subjectId }, body });
  return { changeId };
}

/**
 * Confirms or refuses what another person proposed; confirmed, it is so from this instant. Whoever proposed may take it
 * back by refusing it. Throws PERSON_CHANGE_SELF, ENDED_BEFORE, OFFICE_CHANGE_REFUSED, IDENTITY_TAKEN.
 */
export async function settleOfficeChange(
  tx: Tx,
  act: PersonAct,
  { changeId, state }: { changeId: string; state: Settling },
): Promise<void> {
  const { proposedBy, ...found } = await openForUpdate(tx, changeId);
  const begun = sameName(act, { byPerson: proposedBy, onBehalfOf: null });
  if (begun && state === 'CONFIRMED') throw new RogatoryError('PERSON_CHANGE_SELF');
  await tx.db
    .updateTable('officeChanges')
    .set({ state, settledBy: act.actor.personId, settledAt: act.at })
    .where('id', '=', changeId)
    .execute();
  const asked = askedBy(found);
  if (state === 'CONFIRMED') await apply(tx, act, asked);
  tx.audit({
    verb: 'OFFICE_CHANGE_SETTLED',
    act,
    subject: { kind: asked.kind, id: asked.id },
    body: { changeId, state, proposedBy, ...told(asked.change) },
  });
}

async function refuse(read: Reading, asked: OfficeChange): Promise<void> {
  const about =
    asked.kind === 'unit'
      ? await whyNotUnit(read, asked.id, asked.change)
      : await whyNotMachine(read, asked.id, asked.change);
  if (about !== null) throw refused(about);
}

async function apply(tx: Tx, act: PersonAct, asked: OfficeChange): Promise<void> {
  await refuse(tx, asked);
  if (asked.kind === 'unit') await applyUnit(tx, act, asked.id, asked.change);
  else await applyMachine(tx, act, asked.id, asked.change);
}

const refused = (about: string): RogatoryError => new RogatoryError('OFFICE_CHANGE_REFUSED', { about });

const askedBy = ({ kind, subjectId: id, change }: Omit<OfficeChangeRecord, 'proposedBy'>): OfficeChange =>
  kind === 'unit' ? { kind, id, change } : { kind, id, change };

/** What the record says of a change; an account is not named twice. */
const told = ({ identity, ...rest }: UnitChange & MachineChange) => ({
  ...rest,
  ...(identity === undefined ? {} : { account: true }),
});

const waitsFor = ({ db }: Bare, kind: OfficeChange['kind'], subjectId: string) =>
  db
    .selectFrom('officeChanges')
    .select('id')
    .where('kind', '=', kind)
    .where('subjectId', '=', subjectId)
    .where('state', '=', 'PROPOSED')
    .executeTakeFirst();

async function openForUpdate(tx: Tx, id: string): Promise<OfficeChangeRecord> {
  const select = tx.db.selectFrom('officeChanges').selectAll().where('id', '=', id);
  const found = await select.forUpdate().executeTakeFirst();
  if (!found) throw new RogatoryError('NOT_FOUND', { internal: `office change ${id}` });
  if (found.state !== 'PROPOSED') throw new RogatoryError('ENDED_BEFORE', { internal: id });
  return found;
}

export async function officeChangeById(read: Bare, id: string): Promise<OfficeChangeRecord | null> {
  const row = await read.db.selectFrom('officeChanges').selectAll().where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** Changes of units and machines, newest first. */
export async function listOfficeChanges(
  read: Bare,
  { after, open, limit }: { after?: string; open: boolean; limit: number },
): Promise<OfficeChangeRecord[]> {
  let select = read.db.selectFrom('officeChanges').selectAll();
  if (open) select = select.where('state', '=', 'PROPOSED');
  if (after !== undefined) select = select.where('id', '<', after);
  return select.orderBy('id', 'desc').limit(limit).execute();
}
