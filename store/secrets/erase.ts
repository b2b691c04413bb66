import { sha256 } from '../canonical.js';
import type { Tx } from '../tx.js';

export type DestroyedKey = { dataKeyId: string; ringKeyId: string; wrappedSha256: string };

/**
 * Destroys the key of a case: from here on nothing that it sealed opens, wherever a copy of the sealed bytes lies. Takes
 * away what was derived from the content: blind identifiers, remembered answers, messages that still wait. The case is
 * locked by the caller.
 */
export async function destroyCaseKey(tx: Tx, caseId: string, at: string): Promise<DestroyedKey> {
  const key = await tx.db
    .selectFrom('dataKeys')
    .select(['id', 'kekId', 'wrapped'])
    .where('caseId', '=', caseId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (key.wrapped === null || key.kekId === null)
    throw new Error(`the key of case ${caseId} is gone already`);
  const wrappedSha256 = sha256(key.wrapped);
  await tx.db
    .updateTable('dataKeys')
    .set({ wrapped: null, kekId: null, destroyedAt: at, wrappedSha256 })
    .where('id', '=', key.id)
    .execute();
  await tx.db.deleteFrom('blindIdentifiers').where('caseId', '=', caseId).execute();
  await tx.db.deleteFrom('idempotencyKeys').where('caseId', '=', caseId).execute();
  await tx.db
    .updateTable('relay')
    .set({ state: 'REFUSED', settledAt: at })
    .where('caseId', '=', caseId)
    .where('state', '=', 'WAITING')
    .execute();
  return { dataKeyId: key.id, ringKeyId: key.kekId, wrappedSha256 };
}
