import { sql } from 'kysely';
import type { Act } from '../actor.js';
import type { Tx } from '../tx.js';
import { linkIdentity } from './identities.js';
import { seedPeople, type PeopleToSeed } from './persons.js';

// Any number that no other lock of the store has: two foundings at once are one founding.
const foundingLock = 7_302_114;

type Founder = Omit<PeopleToSeed['persons'][number], 'token' | 'tokenExpiresAt' | 'active'> & {
  /** Who he or she is at the identity provider. */
  subject: string;
};

export type Founders = { issuer: string; units: PeopleToSeed['units']; persons: readonly Founder[] };

/**
 * The first people of an office, each linked to who he or she is at the identity provider. Only a store that knows nobody takes
 * them: later changes need two persons. @returns false when there is somebody already, and then nothing is changed
 */
export async function foundOffice(tx: Tx, act: Act, { issuer, units, persons }: Founders): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(${foundingLock})`.execute(tx.db);
  const somebody = await tx.db.selectFrom('persons').select('id').limit(1).executeTakeFirst();
  if (somebody !== undefined) return false;
  await seedPeople(tx, act, {
    units,
    persons: persons.map(({ id, unitId, label, roles }) => ({ id, unitId, label, roles })),
  });
  for (const { id, subject } of persons) await linkIdentity(tx, act, { issuer, subject }, { personId: id });
  return true;
}
