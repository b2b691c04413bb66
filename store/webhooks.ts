import { randomBytes } from 'node:crypto';
import type { Selectable } from 'kysely';
import { RogatoryError } from '../contracts/errors.js';
import type { PersonAct } from './actor.js';
import { newId } from './ids.js';
import type { WebhooksTable } from './schema-events.js';
import type { Bare, Reading, Tx } from './tx.js';

/** How a web-hook fares: `RETRYING` for less than a day, `FAILING` once a person was told of it. */
export type WebhookState = 'DELIVERING' | 'RETRYING' | 'FAILING';

export type Webhook = {
  id: string;
  unitId: string;
  url: string;
  registeredBy: string;
  registeredAt: string;
  state: WebhookState;
  /** Sequence of the last event that was taken, or passed over. */
  toldUpTo: number;
  failingSince: string | null;
  lastFailure: string | null;
  tryAt: string;
};

const mostOfAUnit = 20;

/**
 * Tells another system of the events of a unit from here on. The secret is answered this once and never again: afterwards it
 * only signs. Throws WEBHOOK_TOO_MANY.
 */
export async function registerWebhook(
  tx: Tx,
  act: PersonAct,
  { unitId, url }: { unitId: string; url: string },
): Promise<{ webhookId: string; secret: string; toldUpTo: number }> {
  await lockUnit(tx, unitId);
  if ((await openOf(tx, unitId)).length >= mostOfAUnit)
    throw new RogatoryError('WEBHOOK_TOO_MANY', { about: String(mostOfAUnit) });
  const id = newId();
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const toldUpTo = await newestEntry(tx);
  const sealed = (await tx.secrets.ofHouse()).seal('webhooks', id, { url, secret });
  const { actor, at } = act;
  const registered = { id, unitId, registeredBy: actor.personId, role: actor.role, registeredAt: at };
  await tx.db
    .insertInto('webhooks')
    .values({ ...registered, ...sealed, toldUpTo: String(toldUpTo), tryAt: at })
    .execute();
  // The path may hold a token; where events go is in the record all the same.
  const body = { unitId, origin: new URL(url).origin };
  tx.audit({ verb: 'WEBHOOK_REGISTERED', act, subject: { kind: 'webhook', id }, body });
  return { webhookId: id, secret, toldUpTo };
}

/** Web-hooks of a unit that were not ended, newest first. */
export async function webhooksOf(read: Reading, unitId: string): Promise<Webhook[]> {
  const rows = await openOf(read, unitId);
  if (rows.length === 0) return [];
  const secrets = await read.secrets.ofHouse();
  return rows.map((row) => viewOf(secrets.open('webhooks', row.id, row)));
}

/** The unit of a web-hook, ended or not; `null` where there is no such one. */
export async function unitOfWebhook(read: Bare, id: string): Promise<{ unitId: string } | null> {
  const row = await read.db.selectFrom('webhooks').select('unitId').where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** Tells a system nothing more, and destroys the secret it was signed for with. Throws WEBHOOK_OVER. */
export async function endWebhook(tx: Tx, act: PersonAct, id: string): Promise<void> {
  await change(tx, id, { endedAt: act.at, secret: null });
  tx.audit({ verb: 'WEBHOOK_ENDED', act, subject: { kind: 'webhook', id } });
}

/** Sends again, from the event of that sequence on. Throws WEBHOOK_OVER, and EVENT_NOT_YET for one that is to come. */
export async function replayWebhook(
  tx: Tx,
  act: PersonAct,
  { id, from }: { id: string; from: number },
): Promise<void> {
  const newest = await newestEntry(tx);
  if (from > newest) throw new RogatoryError('EVENT_NOT_YET', { about: String(newest) });
  await change(tx, id, { toldUpTo: String(from - 1), tryAt: act.at });
  tx.audit({ verb: 'WEBHOOK_REPLAYED', act, subject: { kind: 'webhook', id }, body: { from } });
}

type Changed = Partial<Pick<Selectable<WebhooksTable>, 'endedAt' | 'secret' | 'toldUpTo' | 'tryAt'>>;
async function change(tx: Tx, id: string, set: Changed): Promise<void> {
  const done = await tx.db
    .updateTable('webhooks')
    .set(set)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new RogatoryError('WEBHOOK_OVER');
}

const lockUnit = (tx: Tx, unitId: string) =>
  tx.db.selectFrom('units').select('id').where('id', '=', unitId).forUpdate().execute();

const openOf = (read: Bare, unitId: string) =>
  read.db
    .selectFrom('webhooks')
    .select(['id', 'unitId', 'url', 'registeredBy', 'registeredAt', 'toldUpTo'])
    .select(['failingSince', 'lastFailure', 'reportedAt', 'tryAt'])
    .where('unitId', '=', unitId)
    .where('endedAt', 'is', null)
    .orderBy('id', 'desc')
    .execute();

/** Sequence of the newest entry of the record. */
async function newestEntry(read: Bare): Promise<number> {
  const row = await read.db
    .selectFrom('auditEntries')
    .select((is) => is.fn.max('sequence').as('newest'))
    .executeTakeFirst();
  return Number(row?.newest ?? 0);
}

type Row = Omit<Webhook, 'state' | 'toldUpTo'> & { toldUpTo: string; reportedAt: string | null };
function viewOf({ reportedAt, toldUpTo, ...row }: Row): Webhook {
  const retrying = row.failingSince === null ? 'DELIVERING' : 'RETRYING';
  return { ...row, toldUpTo: Number(toldUpTo), state: reportedAt === null ? retrying : 'FAILING' };
}
