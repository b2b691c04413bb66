import { RogatoryError } from '../contracts/errors.js';
import type { StoredAnswer } from './schema.js';
import type { CaseSecrets } from './secrets/case-secrets.js';
import type { Tx } from './tx.js';

export type KeyClaim = { personId: string; key: string; fingerprint: string; at: string };
export type Recalled = { kind: 'fresh' } | { kind: 'answered'; answer: StoredAnswer };

// A claim without an answer is somebody at work, or somebody who died at it.
const atWorkSeconds = 60;

/**
 * Claims a key for a request, or recalls the answer it got. Throws IDEMPOTENCY_KEY_REUSED for another fingerprint,
 * IDEMPOTENCY_IN_PROGRESS while the first request is at work.
 */
export async function recallAnswer(tx: Tx, claim: KeyClaim): Promise<Recalled> {
  const { personId, key, fingerprint, at } = claim;
  const claimed = await tx.db
    .insertInto('idempotencyKeys')
    .values({ personId, key, fingerprint, claimedAt: at, response: null })
    .onConflict((on) => on.columns(['personId', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (claimed) return { kind: 'fresh' };
  const held = await tx.db
    .selectFrom('idempotencyKeys')
    .selectAll()
    .where('personId', '=', personId)
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (held.fingerprint !== fingerprint) throw new RogatoryError('IDEMPOTENCY_KEY_REUSED');
  const { response } = held;
  if (response) {
    const secrets = await secretsFor(tx, held.caseId);
    const { response: answer } = secrets.open('idempotencyKeys', placeOf(claim), { response });
    if (answer) return { kind: 'answered', answer };
  }
  if (Date.parse(at) - Date.parse(held.claimedAt) < atWorkSeconds * 1000) {
    throw new RogatoryError('IDEMPOTENCY_IN_PROGRESS');
  }
  await keyOf(tx.db.updateTable('idempotencyKeys').set({ claimedAt: at }), claim).execute();
  return { kind: 'fresh' };
}

const secretsFor = (tx: Tx, caseId: string | null): Promise<CaseSecrets> =>
  caseId === null ? tx.secrets.ofHouse() : tx.secrets.of(caseId);

const placeOf = ({ personId, key }: { personId: string; key: string }): string =>
  JSON.stringify([personId, key]);

/**
 * Keeps the answer, under the key of the case that the change was about. In the transaction of the change itself, so
 * that a crash between leaves neither.
 */
export async function rememberAnswer(
  tx: Tx,
  { answer, ...key }: { personId: string; key: string; answer: StoredAnswer },
): Promise<void> {
  const held = await keyOf(tx.db.selectFrom('idempotencyKeys').select('caseId'), key).executeTakeFirst();
  const caseId = held?.caseId ?? tx.auditedCase();
  const secrets = await secretsFor(tx, caseId);
  const sealed = secrets.seal('idempotencyKeys', placeOf(key), { response: answer });
  await keyOf(tx.db.updateTable('idempotencyKeys').set({ caseId, ...sealed }), key).execute();
}

/** Frees a key whose request failed and changed nothing. */
export async function forgetKey(tx: Tx, key: { personId: string; key: string }): Promise<void> {
  await keyOf(tx.db.deleteFrom('idempotencyKeys'), key).where('response', 'is', null).execute();
}

type Keyed<Self> = { where(column: 'personId' | 'key', is: '=', value: string): Self };
const keyOf = <Query extends Keyed<Query>>(
  query: Query,
  { personId, key }: { personId: string; key: string },
) => query.where('personId', '=', personId).where('key', '=', key);
