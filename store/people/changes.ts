import type { Selectable } from 'kysely';
import { RogatoryError } from '../../contracts/errors.js';
import { namesOf, sameName, type PersonAct } from '../actor.js';
import { newId } from '../ids.js';
import type { PersonChange, PersonChangesTable } from '../schema-people.js';
import type { Bare, Reading, Tx } from '../tx.js';
import { applyChange, refuseChange } from './applied-change.js';
import { personById } from './persons.js';

export type PersonChangeRecord = Selectable<PersonChangesTable>;
export type Settling = 'CONFIRMED' | 'REFUSED';

/**
 * Proposes a new person, or another unit, name, roles or account for one: nothing is so before another person confirms.
 * Throws PERSON_CHANGE_SELF, and PERSON_CHANGE_REFUSED for what nobody could confirm.
 */
export async function proposePersonChange(
  tx: Tx,
  act: PersonAct & { reason: string },
  { personId, change }: { personId: string; change: PersonChange },
): Promise<{ changeId: string }> {
  if (namesOf(act).includes(personId)) throw new RogatoryError('PERSON_CHANGE_SELF');
  await refuseChange(tx, personId, change);
  if (await waitsFor(tx, personId))
    throw new RogatoryError('PERSON_CHANGE_REFUSED', { about: 'another change of this person waits' });
  const changeId = newId();
  const { reason, actor, at: proposedAt } = act;
  const row = { id: changeId, personId, change: JSON.stringify(change), reason, proposedAt };
  await tx.db
    .insertInto('personChanges')
    .values({ ...row, proposedBy: actor.personId, settledBy: null, settledAt: null })
    .execute();
  const subject = { kind: 'person', id: personId };
  tx.audit({ verb: 'PERSON_CHANGE_PROPOSED', act, subject, body: { changeId, ...told(change) } });
  return { changeId };
}

/**
 * Confirms or refuses what another person proposed; confirmed, it is so from this instant. Whoever proposed may take it
 * back by refusing it. Throws PERSON_CHANGE_SELF, ENDED_BEFORE, PERSON_CHANGE_REFUSED, IDENTITY_TAKEN.
 */
export async function settlePersonChange(
  tx: Tx,
  act: PersonAct,
  { changeId, state }: { changeId: string; state: Settling },
): Promise<void> {
  const { personId, change, proposedBy } = await openForUpdate(tx, changeId);
  const begun = sameName(act, { byPerson: proposedBy, onBehalfOf: null });
  if (namesOf(act).includes(personId) || (begun && state === 'CONFIRMED'))
    throw new RogatoryError('PERSON_CHANGE_SELF');
  await tx.db
    .updateTable('personChanges')
    .set({ state, settledBy: act.actor.personId, settledAt: act.at })
    .where('id', '=', changeId)
    .execute();
  const before = await personById(tx, personId);
  if (state === 'CONFIRMED') await applyChange(tx, act, personId, change);
  tx.audit({
    verb: 'PERSON_CHANGE_SETTLED',
    act,
    subject: { kind: 'person', id: personId },
    body: {
      ...{ changeId, state, proposedBy, ...told(change) },
      before: before && { unitId: before.unitId, roles: before.roles },
    },
  });
}

/** What the record says of a change: no name of a person. */
const told = ({ unitId, roles, label, identity }: PersonChange) => ({
  ...(unitId === undefined ? {} : { unitId }),
  ...(roles === undefined ? {} : { roles }),
  ...(label === undefined ? {} : { named: true }),
  ...(identity === undefined ? {} : { account: true }),
});

const waitsFor = ({ db }: Bare, personId: string) =>
  db
    .selectFrom('personChanges')
    .select('id')
    .where('personId', '=', personId)
    .where('state', '=', 'PROPOSED')
    .executeTakeFirst();

async function openForUpdate(tx: Tx, id: string): Promise<PersonChangeRecord> {
  const select = tx.db.selectFrom('personChanges').selectAll().where('id', '=', id);
  const found = await select.forUpdate().executeTakeFirst();
  if (!found) throw new RogatoryError('NOT_FOUND', { internal: `person change ${id}` });
  if (found.state !== 'PROPOSED') throw new RogatoryError('ENDED_BEFORE', { internal: id });
  return found;
}

export async function personChangeById(read: Bare, id: string): Promise<PersonChangeRecord | null> {
  const row = await read.db.selectFrom('personChanges').selectAll().where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** Changes of persons, newest first, each with what is so now; `null` for somebody who is not here yet. */
export async function listPersonChanges(
  read: Reading,
  { after, open, limit }: { after?: string; open: boolean; limit: number },
) {
  let select = read.db.selectFrom('personChanges').selectAll();
  if (open) select = select.where('state', '=', 'PROPOSED');
  if (after !== undefined) select = select.where('id', '<', after);
  const rows = await select.orderBy('id', 'desc').limit(limit).execute();
  return Promise.all(rows.map(async (row) => ({ ...row, now: await personById(read, row.personId) })));
}
