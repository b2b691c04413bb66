import type { Reader } from './actor.js';
import { notes, visibleTo } from './reader.js';
import type { Bare } from './tx.js';

/** What waits for nobody in the cases the reader may see, newest first; `open`: only what still does. */
export async function listWaitNotices(
  read: Bare,
  reader: Reader,
  { after, open, limit }: { after?: string; open: boolean; limit: number },
) {
  let select = read.db
    .selectFrom('waitNotices as w')
    .innerJoin('cases', 'cases.id', 'w.caseId')
    .selectAll('w')
    .select('cases.reference')
    .where(visibleTo(reader));
  if (open) select = select.where('w.closedAt', 'is', null);
  if (after !== undefined) select = select.where('w.id', '<', after);
  const rows = await select.orderBy('w.id', 'desc').limit(limit).execute();
  return notes(reader, rows, ({ caseId }) => caseId);
}
