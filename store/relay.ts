import { sql, type Selectable } from 'kysely';
import type { UpdateName } from '../contracts/messages.js';
import type { Act } from './actor.js';
import { canonicalJson } from './canonical.js';
import { newId } from './ids.js';
import type { RelayTable } from './schema-correspondence.js';
import type { Opened } from './secrets/sealed.js';
import type { Reading, Tx } from './tx.js';

/** One message to one workflow. `id` is the request id, and stands in the payload as `requestId`. */
export type RelayRow = {
  id: string;
  position: number;
  caseId: string;
  workflowId: string;
  update: UpdateName;
  payload: Record<string, unknown>;
  attempts: number;
};

/** What became of an attempt. `unknown` (not found, timed out, unreachable) stays and is tried again with the same id. */
export type Delivery =
  | { kind: 'delivered'; outcome: unknown }
  | { kind: 'refused'; code: string; says: string }
  | { kind: 'unknown'; why: string };

export type Message = {
  caseId: string;
  workflowId: string;
  update: UpdateName;
  payload: Record<string, unknown>;
  at: string;
};

// Who wrote the row delivers it first; the sweep comes after that attempt has had its time.
const graceSeconds = 15;

/** Puts a message beside the row it is about, in the same transaction. Messages of one workflow keep their order. */
export async function enqueue(tx: Tx, message: Message): Promise<RelayRow> {
  const id = newId();
  const { caseId, workflowId, update, at } = message;
  const secrets = await tx.secrets.of(caseId);
  const payload = { ...message.payload, requestId: id };
  const row = await tx.db
    .insertInto('relay')
    .values({
      id,
      caseId,
      workflowId,
      updateName: update,
      ...secrets.seal('relay', id, { payload }),
      createdAt: at,
      tryAt: later(at, graceSeconds),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return fromRow({ ...row, payload });
}

const fromRow = (row: Omit<Opened<Selectable<RelayTable>>, 'outcome'>): RelayRow => ({
  id: row.id,
  position: Number(row.position),
  caseId: row.caseId,
  workflowId: row.workflowId,
  update: row.updateName,
  payload: row.payload,
  attempts: row.attempts,
});

/**
 * Leases the oldest waiting message of each workflow, if its time has come; nobody else gets it before the lease ends.
 * A message behind one that waits is not taken.
 */
export async function takeUndelivered(
  tx: Tx,
  { at, leaseSeconds, limit }: { at: string; leaseSeconds: number; limit: number },
): Promise<RelayRow[]> {
  const rows = await tx.db
    .selectFrom('relay')
    .selectAll()
    .where('state', '=', 'WAITING')
    .where('tryAt', '<=', at)
    .where(
      sql<boolean>`not exists (select 1 from relay e where e.workflow_id = relay.workflow_id
      and e.state = 'WAITING' and e.position < relay.position)`,
    )
    .orderBy('position')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const tryAt = later(at, leaseSeconds);
  await tx.db.updateTable('relay').set({ tryAt }).where('id', 'in', ids).execute();
  return Promise.all(
    rows.map(async (row) => fromRow((await tx.secrets.of(row.caseId)).open('relay', row.id, row))),
  );
}

const later = (at: string, seconds: number): string =>
  new Date(Date.parse(at) + seconds * 1000).toISOString();

const longestPauseSeconds = 300;
const pauseAfter = (attempts: number): number => Math.min(2 ** attempts, longestPauseSeconds);

/** Writes down what became of an attempt; a settled message stays as it is. */
export async function settle(
  tx: Tx,
  { id, delivery, at }: { id: string; delivery: Delivery; at: string },
): Promise<void> {
  const { caseId, attempts: before } = await tx.db
    .selectFrom('relay')
    .select(['caseId', 'attempts'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const { outcome } = (await tx.secrets.of(caseId)).seal('relay', id, { outcome: delivery });
  const waiting = tx.db.updateTable('relay').where('id', '=', id).where('state', '=', 'WAITING');
  if (delivery.kind === 'unknown') {
    const attempts = before + 1;
    await waiting.set({ attempts, outcome, tryAt: later(at, pauseAfter(attempts)) }).execute();
    return;
  }
  const state = delivery.kind === 'delivered' ? 'DELIVERED' : 'REFUSED';
  await waiting.set({ state, outcome, settledAt: at }).execute();
}

/**
 * Whether the relay holds this very message to this workflow, word for word. One that it does not hold was sent past the
 * office: it is audited, by its name only, for nobody knows what else stands in it.
 */
export async function isOnRecord(
  tx: Tx,
  act: Act,
  asked: {
    caseId: string;
    routeId: string;
    workflowId: string;
    update: UpdateName;
    message: { requestId: string };
  },
): Promise<boolean> {
  const { caseId, routeId, workflowId, update, message } = asked;
  const row = await tx.db
    .selectFrom('relay')
    .select(['id', 'payload'])
    .where('id', '=', message.requestId)
    .where('caseId', '=', caseId)
    .where('workflowId', '=', workflowId)
    .where('updateName', '=', update)
    .executeTakeFirst();
  if (row !== undefined) {
    const { payload } = (await tx.secrets.of(caseId)).open('relay', row.id, row);
    if (canonicalJson(payload) === canonicalJson(message)) return true;
  }
  const subject = { kind: 'route', id: routeId };
  tx.audit({ verb: 'ACCESS_REFUSED', act, subject, caseId, reason: 'NOT_ON_RECORD', body: { update } });
  return false;
}

/** What became of a message so far. */
export async function relayState(
  read: Reading,
  id: string,
): Promise<{ state: 'WAITING' | 'DELIVERED' | 'REFUSED'; outcome: unknown } | null> {
  const row = await read.db
    .selectFrom('relay')
    .select(['caseId', 'state', 'outcome'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const { caseId, ...rest } = row;
  return (await read.secrets.of(caseId)).open('relay', id, rest);
}

/** How many messages wait, and since when the oldest. */
export async function relayBacklog(read: Reading): Promise<{ waiting: number; oldest: string | null }> {
  const row = await read.db
    .selectFrom('relay')
    .select((is) => [is.fn.countAll<string>().as('waiting'), is.fn.min('createdAt').as('oldest')])
    .where('state', '=', 'WAITING')
    .executeTakeFirstOrThrow();
  return { waiting: Number(row.waiting), oldest: row.oldest };
}
