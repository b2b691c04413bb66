import { RogatoryError } from '../contracts/errors.js';
import type { PersonAct } from './actor.js';
import { lockCase } from './cases.js';
import { newId } from './ids.js';
import type { Reading, Tx } from './tx.js';

/** A conflict of interest, open or ended. */
export type Conflict = Awaited<ReturnType<typeof conflictsOfCase>>[number];

/**
 * Records that a person has a conflict of interest in a case: from here on he or she sees nothing of it, signs nothing in
 * it, and what was signed and not handed over counts no longer. A successor takes over what the person owns. The same
 * conflict recorded again changes nothing.
 */
export async function declareConflict(
  tx: Tx,
  act: PersonAct & { reason: string },
  { caseId, personId, successorId }: { caseId: string; personId: string; successorId?: string },
): Promise<{ conflictId: string }> {
  await lockCase(tx, caseId);
  const open = await openConflict(tx, caseId, personId);
  if (open) return { conflictId: open.id };
  const id = newId();
  const { reason, actor, at } = act;
  const { personId: byPerson, role } = actor;
  await tx.db.insertInto('conflicts').values({ id, caseId, personId, reason, byPerson, role, at }).execute();
  const owned =
    successorId === undefined ? false : await passOwnership(tx, at, caseId, personId, successorId);
  tx.audit({
    verb: 'CONFLICT_DECLARED',
    act,
    subject: { kind: 'conflict', id },
    caseId,
    body: { personId, ...(owned ? { successorId } : {}) },
  });
  return { conflictId: id };
}

/** Whether the person owned the case: then the successor does now. */
async function passOwnership(
  tx: Tx,
  since: string,
  caseId: string,
  personId: string,
  successorId: string,
): Promise<boolean> {
  if (await openConflict(tx, caseId, successorId)) throw new RogatoryError('SUCCESSOR_UNFIT');
  const owner = await tx.db
    .updateTable('caseMembers')
    .set({ access: 'MEMBER' })
    .where('caseId', '=', caseId)
    .where('personId', '=', personId)
    .where('access', '=', 'OWNER')
    .executeTakeFirst();
  if (owner.numUpdatedRows === 0n) return false;
  await tx.db
    .insertInto('caseMembers')
    .values({ caseId, personId: successorId, access: 'OWNER', since })
    .onConflict((on) => on.columns(['caseId', 'personId']).doUpdateSet({ access: 'OWNER' }))
    .execute();
  return true;
}

/** Ends a conflict, with the reason why there is none any more. Throws NOT_FOUND, and ROUTE_STATE where it ended before. */
export async function endConflict(
  tx: Tx,
  act: PersonAct & { reason: string },
  { conflictId }: { conflictId: string },
): Promise<void> {
  const found = await tx.db
    .selectFrom('conflicts')
    .select(['caseId', 'personId'])
    .where('id', '=', conflictId)
    .executeTakeFirst();
  if (!found) throw new RogatoryError('NOT_FOUND', { internal: `conflict ${conflictId}` });
  const { caseId, personId } = found;
  await lockCase(tx, caseId);
  const { reason, actor, at } = act;
  const row = { conflictId, reason, byPerson: actor.personId, role: actor.role, at };
  const added = await tx.db
    .insertInto('conflictEnds')
    .values(row)
    .onConflict((on) => on.column('conflictId').doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n)
    throw new RogatoryError('ROUTE_STATE', { about: 'The conflict has ended before.' });
  const subject = { kind: 'conflict', id: conflictId };
  tx.audit({ verb: 'CONFLICT_ENDED', act, subject, caseId, body: { personId } });
}

const all = (read: Reading) =>
  read.db
    .selectFrom('conflicts')
    .leftJoin('conflictEnds as e', 'e.conflictId', 'conflicts.id')
    .selectAll('conflicts')
    .select(['e.at as endedAt', 'e.byPerson as endedBy', 'e.reason as endReason']);

/** The conflict that a person has in a case now. */
export const openConflict = (read: Reading, caseId: string, personId: string) =>
  all(read)
    .where('conflicts.caseId', '=', caseId)
    .where('conflicts.personId', '=', personId)
    .where('e.at', 'is', null)
    .executeTakeFirst();

/** Conflicts of a case, oldest first, with those that ended. */
export const conflictsOfCase = (read: Reading, caseId: string) =>
  all(read).where('conflicts.caseId', '=', caseId).orderBy('conflicts.id').execute();
