import type { Kysely } from 'kysely';
import type { KeyRing } from '../../contracts/keys.js';
import { newId } from '../ids.js';
import type { Database } from '../schema.js';
import type { DataKeyPurpose } from '../schema-secrets.js';
import { newKey } from './aead.js';

/** A data key as it is stored: wrapped by a key of the ring, bound to what it is for. */
export type DataKey = {
  id: string;
  purpose: DataKeyPurpose;
  caseId: string | null;
  kekId: string;
  wrapped: Uint8Array;
};

/** What a wrapped key is bound to: moved to another row it does not unwrap. */
export const aboutKey = ({ id, purpose, caseId }: Pick<DataKey, 'id' | 'purpose' | 'caseId'>): string =>
  JSON.stringify([purpose, caseId, id]);

export async function writeDataKey(
  db: Kysely<Database>,
  ring: KeyRing,
  input: { purpose: DataKeyPurpose; caseId: string | null; key: Uint8Array; at: string },
): Promise<void> {
  const { key, at, ...named } = input;
  const about = { ...named, id: newId() };
  const { keyId, bytes } = await ring.wrap(key, aboutKey(about));
  await db
    .insertInto('dataKeys')
    .values({ ...about, kekId: keyId, wrapped: bytes, madeAt: at })
    .onConflict((on) => on.doNothing())
    .execute();
}

/** The keys of cases; `null` for a key that was destroyed. */
export async function keysOfCases(
  db: Kysely<Database>,
  caseIds: readonly string[],
): Promise<{ caseId: string; key: DataKey | null }[]> {
  if (caseIds.length === 0) return [];
  const rows = await db
    .selectFrom('dataKeys')
    .select(['id', 'purpose', 'caseId', 'kekId', 'wrapped'])
    .where('caseId', 'in', [...caseIds])
    .execute();
  return rows.flatMap(({ kekId, wrapped, caseId, ...row }) => {
    if (caseId === null) return [];
    const key = kekId === null || wrapped === null ? null : { ...row, caseId, kekId, wrapped };
    return [{ caseId, key }];
  });
}

const whole = (db: Kysely<Database>) =>
  db
    .selectFrom('dataKeys')
    .select(['id', 'purpose', 'caseId'])
    .select((is) => [is.ref('kekId').$notNull().as('kekId'), is.ref('wrapped').$notNull().as('wrapped')])
    .where('wrapped', 'is not', null);

/** The one key of the house for a purpose; made at the first need. */
export async function houseKey(
  db: Kysely<Database>,
  ring: KeyRing,
  purpose: Exclude<DataKeyPurpose, 'CASE'>,
  at: string,
): Promise<DataKey> {
  const ofPurpose = whole(db).where('purpose', '=', purpose).where('caseId', 'is', null);
  const found = await ofPurpose.executeTakeFirst();
  if (found) return found;
  await writeDataKey(db, ring, { purpose, caseId: null, key: newKey(), at });
  return ofPurpose.executeTakeFirstOrThrow();
}

/** One key for each key of the ring that still wraps anything. */
export const oneOfEachRingKey = (db: Kysely<Database>): Promise<DataKey[]> =>
  whole(db).distinctOn('kekId').orderBy('kekId').orderBy('id').execute();
