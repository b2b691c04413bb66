import type { ReplyOutcome } from '../contracts/codes.js';
import { choicesFor, type AsideWhy } from '../contracts/set-aside.js';
import type { Act } from './actor.js';
import { asideById } from './asides.js';
import { tellAtOnce } from './notices.js';
import { settle, type RelayRow } from './relay.js';
import { hasEnded, lockRoute, type RouteRecord } from './routes.js';
import type { Tx } from './tx.js';

export type Aside = { why: AsideWhy; sameAs: string | null };
export type Seen = {
  outcome: ReplyOutcome;
  reference: string;
  contentSha256?: string;
  preservedFrom?: string;
  preservedUntil?: string;
  noticeAt?: string;
};

/**
 * Whether a reply has to be set aside. The same content is the same reply, whatever way it came; the same outcome with the
 * same dates under the same reference may be. Everything else that comes after the end of its route is late (C.16).
 */
export async function whyAside(tx: Tx, route: RouteRecord, seen: Seen): Promise<Aside | null> {
  const alike = (await repliesBefore(tx, route)).filter((one) => one.outcome === seen.outcome);
  const copy = alike.find((one) => one.contentSha256 !== null && one.contentSha256 === seen.contentSha256);
  if (copy) return { why: 'SAME_CONTENT', sameAs: copy.id };
  const named = alike.find((one) => one.reference === seen.reference && sameDates(one, seen));
  if (hasEnded(route.state)) return { why: 'LATE', sameAs: named?.id ?? null };
  // Status letters come again and again under one reference.
  if (!named || seen.outcome === 'ACKNOWLEDGED') return null;
  return { why: 'SAME_REFERENCE', sameAs: named.id };
}

const dates = ['preservedFrom', 'preservedUntil', 'noticeAt'] as const;
type Dates = { [Date in (typeof dates)[number]]?: string | null };
const sameDates = (one: Dates, seen: Dates): boolean =>
  dates.every((date) => instantOf(one[date]) === instantOf(seen[date]));
const instantOf = (at: string | null | undefined): number | null => (at ? Date.parse(at) : null);

/** First arrivals only: one that is the same as another is not compared with again. */
async function repliesBefore(tx: Tx, { id, caseId }: RouteRecord) {
  const rows = await tx.db
    .selectFrom('replies')
    .leftJoin('repliesSetAside as a', 'a.replyId', 'replies.id')
    .select(['replies.id', 'outcome', 'reference', 'contentSha256', ...dates])
    .where('replies.routeId', '=', id)
    .where((is) => is.or([is('a.why', 'is', null), is('a.why', '!=', 'SAME_CONTENT')]))
    .orderBy('replies.id')
    .execute();
  const secrets = await tx.secrets.of(caseId);
  return rows.map((row) => secrets.open('replies', row.id, row));
}

/** Sets a reply aside. Who has to decide on it is told; a copy of the same content asks nobody. */
export async function setAside(
  tx: Tx,
  act: Act,
  route: RouteRecord,
  { replyId, why, sameAs }: Aside & { replyId: string },
): Promise<void> {
  const { id: routeId, caseId } = route;
  await tx.db
    .insertInto('repliesSetAside')
    .values({ replyId, caseId, routeId, why, sameAs, at: act.at })
    .execute();
  const subject = { kind: 'reply', id: replyId };
  tx.audit({ verb: 'REPLY_SET_ASIDE', act, subject, caseId, body: { routeId, why, sameAs } });
  if (choicesFor[why].length === 0) return;
  const says =
    why === 'LATE'
      ? 'An answer came after the route had ended. It lies sealed until a supervisor opens the route again or rejects it.'
      : 'An answer came under the reference of an earlier one: say whether it is the same.';
  await tellAtOnce(tx, act, route, {
    key: `aside/${replyId}`,
    tell: 'SUPERVISOR',
    says,
    climbTo: ['HEAD_OF_OFFICE'],
  });
}

/**
 * Sets aside a reply that was recorded while its route was ending, so that no workflow can read it any more. Answers whether
 * it did.
 */
export async function setAsideUnread(tx: Tx, act: Act, row: RelayRow): Promise<boolean> {
  const { replyId } = row.payload;
  if (row.update !== 'receiveReply' || typeof replyId !== 'string') return false;
  const reply = await tx.db
    .selectFrom('replies')
    .select('routeId')
    .where('id', '=', replyId)
    .executeTakeFirst();
  if (!reply) return false;
  const route = await lockRoute(tx, reply.routeId);
  if (!hasEnded(route.state) || (await asideById(tx, replyId))) return false;
  await setAside(tx, act, route, { replyId, why: 'LATE', sameAs: null });
  const delivery = { kind: 'refused', code: 'ROUTE_ENDED', says: `The route is ${route.state}.` } as const;
  await settle(tx, { id: row.id, delivery, at: act.at });
  return true;
}
