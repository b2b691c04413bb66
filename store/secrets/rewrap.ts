import type { Kysely } from 'kysely';
import type { KeyRing } from '../../contracts/keys.js';
import type { Database } from '../schema.js';
import { aboutKey } from './data-keys.js';

/**
 * Wraps up to `limit` data keys anew that an older key of the ring had wrapped; what they sealed stays as it is. Keys that
 * somebody else is at work on are left for the next call, those under a newer key alone: a machine that does not use it yet
 * takes nothing back.
 * @returns how many; 0 when nothing is left to do
 */
export async function rewrapSome(db: Kysely<Database>, ring: KeyRing, limit: number): Promise<number> {
  const older = await ring.older();
  if (older.length === 0) return 0;
  const rows = await db
    .selectFrom('dataKeys')
    .select(['id', 'purpose', 'caseId', 'kekId', 'wrapped'])
    .where('wrapped', 'is not', null)
    .where('kekId', 'in', [...older])
    .orderBy('kekId')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const { id, purpose, caseId, kekId, wrapped } of rows) {
    if (kekId === null || wrapped === null) continue;
    const about = aboutKey({ id, purpose, caseId });
    const key = await ring.unwrap({ keyId: kekId, bytes: wrapped }, about);
    const { keyId, bytes } = await ring.wrap(key, about);
    await db.updateTable('dataKeys').set({ kekId: keyId, wrapped: bytes }).where('id', '=', id).execute();
  }
  return rows.length;
}
