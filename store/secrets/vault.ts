import { createHmac } from 'node:crypto';
import type { Kysely } from 'kysely';
import { RogatoryError } from '../../contracts/errors.js';
import { KeyRingError, type KeyRing } from '../../contracts/keys.js';
import type { Database } from '../schema.js';
import { newKey } from './aead.js';
import { caseSecrets, type CaseSecrets } from './case-secrets.js';
import { rewrapSome } from './rewrap.js';
import { aboutKey, houseKey, keysOfCases, writeDataKey, type DataKey } from './data-keys.js';

/** Secrets as one connection or transaction reads them. */
export type Secrets = {
  /** Throws CASE_ERASED when the case's key was destroyed, KEYS_UNAVAILABLE when the key ring does not have what it needs. */
  of(caseId: string): Promise<CaseSecrets>;
  /** The same for several cases at once; `null` for one whose key was destroyed. */
  ofMany(caseIds: readonly string[]): Promise<ReadonlyMap<string, CaseSecrets | null>>;
  /** What belongs to no case: under a key of the house, which is never destroyed. */
  ofHouse(): Promise<CaseSecrets>;
  /** HMAC-SHA-256 of texts under a key of the house of its own: equal for equal texts, and says nothing else of them. */
  blind(texts: readonly string[]): Promise<readonly Uint8Array[]>;
  /** Wraps data keys anew that an older key of the ring had wrapped; says which key they are under now. */
  rewrapSome(limit: number): Promise<{ rewrapped: number; ringKeyId: string }>;
  /** Makes the key of a case that is being opened; to be kept by `keep` once its row is there. */
  ofNewCase(caseId: string, at: string): Promise<{ secrets: CaseSecrets; keep: () => Promise<void> }>;
};

export type Vault = {
  readonly ring: KeyRing;
  /** With `remember`, a key is looked up once: for one transaction. */
  on(db: Kysely<Database>, options?: { remember: boolean }): Secrets;
  unwrapped(key: DataKey): Promise<Uint8Array>;
};

const keptKeys = 2_000;

/** Unwraps data keys by the ring and keeps the newest of them in memory, under the very bytes they came out of. */
export function openVault(ring: KeyRing): Vault {
  const held = new Map<string, { wrapped: Uint8Array; key: Uint8Array }>();
  const unwrapped = async (row: DataKey): Promise<Uint8Array> => {
    const kept = held.get(row.id);
    if (kept && Buffer.compare(kept.wrapped, row.wrapped) === 0) return kept.key;
    const key = await ring.unwrap({ keyId: row.kekId, bytes: row.wrapped }, aboutKey(row));
    held.delete(row.id);
    held.set(row.id, { wrapped: row.wrapped, key });
    const [oldest] = held.keys();
    if (held.size > keptKeys && oldest !== undefined) held.delete(oldest);
    return key;
  };
  return {
    ring,
    unwrapped,
    on: (db, options) => secretsOn({ ring, unwrapped }, db, options?.remember === true),
  };
}

function secretsOn(
  vault: Pick<Vault, 'ring' | 'unwrapped'>,
  db: Kysely<Database>,
  remember: boolean,
): Secrets {
  const seen = new Map<string, CaseSecrets | null>();
  const ofMany = async (caseIds: readonly string[]): Promise<ReadonlyMap<string, CaseSecrets | null>> => {
    const wanted = [...new Set(caseIds)].filter((id) => !(remember && seen.has(id)));
    const found = await readMany(vault, db, wanted);
    if (!remember) return found;
    for (const [id, secrets] of found) seen.set(id, secrets);
    return seen;
  };
  return {
    ofMany,
    async of(caseId) {
      const secrets = (await ofMany([caseId])).get(caseId);
      if (secrets) return secrets;
      throw secrets === null
        ? new RogatoryError('CASE_ERASED', { internal: caseId })
        : new RogatoryError('NOT_FOUND', { internal: `data key of case ${caseId}` });
    },
    async ofHouse() {
      const key = await houseKey(db, vault.ring, 'ANSWERS', new Date().toISOString());
      return caseSecrets('house', await available(vault.unwrapped(key)));
    },
    async blind(texts) {
      if (texts.length === 0) return [];
      const house = await houseKey(db, vault.ring, 'BLIND_INDEX', new Date().toISOString());
      const key = await available(vault.unwrapped(house));
      return texts.map((text) => createHmac('sha256', key).update(text).digest());
    },
    async rewrapSome(limit) {
      const rewrapped = await rewrapSome(db, vault.ring, limit);
      return { rewrapped, ringKeyId: await vault.ring.current() };
    },
    async ofNewCase(caseId, at) {
      const key = newKey();
      const keep = () => writeDataKey(db, vault.ring, { purpose: 'CASE', caseId, key, at });
      return { secrets: caseSecrets(caseId, key), keep };
    },
  };
}

async function readMany(
  vault: Pick<Vault, 'unwrapped'>,
  db: Kysely<Database>,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, CaseSecrets | null>> {
  const rows = await keysOfCases(db, caseIds);
  const pairs = rows.map(async ({ caseId, key }) => {
    const secrets = key === null ? null : caseSecrets(caseId, await available(vault.unwrapped(key)));
    return [caseId, secrets] as const;
  });
  return new Map(await Promise.all(pairs));
}

const available = (key: Promise<Uint8Array>): Promise<Uint8Array> =>
  key.catch((error: unknown) => {
    throw error instanceof KeyRingError ? new RogatoryError('KEYS_UNAVAILABLE', { cause: error }) : error;
  });
