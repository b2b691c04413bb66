import type { SensitiveKind } from '../contracts/access.js';
import { RogatoryError } from '../contracts/errors.js';
import type { PersonAct, Reader } from './actor.js';
import { lockCase } from './cases.js';
import { newId } from './ids.js';
import { seesRow } from './reader.js';
import type { Reading, Tx } from './tx.js';

/** Marks a file, or the whole case where no file is named, as material that opens only to who says why. */
export async function markSensitive(
  tx: Tx,
  act: PersonAct & { reason: string },
  { caseId, evidenceId = null, kind }: { caseId: string; evidenceId?: string | null; kind: SensitiveKind },
): Promise<{ markId: string }> {
  await lockCase(tx, caseId);
  const id = newId();
  const { reason, at, actor } = act;
  const row = { id, caseId, evidenceId, kind, reason, byPerson: actor.personId, role: actor.role, at };
  await tx.db.insertInto('sensitiveMarks').values(row).execute();
  const subject = evidenceId === null ? { kind: 'case', id: caseId } : { kind: 'evidence', id: evidenceId };
  tx.audit({ verb: 'SENSITIVE_MARKED', act, subject, caseId, body: { markId: id, kind } });
  return { markId: id };
}

/** Takes a mark off again, with the reason. Throws NOT_FOUND, and ROUTE_STATE where that was done before. */
export async function endMark(
  tx: Tx,
  act: PersonAct & { reason: string },
  { markId }: { markId: string },
): Promise<void> {
  const found = await all(tx).where('sensitiveMarks.id', '=', markId).executeTakeFirst();
  if (!found) throw new RogatoryError('NOT_FOUND', { internal: `mark ${markId}` });
  const { caseId, kind } = found;
  await lockCase(tx, caseId);
  const { reason, at, actor } = act;
  const added = await tx.db
    .insertInto('sensitiveMarkEnds')
    .values({ markId, reason, byPerson: actor.personId, role: actor.role, at })
    .onConflict((on) => on.column('markId').doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n)
    throw new RogatoryError('ROUTE_STATE', { about: 'The mark was taken off before.' });
  tx.audit({
    verb: 'SENSITIVE_UNMARKED',
    act,
    subject: { kind: 'mark', id: markId },
    caseId,
    body: { kind },
  });
}

const all = (read: Reading) =>
  read.db
    .selectFrom('sensitiveMarks')
    .leftJoin('sensitiveMarkEnds as e', 'e.markId', 'sensitiveMarks.id')
    .selectAll('sensitiveMarks')
    .select('e.at as endedAt');

/** Marks of a case and its files, oldest first, with those that were taken off. */
export const marksOfCase = (read: Reading, caseId: string) =>
  all(read).where('sensitiveMarks.caseId', '=', caseId).orderBy('sensitiveMarks.id').execute();

/** The mark, or `null` when there is none or the reader may not see its case. */
export async function markForReader(read: Reading, reader: Reader, id: string) {
  if (!(await seesRow(read, reader, 'sensitiveMarks', id))) return null;
  return (await all(read).where('sensitiveMarks.id', '=', id).executeTakeFirst()) ?? null;
}

/** Kinds under which a file is marked now. */
export async function marksOfEvidence(read: Reading, evidenceId: string): Promise<SensitiveKind[]> {
  const rows = await all(read)
    .where('sensitiveMarks.evidenceId', '=', evidenceId)
    .where('e.at', 'is', null)
    .execute();
  return [...new Set(rows.map(({ kind }) => kind))].sort();
}
