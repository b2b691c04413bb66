import type { Selectable } from 'kysely';
import type { ReplyOutcome, RouteState } from '../contracts/codes.js';
import { RogatoryError } from '../contracts/errors.js';
import type { RefusalReason } from '../contracts/refusals.js';
import { byWhom } from './actor.js';
import type { Act, PersonAct } from './actor.js';
import { newId } from './ids.js';
import { settleByAct } from './notify/settle.js';
import { enqueue, type RelayRow } from './relay.js';
import { lockRoute } from './routes.js';
import type { RepliesTable } from './schema-correspondence.js';
import { setAside, whyAside, type Aside } from './set-aside.js';
import type { Opened } from './secrets/sealed.js';
import type { Reading, Tx } from './tx.js';

export type Reply = Opened<Selectable<RepliesTable>>;

export type ReplyToRecord = {
  routeId: string;
  outcome: ReplyOutcome;
  receivedAt: string;
  reference: string;
  /** How it arrived: portal, mail, courier. */
  means?: string;
  /** Of what it consists of, lower-case hex. */
  contentSha256?: string;
  says?: string;
  preservedFrom?: string;
  preservedUntil?: string;
  noticeAt?: string;
  /** Why it says no. */
  refusal?: RefusalReason;
};

/**
 * What a provider or a foreign authority said. It goes on to its route, unless it has to be set aside: the route is over, or
 * it seems to have come before (C.16). Throws ROUTE_STATE when nothing was sent.
 */
export async function recordReply(
  tx: Tx,
  act: PersonAct,
  input: ReplyToRecord,
): Promise<{ replyId: string; relay: RelayRow | null; aside: Aside | null }> {
  const route = await lockRoute(tx, input.routeId);
  const { id: routeId, caseId, workflowId } = route;
  if (!(await wasSent(tx, routeId))) {
    throw new RogatoryError('ROUTE_STATE', {
      about: 'Nothing was recorded as sent, so nothing can be answered.',
    });
  }
  const aside = await whyAside(tx, route, input);
  const replyId = await insertReply(tx, act, caseId, input);
  const { outcome } = input;
  const receivedAt = utc(input.receivedAt);
  const subject = { kind: 'reply', id: replyId };
  tx.audit({ verb: 'REPLY_RECORDED', act, subject, caseId, body: { routeId, outcome, receivedAt } });
  if (aside) {
    await setAside(tx, act, route, { replyId, ...aside });
    return { replyId, relay: null, aside };
  }
  await settleByAct(tx, act, routeId);
  const payload = { replyId, outcome, receivedAt };
  const relay = await enqueue(tx, { caseId, workflowId, update: 'receiveReply', payload, at: act.at });
  return { replyId, relay, aside };
}

async function insertReply(tx: Tx, act: PersonAct, caseId: string, input: ReplyToRecord): Promise<string> {
  const {
    routeId,
    outcome,
    reference,
    says = null,
    means = null,
    contentSha256 = null,
    refusal = null,
  } = input;
  const id = newId();
  const secrets = await tx.secrets.of(caseId);
  await tx.db
    .insertInto('replies')
    .values({
      ...{ id, caseId, routeId, outcome, contentSha256, refusal, ...byWhom(act), at: act.at },
      receivedAt: utc(input.receivedAt),
      preservedFrom: instantOrNull(input.preservedFrom),
      preservedUntil: instantOrNull(input.preservedUntil),
      noticeAt: instantOrNull(input.noticeAt),
      ...secrets.seal('replies', id, { reference, says, means }),
    })
    .execute();
  return id;
}

const utc = (at: string): string => new Date(at).toISOString();
const instantOrNull = (at: string | undefined): string | null => (at === undefined ? null : utc(at));

async function wasSent(read: Reading, routeId: string): Promise<boolean> {
  const row = await read.db
    .selectFrom('dispatches')
    .select('id')
    .where('routeId', '=', routeId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Links a reply to the state it led to; a second call changes nothing. */
export async function linkReply(
  tx: Tx,
  act: Act,
  { replyId, state }: { replyId: string; state: RouteState },
): Promise<void> {
  await tx.db
    .insertInto('replyLinks')
    .values({ replyId, state, at: act.at })
    .onConflict((on) => on.column('replyId').doNothing())
    .execute();
}

/** Replies that went on to their route, with the state each led to, oldest first. What was set aside is not among them. */
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
