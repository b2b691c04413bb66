import { sql, type Selectable } from 'kysely';
import type { RouteState } from '../contracts/codes.js';
import type { RepliesTable } from './schema-correspondence.js';
import type { Opened } from './secrets/sealed.js';
import type { Reading } from './tx.js';

export type Reply = Opened<Selectable<RepliesTable>>;

/** Replies that went on to their route, with the state each led to, in the order in which they went on. What was set aside is not among them. */
export async function repliesOfRoute(
  read: Reading,
  routeId: string,
): Promise<(Reply & { ledTo: RouteState | null })[]> {
  const rows = await read.db
    .selectFrom('replies')
    .leftJoin('replyLinks as l', 'l.replyId', 'replies.id')
    .leftJoin('repliesSetAside as a', 'a.replyId', 'replies.id')
    .leftJoin('setAsideDecisions as d', 'd.replyId', 'replies.id')
    .selectAll('replies')
    .select('l.state as ledTo')
    .where('replies.routeId', '=', routeId)
    .where((is) => is.or([is('a.replyId', 'is', null), is('d.choice', 'in', ['REOPEN', 'OTHER'])]))
    .orderBy(sql`coalesce(d.at, replies.at)`)
    .orderBy('replies.id')
    .execute();
  return Promise.all(
    rows.map(async (row) => (await read.secrets.of(row.caseId)).open('replies', row.id, row)),
  );
}

export async function replyById(read: Reading, id: string): Promise<Reply | null> {
  const row = await read.db.selectFrom('replies').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? (await read.secrets.of(row.caseId)).open('replies', row.id, row) : null;
}
