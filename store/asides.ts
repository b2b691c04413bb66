import type { RouteState } from '../contracts/codes.js';
import type { RouteToReopen } from '../contracts/activities.js';
import type { Reader } from './actor.js';
import { notes, seesRow, visibleTo } from './reader.js';
import { hasEnded, routeById } from './routes.js';
import type { Bare, Reading } from './tx.js';

/** Neither what a reply says nor its reference: those stay sealed until it goes on. */
const asides = (read: Bare) =>
  read.db
    .selectFrom('repliesSetAside as a')
    .innerJoin('replies as r', 'r.id', 'a.replyId')
    .leftJoin('setAsideDecisions as d', 'd.replyId', 'a.replyId')
    .select(['a.replyId', 'a.routeId', 'a.caseId', 'a.why', 'a.sameAs', 'a.at'])
    .select(['r.outcome', 'r.receivedAt', 'r.byPerson', 'r.role', 'r.onBehalfOf'])
    .select(['d.choice as decided', 'd.byPerson as decidedBy', 'd.at as decidedAt', 'd.routeSeq']);

export type AsideRow = Awaited<ReturnType<ReturnType<typeof asides>['execute']>>[number];

export async function asideById(read: Bare, replyId: string): Promise<AsideRow | null> {
  return (await asides(read).where('a.replyId', '=', replyId).executeTakeFirst()) ?? null;
}

/** The reply, or `null` when it was not set aside or the reader may not see its case. */
export async function asideForReader(read: Bare, reader: Reader, replyId: string): Promise<AsideRow | null> {
  return (await seesRow(read, reader, 'replies', replyId)) ? asideById(read, replyId) : null;
}

/** Replies of a route that were set aside, oldest first. */
export const asidesOfRoute = (read: Bare, routeId: string): Promise<AsideRow[]> =>
  asides(read).where('a.routeId', '=', routeId).orderBy('a.replyId').execute();

/** Replies that wait for a decision in the cases the reader may see, oldest first; `after` is the last one seen. */
export async function asidesWaiting(
  read: Bare,
  reader: Reader,
  { after, limit }: { after?: string; limit: number },
): Promise<(AsideRow & { caseReference: string; route: string; state: RouteState })[]> {
  let select = asides(read)
    .innerJoin('routes', 'routes.id', 'a.routeId')
    .innerJoin('cases', 'cases.id', 'a.caseId')
    .select(['cases.reference as caseReference', 'routes.route', 'routes.state'])
    .where('d.replyId', 'is', null)
    .where('a.why', '!=', 'SAME_CONTENT')
    .where(visibleTo(reader));
  if (after !== undefined) select = select.where('a.replyId', '>', after);
  const rows = await select.orderBy('a.replyId').limit(limit).execute();
  return notes(reader, rows, ({ caseId }) => caseId);
}

/** By which ways a reply arrived beside the first one, oldest first. */
export async function arrivalsOf(read: Reading, routeId: string) {
  const rows = await asides(read)
    .select('r.means')
    .where('a.routeId', '=', routeId)
    .where((is) => is.or([is('a.why', '=', 'SAME_CONTENT'), is('d.choice', '=', 'SAME')]))
    .orderBy('a.replyId')
    .execute();
  return Promise.all(
    rows.map(async ({ replyId, caseId, sameAs, receivedAt, byPerson, role, ...row }) => {
      const { means } = (await read.secrets.of(caseId)).open('replies', replyId, { means: row.means });
      return { replyId, sameAs, receivedAt, byPerson, role, means };
    }),
  );
}

/**
 * What a route is started with when a late reply opens it again. `null` when nobody decided so, or when the route has moved
 * since: a decision opens a route once.
 */
export async function routeToReopen(
  read: Reading,
  { caseId, replyId }: { caseId: string; replyId: string },
): Promise<RouteToReopen | null> {
  const aside = await asideById(read, replyId);
  if (aside?.caseId !== caseId || (aside.decided !== 'REOPEN' && aside.decided !== 'OTHER')) return null;
  const route = await routeById(read, aside.routeId);
  if (!route || route.seq !== aside.routeSeq || !hasEnded(route.state)) return null;
  const sent = await lastSent(read, route.id);
  const sentDigest = sent?.digest ?? route.lot.inFlight?.digest;
  if (!sent || sentDigest === undefined) return null;
  const { outcome, receivedAt } = aside;
  const { id: routeId, workflowId, planId, lot, seq, state } = route;
  const dispatch = { dispatchId: sent.id, sentAt: sent.sentAt };
  return {
    ...{ routeId, workflowId, planId, lot, seq },
    reopened: { state, dispatch, sentDigest, reply: { replyId, outcome, receivedAt } },
  };
}

const lastSent = (read: Bare, routeId: string) =>
  read.db
    .selectFrom('dispatches as d')
    .leftJoin('outbox as o', 'o.id', 'd.outboxId')
    .select(['d.id', 'd.sentAt', 'o.digest'])
    .where('d.routeId', '=', routeId)
    .orderBy('d.id', 'desc')
    .limit(1)
    .executeTakeFirst();
