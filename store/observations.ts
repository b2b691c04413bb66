import { sql } from 'kysely';
import type { RouteState } from '../contracts/codes.js';
import { refusing } from '../contracts/refusals.js';
import type { Observation } from '../contracts/register-proposals.js';
import type { Bare } from './tx.js';

/** Of one addressee by one route; everything where neither is named. */
type Of = { addressee: string; route: string; exceptRoute: string };
type Seen = Observation & { routeId: string; sentAt: string | null };

/** Ends that nobody chose for another reason than the addressee: a request withdrawn or never sent says nothing of it. */
const endsOfSilence: readonly RouteState[] = ['CLOSED', 'CONVERTED', 'EXPIRED'];
const answering = ['ANSWERED', 'PARTIAL', 'PRESERVED'] as const;

/**
 * What became of requests, newest first: refused with its code, answered for the first time after a sending, or left without
 * an answer to the end (C.15). Nobody at the other end, or an unknown one, is no addressee.
 */
export async function observations(read: Bare, of: Of | null = null): Promise<Observation[]> {
  const seen = [...(await replied(read, of)), ...(await silent(read, of))];
  const first = seen.filter(
    (one) => one.reason !== null || !seen.some((other) => isEarlierAnswer(other, one)),
  );
  return first
    .map(({ routeId: _route, sentAt: _sent, ...observation }) => observation)
    .sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

const isEarlierAnswer = (other: Seen, one: Seen): boolean =>
  other.reason === null && other.routeId === one.routeId && other.sentAt === one.sentAt && other.at < one.at;

const named = ({ addressee, route, exceptRoute }: Of) =>
  sql<boolean>`routes.addressee = ${addressee} and routes.route = ${route} and routes.id <> ${exceptRoute}`;
const abroad = sql<boolean>`routes.addressee not in ('?', '-')`;
const daysFrom = (from: string, to: string) =>
  sql<number | null>`floor(extract(epoch from (${sql.raw(to)} - ${sql.raw(from)})) / 86400)::int`;
const wentOn = sql<boolean>`(a.reply_id is null or d.choice in ('REOPEN', 'OTHER'))`;

async function replied(read: Bare, of: Of | null): Promise<Seen[]> {
  const rows = await read.db
    .selectFrom('replies as r')
    .innerJoin('routes', 'routes.id', 'r.routeId')
    .leftJoin('repliesSetAside as a', 'a.replyId', 'r.id')
    .leftJoin('setAsideDecisions as d', 'd.replyId', 'r.id')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('dispatches as x')
          .select((is) => is.fn.max('x.sentAt').as('sentAt'))
          .whereRef('x.routeId', '=', 'r.routeId')
          .whereRef('x.sentAt', '<=', 'r.receivedAt')
          .as('s'),
      (on) => on.onTrue(),
    )
    .select(['routes.addressee', 'routes.route', 'r.routeId', 'r.outcome', 'r.refusal', 's.sentAt'])
    .select([sql<string>`coalesce(d.at, r.at)`.as('at'), daysFrom('s.sent_at', 'r.received_at').as('days')])
    .where('r.outcome', 'in', [...answering, ...refusing])
    .where(wentOn)
    .where(of === null ? abroad : named(of))
    .execute();
  return rows.map(({ outcome, refusal, ...row }) => ({
    ...row,
    reason: refusing.includes(outcome) ? (refusal ?? 'NO_REASON_GIVEN') : null,
  }));
}

async function silent(read: Bare, of: Of | null): Promise<Seen[]> {
  const rows = await read.db
    .selectFrom('routes')
    .innerJoin('dispatches as s', 's.routeId', 'routes.id')
    .select(['routes.addressee', 'routes.route', 'routes.id as routeId', 'routes.movedAt as at'])
    .where('routes.state', 'in', [...endsOfSilence])
    .where(
      sql<boolean>`not exists (select 1 from replies r where r.route_id = routes.id and r.outcome <> 'ACKNOWLEDGED')`,
    )
    .where(of === null ? abroad : named(of))
    .distinct()
    .execute();
  return rows.map((row) => ({ ...row, reason: 'NO_ANSWER', days: null, sentAt: null }));
}
