import type { Selectable } from 'kysely';
import { RogatoryError } from '../contracts/errors.js';
import { byWhom } from './actor.js';
import type { Act, PersonAct } from './actor.js';
import { newestDocument } from './documents.js';
import { heldBy } from './holds.js';
import { newId } from './ids.js';
import { pausedBy } from './pauses.js';
import { heldByOverdueReview } from './overdue-reviews.js';
import { settleByAct } from './notify/settle.js';
import { enqueue, type RelayRow } from './relay.js';
import { hasEnded, lockRoute, type RouteRecord } from './routes.js';
import type { DispatchesTable, OutboxTable } from './schema-correspondence.js';
import { signedRound } from './signing.js';
import type { Opened } from './secrets/sealed.js';
import type { Reading, Tx } from './tx.js';

export type HandOver = { handedOver: true; outboxId: string } | { handedOver: false; reason: string };

/**
 * The lock that counts: everything is checked again in the transaction that creates the outbox row, one per route and
 * digest. A repeated call gives the same row. Refusals are audited; those that begin with APPROVAL_ need new signatures.
 */
export async function handOver(
  tx: Tx,
  act: Act,
  { routeId, digest }: { routeId: string; digest: string },
): Promise<HandOver> {
  const route = await lockRoute(tx, routeId);
  const already = await outboxRow(tx, routeId, digest);
  if (already) return { handedOver: true, outboxId: already.id };
  const { caseId } = route;
  const subject = { kind: 'route', id: routeId };
  const checked = await whyNotHandOver(tx, act, route, digest);
  if ('reason' in checked) {
    const { reason } = checked;
    tx.audit({ verb: 'HAND_OVER_REFUSED', act, subject, caseId, reason, newDigest: digest });
    return { handedOver: false, reason };
  }
  const { documentId } = checked;
  const id = newId();
  await tx.db
    .insertInto('outbox')
    .values({ id, caseId, routeId, documentId, digest, createdAt: act.at })
    .execute();
  tx.audit({
    verb: 'HANDED_OVER',
    act,
    subject,
    caseId,
    newDigest: digest,
    body: { outboxId: id, documentId },
  });
  return { handedOver: true, outboxId: id };
}

async function whyNotHandOver(
  tx: Tx,
  act: Act,
  route: RouteRecord,
  digest: string,
): Promise<{ reason: string } | { documentId: string }> {
  const { id: routeId, lot } = route;
  if (hasEnded(route.state)) return { reason: `ROUTE_ENDED ${route.state}` };
  if (route.withdrawalProposed) return { reason: 'NOT_IN_PLAN' };
  if (await isWithdrawn(tx, routeId)) return { reason: 'WITHDRAWN' };
  const hold = await heldBy(tx, route);
  if (hold) return { reason: `ON_HOLD ${hold}` };
  if (await pausedBy(tx, route)) return { reason: 'ON_HOLD OPERATOR' };
  if (await heldByOverdueReview(tx, route)) return { reason: 'ON_HOLD REVIEW_OVERDUE' };
  const codes = lot.dispatchBlockers.map((blocker) => blocker.code);
  if (codes.length > 0) return { reason: `BLOCKED ${codes.join(' ')}` };
  if (lot.inFlight && lot.basis.length === 0) return { reason: 'NOT_DETERMINED' };
  if (await undispatched(tx, routeId)) return { reason: 'ALREADY_HANDED_OVER' };
  const document = await newestDocument(tx, routeId);
  if (document?.digest !== digest) return { reason: 'APPROVAL_OF_ANOTHER_DRAFT' };
  const unsigned = await whyNotSigned(tx, act, route, digest);
  return unsigned ? { reason: unsigned } : { documentId: document.id };
}

async function whyNotSigned(tx: Tx, act: Act, route: RouteRecord, digest: string): Promise<string | null> {
  const required = route.lot.terms.approvals.map((term) => term.step);
  const round = await signedRound(tx, { routeId: route.id, digest, required });
  if (!round?.complete) return 'APPROVAL_MISSING';
  if (round.sliceDigest !== route.sliceDigest) return 'APPROVAL_OF_ANOTHER_SLICE';
  const runsOut = round.validUntil === null || Date.parse(round.validUntil) <= Date.parse(act.at);
  return runsOut ? 'APPROVAL_EXPIRED' : null;
}

async function isWithdrawn(tx: Tx, routeId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('withdrawals')
    .select('id')
    .where('routeId', '=', routeId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

const outboxRow = (read: Reading, routeId: string, digest: string) =>
  read.db
    .selectFrom('outbox')
    .selectAll()
    .where('routeId', '=', routeId)
    .where('digest', '=', digest)
    .executeTakeFirst();

/** The packet of a route that was handed over and is not recorded as sent yet. */
async function undispatched(read: Reading, routeId: string): Promise<Selectable<OutboxTable> | null> {
  const row = await read.db
    .selectFrom('outbox')
    .leftJoin('dispatches as d', 'd.outboxId', 'outbox.id')
    .selectAll('outbox')
    .where('outbox.routeId', '=', routeId)
    .where('d.id', 'is', null)
    .orderBy('outbox.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export async function outboxById(read: Reading, id: string): Promise<Selectable<OutboxTable> | null> {
  return (await read.db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Packets of a route, oldest first. */
export async function outboxOfRoute(read: Reading, routeId: string): Promise<Selectable<OutboxTable>[]> {
  return read.db.selectFrom('outbox').selectAll().where('routeId', '=', routeId).orderBy('id').execute();
}

/** Packets that have a row and no folder yet: what a crash between the two left behind. */
export async function unwrittenPackets(read: Reading): Promise<Selectable<OutboxTable>[]> {
  return read.db.selectFrom('outbox').selectAll().where('writtenAt', 'is', null).orderBy('id').execute();
}

/** Records where the packet lies; a second call changes nothing. */
export async function markPacketWritten(
  tx: Tx,
  act: Act,
  { outboxId, path, sha256 }: { outboxId: string; path: string; sha256: string },
): Promise<void> {
  await tx.db
    .updateTable('outbox')
    .set({ packetPath: path, packetSha256: sha256, writtenAt: act.at })
    .where('id', '=', outboxId)
    .where('writtenAt', 'is', null)
    .execute();
}

// Clocks of two machines, or a time given to the minute only.
const toleranceMs = 60_000;

/**
 * The sender records that the packet left: only now do clocks start. Throws ROUTE_STATE when nothing was handed over or
 * it was sent before, DISPATCH_IN_FUTURE for a time yet to come.
 */
export async function recordDispatch(
  tx: Tx,
  act: PersonAct,
  input: { routeId: string; sentAt: string; means: string; reference: string },
): Promise<{ dispatchId: string; relay: RelayRow }> {
  const route = await lockRoute(tx, input.routeId);
  const packet = await undispatched(tx, route.id);
  if (!packet) throw new RogatoryError('ROUTE_STATE', { about: 'There is no packet that waits to be sent.' });
  const sentAt = new Date(input.sentAt).toISOString();
  if (Date.parse(sentAt) > Date.parse(act.at)) throw new RogatoryError('DISPATCH_IN_FUTURE');
  if (Date.parse(sentAt) < Date.parse(packet.createdAt) - toleranceMs) {
    throw new RogatoryError('ROUTE_STATE', { about: `It was handed over only at ${packet.createdAt}.` });
  }
  const { means, reference } = input;
  const { caseId, workflowId, id: routeId } = route;
  const id = newId();
  const row = {
    id,
    caseId,
    routeId,
    outboxId: packet.id,
    sentAt,
    ...byWhom(act),
    at: act.at,
  };
  const secrets = await tx.secrets.of(caseId);
  await tx.db
    .insertInto('dispatches')
    .values({ ...row, ...secrets.seal('dispatches', id, { means, reference }) })
    .execute();
  tx.audit({
    verb: 'DISPATCH_RECORDED',
    act,
    subject: { kind: 'route', id: routeId },
    caseId,
    newDigest: packet.digest,
    body: { dispatchId: id, outboxId: packet.id, sentAt },
  });
  await settleByAct(tx, act, routeId);
  const payload = { dispatchId: id, sentAt };
  const relay = await enqueue(tx, { caseId, workflowId, update: 'recordDispatch', payload, at: act.at });
  return { dispatchId: id, relay };
}

/** Dispatches of a route, oldest first. */
export async function dispatchesOfRoute(
  read: Reading,
  routeId: string,
): Promise<Opened<Selectable<DispatchesTable>>[]> {
  const rows = await read.db
    .selectFrom('dispatches')
    .selectAll()
    .where('routeId', '=', routeId)
    .orderBy('id')
    .execute();
  return Promise.all(
    rows.map(async (row) => (await read.secrets.of(row.caseId)).open('dispatches', row.id, row)),
  );
}
