import type { Selectable } from 'kysely';
import type { Lacking, MissingPart } from '../contracts/gaps.js';
import { RogatoryError } from '../contracts/errors.js';
import type { Act, Reader } from './actor.js';
import { newId } from './ids.js';
import { seesRow } from './reader.js';
import { repliesOfRoute } from './replies-of-route.js';
import type { RouteRecord } from './routes.js';
import type { GapEndsTable } from './schema-gaps.js';
import type { Opened } from './secrets/sealed.js';
import type { Reading, Tx } from './tx.js';

/** A gap of a route. `laterReply` brought it, or said anew what is missing of the item; `ended` is what a person decided. */
export type Gap = {
  id: string;
  item: string;
  lacks: Lacking;
  replyId: string;
  at: string;
  laterReply: string | null;
  ended: Omit<Opened<Selectable<GapEndsTable>>, 'gapId'> | null;
};

const stands = ({ laterReply, ended }: Gap): boolean => laterReply === null && ended === null;

/** Gaps that the replies of a route left and that went on to it, oldest first, closed ones included. */
export async function gapsOfRoute(read: Reading, routeId: string): Promise<Gap[]> {
  const replies = await repliesOfRoute(read, routeId);
  const rows = await read.db
    .selectFrom('gaps')
    .selectAll()
    .where('routeId', '=', routeId)
    .orderBy('id')
    .execute();
  const ends = await endsOf(read, rows);
  const open = async ({ id, caseId, ...row }: (typeof rows)[number]): Promise<Gap> => {
    const { item, replyId, at } = row;
    const { lacks } = (await read.secrets.of(caseId)).open('gaps', id, { lacks: row.lacks });
    const after = replies.slice(replies.findIndex((one) => one.id === replyId) + 1);
    const later = after.find(
      (one) => one.came?.includes(item) || rows.some((gap) => gap.replyId === one.id && gap.item === item),
    );
    return { id, item, lacks, replyId, at, laterReply: later?.id ?? null, ended: ends.get(id) ?? null };
  };
  return Promise.all(rows.filter((row) => replies.some((one) => one.id === row.replyId)).map(open));
}

async function endsOf(read: Reading, gaps: readonly { id: string; caseId: string }[]) {
  const ids = gaps.map(({ id }) => id);
  if (ids.length === 0) return new Map<string, NonNullable<Gap['ended']>>();
  const rows = await read.db.selectFrom('gapEnds').selectAll().where('gapId', 'in', ids).execute();
  const opened = await Promise.all(
    rows.map(async ({ gapId, ...row }) => {
      const caseId = gaps.find(({ id }) => id === gapId)?.caseId ?? '';
      return [gapId, (await read.secrets.of(caseId)).open('gapEnds', gapId, row)] as const;
    }),
  );
  return new Map(opened);
}

/** Gaps of a route that neither a later reply nor a person has closed. */
export const gapsThatStand = async (read: Reading, routeId: string): Promise<Gap[]> =>
  (await gapsOfRoute(read, routeId)).filter(stands);

/** Items of a request for which something is still wanted: those with a gap once a part has come, all of them before. */
export async function itemsStillWanted(read: Reading, { id, lot }: RouteRecord): Promise<readonly string[]> {
  const gaps = await gapsOfRoute(read, id);
  return gaps.length === 0 ? lot.items : [...new Set(gaps.filter(stands).map(({ item }) => item))];
}

/** A gap with its route, or `null` when there is none or the reader may not see its case. */
export async function gapForReader(
  read: Reading,
  reader: Reader,
  gapId: string,
): Promise<{ gap: Gap; routeId: string } | null> {
  if (!(await seesRow(read, reader, 'gaps', gapId))) return null;
  const row = await read.db.selectFrom('gaps').select('routeId').where('id', '=', gapId).executeTakeFirst();
  if (!row) return null;
  const gap = (await gapsOfRoute(read, row.routeId)).find(({ id }) => id === gapId);
  return gap ? { gap, routeId: row.routeId } : null;
}

/** Writes the gaps of a reply; whoever calls audits them with the reply. */
export async function keepGaps(
  tx: Tx,
  act: Act,
  { id: routeId, caseId }: RouteRecord,
  { replyId, missing }: { replyId: string; missing: readonly MissingPart[] },
): Promise<void> {
  const secrets = await tx.secrets.of(caseId);
  for (const { item, lacks } of missing) {
    const id = newId();
    const sealed = secrets.seal('gaps', id, { lacks });
    await tx.db
      .insertInto('gaps')
      .values({ id, caseId, routeId, replyId, item, at: act.at, ...sealed })
      .execute();
  }
}

/**
 * Holds what a reply says of items against what the route still waits for: a part accounts for each of them, and an answer
 * that follows parts names every item whose gap it closes. Throws REPLY_ITEMS.
 */
export async function refuseUnaccounted(
  tx: Tx,
  route: RouteRecord,
  {
    outcome,
    came = [],
    missing = [],
  }: { outcome: string; came?: readonly string[]; missing?: readonly MissingPart[] },
): Promise<void> {
  const named = [...came, ...missing.map(({ item }) => item)];
  const unknown = named.filter((item) => !route.lot.items.includes(item));
  if (unknown.length > 0)
    throw unaccounted(`This request asks for ${route.lot.items.join(', ')}; not for`, unknown);
  const both = came.filter((item) => missing.some((one) => one.item === item));
  if (both.length > 0) throw unaccounted('Said to have come in whole and to lack something:', both);
  const gaps = await gapsOfRoute(tx, route.id);
  const standing = gaps.filter(stands).map(({ item }) => item);
  const first = outcome === 'PARTIAL' && gaps.length === 0;
  const asked = first ? route.lot.items : ['PARTIAL', 'ANSWERED'].includes(outcome) ? standing : [];
  const unsaid = [...new Set(asked)].filter((item) => !named.includes(item));
  if (unsaid.length > 0) throw unaccounted('Nothing is said of', unsaid);
}

const unaccounted = (says: string, items: readonly string[]): RogatoryError =>
  new RogatoryError('REPLY_ITEMS', { about: `${says} ${items.join(', ')}.` });

/** A route that answered in part closes only once each of its gaps is closed. Throws GAPS_STAND with their ids. */
export async function refuseWhileGapsStand(tx: Tx, routeId: string): Promise<void> {
  const standing = await gapsThatStand(tx, routeId);
  if (standing.length === 0) return;
  throw new RogatoryError('GAPS_STAND', {
    about: standing.map(({ id, item }) => `${item} (${id})`).join(', '),
  });
}
