import type { Kysely } from 'kysely';
import type { Database } from '../schema.js';
import { houseKey, oneOfEachRingKey } from './data-keys.js';
import type { Vault } from './vault.js';

/**
 * Unwraps one data key under every key of the ring that this store rests on, before anything is served. Throws
 * KeyRingError for a ring that lacks one of them, or is another store's.
 */
export async function checkRing(db: Kysely<Database>, vault: Vault): Promise<void> {
  for (const key of await oneOfEachRingKey(db)) await vault.unwrapped(key);
  for (const purpose of ['BLIND_INDEX', 'ANSWERS'] as const)
    await houseKey(db, vault.ring, purpose, new Date().toISOString());
}
