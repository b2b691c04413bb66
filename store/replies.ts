import type { ReplyOutcome, RouteState } from '../contracts/codes.js';
import { RogatoryError } from '../contracts/errors.js';
import type { MissingPart } from '../contracts/gaps.js';
import type { RefusalReason } from '../contracts/refusals.js';
import { byWhom } from './actor.js';
import type { Act, PersonAct } from './actor.js';
import { keepGaps, refuseUnaccounted } from './gaps.js';
import { newId } from './ids.js';
import { settleByAct } from './notify/settle.js';
import { enqueue, type RelayRow } from './relay.js';
import { repliesOfRoute } from './replies-of-route.js';
import { lockRoute, type RouteRecord } from './routes.js';
import { setAside, whyAside, type Aside } from './set-aside.js';
import type { Reading, Tx } from './tx.js';

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
  /** Items that are in with it, whole. */
  came?: readonly string[];
  /** What a part lacks. */
  missing?: readonly MissingPart[];
};

/**
 * What a provider or a foreign authority said. It goes on to its route, unless it has to be set aside: the route is over, or
 * it seems to have come before (C.16). A part leaves its gaps with the route (P10). Throws ROUTE_STATE when nothing was sent,
 * REPLY_ITEMS for a part that does not account for every item.
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
  if (aside?.why !== 'SAME_CONTENT') await refuseUnaccounted(tx, route, input);
  await refusePartOfWhole(tx, route, input);
  const replyId = await insertReply(tx, act, caseId, input);
  const { outcome, came, missing = [] } = input;
  await keepGaps(tx, act, route, { replyId, missing });
  const receivedAt = utc(input.receivedAt);
  const subject = { kind: 'reply', id: replyId };
  const items =
    came === undefined && missing.length === 0
      ? {}
      : { came: came ?? [], lacks: missing.map(({ item }) => item) };
  tx.audit({
    verb: 'REPLY_RECORDED',
    act,
    subject,
    caseId,
    body: { routeId, outcome, receivedAt, ...items },
  });
  if (aside) {
    await setAside(tx, act, route, { replyId, ...aside });
    return { replyId, relay: null, aside };
  }
  await settleByAct(tx, act, routeId);
  const payload = { replyId, outcome, receivedAt };
  const relay = await enqueue(tx, { caseId, workflowId, update: 'receiveReply', payload, at: act.at });
  return { replyId, relay, aside };
}

/** While an answer that was recorded as whole is taken in, no part of it can be said to lack: it comes late, and is decided on. */
async function refusePartOfWhole(
  tx: Tx,
  { id, state }: RouteRecord,
  { outcome }: ReplyToRecord,
): Promise<void> {
  if (outcome !== 'PARTIAL' || state !== 'INTAKE') return;
  const taken = (await repliesOfRoute(tx, id)).filter(({ ledTo }) => ledTo === 'INTAKE').at(-1);
  if (taken?.outcome === 'ANSWERED')
    throw new RogatoryError('ROUTE_STATE', {
      about:
        'An answer recorded as whole is being received. Record what it lacks once the route has closed; a supervisor opens it again.',
    });
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
    came = null,
  } = input;
  const id = newId();
  const secrets = await tx.secrets.of(caseId);
  await tx.db
    .insertInto('replies')
    .values({
      ...{ id, caseId, routeId, outcome, contentSha256, refusal, ...byWhom(act), at: act.at },
      came: came && [...came],
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
