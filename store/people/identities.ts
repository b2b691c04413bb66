import { RogatoryError } from '../../contracts/errors.js';
import type { Act } from '../actor.js';
import type { Reading, Tx } from '../tx.js';
import { personById, type Person } from './persons.js';

/** Who somebody is at an identity provider. */
export type Identity = { issuer: string; subject: string };

/** A machine: it does what it is named for, and is never a person. */
export type Machine = { id: string; unitId: string; label: string; actions: readonly string[] };

/** Links an identity to a person or a machine; the same link again does nothing. Throws IDENTITY_TAKEN. */
export async function linkIdentity(
  tx: Tx,
  act: Act,
  { issuer, subject }: Identity,
  to: { personId: string } | { serviceId: string },
): Promise<void> {
  const personId = 'personId' in to ? to.personId : null;
  const serviceId = 'serviceId' in to ? to.serviceId : null;
  const added = await tx.db
    .insertInto('identities')
    .values({ issuer, subject, personId, serviceId, linkedAt: act.at })
    .onConflict((on) => on.columns(['issuer', 'subject']).doNothing())
    .returning('subject')
    .executeTakeFirst();
  if (!added) return refuseOther(tx, { issuer, subject }, { personId, serviceId });
  const id = personId ?? serviceId ?? '';
  const kind = personId === null ? 'machine' : 'person';
  tx.audit({ verb: 'IDENTITY_LINKED', act, subject: { kind, id }, body: { issuer, subject } });
}

async function refuseOther(
  tx: Tx,
  { issuer, subject }: Identity,
  to: { personId: string | null; serviceId: string | null },
): Promise<void> {
  const held = await tx.db
    .selectFrom('identities')
    .select(['personId', 'serviceId'])
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirstOrThrow();
  if (held.personId !== to.personId || held.serviceId !== to.serviceId)
    throw new RogatoryError('IDENTITY_TAKEN');
}

/** The active person a subject is linked to. Nobody is made here: an unknown subject is `null`. */
export async function personOfIdentity(read: Reading, { issuer, subject }: Identity): Promise<Person | null> {
  const row = await read.db
    .selectFrom('identities')
    .select('personId')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  const person = row?.personId ? await personById(read, row.personId) : null;
  return person?.active ? person : null;
}

/** The active machine a subject is linked to. */
export async function machineOfIdentity(
  read: Reading,
  { issuer, subject }: Identity,
): Promise<Machine | null> {
  const row = await read.db
    .selectFrom('identities')
    .innerJoin('serviceAccounts as s', 's.id', 'identities.serviceId')
    .select(['s.id', 's.unitId', 's.label', 's.actions'])
    .where('identities.issuer', '=', issuer)
    .where('identities.subject', '=', subject)
    .where('s.active', '=', true)
    .executeTakeFirst();
  return row ?? null;
}

/** Makes a machine what is said of it. */
export async function registerMachine(
  tx: Tx,
  act: Act,
  { id, unitId, label, actions, active = true }: Machine & { active?: boolean },
): Promise<void> {
  const row = { id, unitId, label, actions: [...actions], active };
  await tx.db
    .insertInto('serviceAccounts')
    .values(row)
    .onConflict((on) => on.column('id').doUpdateSet(row))
    .execute();
  tx.audit({
    verb: 'MACHINE_REGISTERED',
    act,
    subject: { kind: 'machine', id },
    body: { unitId, actions, active },
  });
}
