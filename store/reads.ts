import { sql, type Selectable } from 'kysely';
import { newId } from './ids.js';
import type { ReadsTable } from './schema-access.js';
import type { Reading, Tx } from './tx.js';

export type ReadRecord = Selectable<ReadsTable>;
export type ReadToKeep = Omit<ReadRecord, 'id'>;

/** Keeps who read what of which cases (specification HR-16, E.2); several at once in one statement. */
export async function keepReads(tx: Tx, reads: readonly ReadToKeep[]): Promise<void> {
  if (reads.length === 0) return;
  const rows = reads.map((read) => ({ ...read, id: newId() }));
  await tx.db.insertInto('reads').values(rows).execute();
}

/** Who read the case, newest first; `after` is the id of the last one seen. */
export async function readsOfCase(
  read: Reading,
  caseId: string,
  { after, limit }: { after?: string; limit: number },
): Promise<ReadRecord[]> {
  let select = read.db
    .selectFrom('reads')
    .selectAll()
    .where(sql<boolean>`case_ids @> ${[caseId]}::text[]`);
  if (after !== undefined) select = select.where('id', '<', after);
  return select.orderBy('id', 'desc').limit(limit).execute();
}
