import { sql } from 'kysely';
import { RogatoryError } from '../contracts/errors.js';
import type { PersonAct, Reader } from './actor.js';
import { lockCase } from './cases.js';
import { newId } from './ids.js';
import { passCase, whyNotTake } from './passing-on.js';
import { notes, seesRow, visibleTo } from './reader.js';
import { someoneCanSign } from './signers.js';
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
    successorId !== undefined &&
    (await passTo(tx, at, { caseId, fromPerson: personId, toPerson: successorId }));
  tx.audit({
    verb: 'CONFLICT_DECLARED',
    act,
    subject: { kind: 'conflict', id },
    caseId,
    body: { personId, ...(owned ? { successorId } : {}) },
  });
  return { conflictId: id };
}

/** Whether the successor owns now what the person owned. Throws SUCCESSOR_UNFIT for who cannot take it. */
async function passTo(
  tx: Tx,
  since: string,
  passing: { caseId: string; fromPerson: string; toPerson: string },
): Promise<boolean> {
  if ((await whyNotTake(tx, passing.caseId, passing.toPerson)) !== null)
    throw new RogatoryError('SUCCESSOR_UNFIT');
  return (await passCase(tx, since, passing)).owner;
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

/** The conflict, or `null` when there is none or the reader may not see its case. */
export async function conflictForReader(read: Reading, reader: Reader, id: string) {
  if (!(await seesRow(read, reader, 'conflicts', id))) return null;
  return (await all(read).where('conflicts.id', '=', id).executeTakeFirst()) ?? null;
}

/** Steps that are open in the case and that nobody can sign at an instant. */
const nobodyCanSign = (at: string) =>
  sql<string[]>`coalesce((select array_agg(s.id order by s.id) from approval_steps s
    join approval_rounds r on r.id = s.round_id join routes on routes.id = r.route_id
    where r.case_id = conflicts.case_id and s.state = 'OPEN' and not ${someoneCanSign(at)}), '{}')`;

const needsOwner = sql<boolean>`exists (select 1 from case_members m where m.case_id = conflicts.case_id
  and m.person_id = conflicts.person_id and m.access = 'OWNER')`;

/** Open conflicts in the cases the reader may see, newest first, with what waits because of them. */
export async function listConflicts(
  read: Reading,
  reader: Reader,
  { after, at, limit }: { after?: string; at: string; limit: number },
) {
  let select = all(read)
    .innerJoin('cases', 'cases.id', 'conflicts.caseId')
    .select([needsOwner.as('needsOwner'), nobodyCanSign(at).as('nobodyCanSign')])
    .where('e.at', 'is', null)
    .where(visibleTo(reader));
  if (after !== undefined) select = select.where('conflicts.id', '<', after);
  const rows = await select.orderBy('conflicts.id', 'desc').limit(limit).execute();
  return notes(reader, rows, ({ caseId }) => caseId);
}

/** Those of these persons who have a conflict of interest in the case. */
export async function recusedAmong(
  read: Reading,
  caseId: string,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set();
  const rows = await read.db
    .selectFrom('conflicts')
    .leftJoin('conflictEnds as e', 'e.conflictId', 'conflicts.id')
    .select('personId')
    .where('conflicts.caseId', '=', caseId)
    .where('personId', 'in', personIds)
    .where('e.conflictId', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.personId));
}
