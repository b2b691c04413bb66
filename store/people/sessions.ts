import type { Selectable } from 'kysely';
import type { Act } from '../actor.js';
import { sha256 } from '../canonical.js';
import { newId } from '../ids.js';
import type { SessionsTable, SignInsTable } from '../schema-people.js';
import type { Reading, Tx } from '../tx.js';
import { people, type Person } from './persons.js';

export type SessionLimits = {
  /** A session nobody uses for so long ends. */
  idleMinutes: number;
  /** A session ends after so long, used or not. */
  hours: number;
};

export type SignedIn = { sessionId: string; person: Person; factor: string | null };
export type SessionRecord = Pick<
  Selectable<SessionsTable>,
  'id' | 'personId' | 'startedAt' | 'seenAt' | 'endsAt' | 'factor'
>;

/** Begins a sign-in: what the answer of the identity provider will be held against, by the secret of one browser. */
export async function beginSignIn(
  tx: Tx,
  { secret, at, ...row }: Omit<Selectable<SignInsTable>, 'secretSha256'> & { secret: string; at: string },
): Promise<void> {
  await tx.db.deleteFrom('signIns').where('expiresAt', '<=', at).execute();
  await tx.db
    .insertInto('signIns')
    .values({ ...row, secretSha256: sha256(secret) })
    .execute();
}

/** Takes the sign-in that a browser began; a second call finds none. */
export async function takeSignIn(
  tx: Tx,
  secret: string,
  at: string,
): Promise<Omit<Selectable<SignInsTable>, 'secretSha256'> | null> {
  const row = await tx.db
    .deleteFrom('signIns')
    .where('secretSha256', '=', sha256(secret))
    .returningAll()
    .executeTakeFirst();
  return row && Date.parse(row.expiresAt) > Date.parse(at) ? row : null;
}

export type SessionToBegin = {
  /** What the cookie carries; only its SHA-256 is kept. */
  secret: string;
  person: Person;
  issuer: string;
  subject: string;
  factor: string | null;
  limits: SessionLimits;
};

/** Begins a session of a person whom the identity provider vouched for. */
export async function beginSession(
  tx: Tx,
  at: string,
  { secret, person, issuer, subject, factor, limits }: SessionToBegin,
): Promise<{ sessionId: string }> {
  const id = newId();
  const personId = person.id;
  const endsAt = new Date(Date.parse(at) + limits.hours * 3_600_000).toISOString();
  const times = { startedAt: at, seenAt: at, endsAt };
  await tx.db
    .insertInto('sessions')
    .values({ id, secretSha256: sha256(secret), personId, issuer, subject, factor, ...times })
    .execute();
  tx.audit({
    verb: 'SIGNED_IN',
    act: { actor: selfOf(person), at },
    subject: { kind: 'person', id: personId },
    body: { sessionId: id, issuer, factor },
  });
  return { sessionId: id };
}

/** Whose session a secret belongs to: it runs, was used lately, and its person still works here. */
export async function sessionBySecret(
  read: Reading,
  secret: string,
  at: string,
  { idleMinutes }: SessionLimits,
): Promise<(SignedIn & { seenAt: string }) | null> {
  const idleSince = new Date(Date.parse(at) - idleMinutes * 60_000).toISOString();
  const row = await people(read)
    .innerJoin('sessions', 'sessions.personId', 'persons.id')
    .select(['sessions.id as sessionId', 'sessions.factor', 'sessions.seenAt'])
    .where('sessions.secretSha256', '=', sha256(secret))
    .where('sessions.endedAt', 'is', null)
    .where('sessions.endsAt', '>', at)
    .where('sessions.seenAt', '>', idleSince)
    .where('persons.active', '=', true)
    .executeTakeFirst();
  if (!row) return null;
  const { sessionId, factor, seenAt, ...person } = row;
  return { sessionId, person, factor, seenAt };
}

/** Marks a session as used; one that ended meanwhile stays ended. */
export async function touchSession(tx: Tx, sessionId: string, at: string): Promise<void> {
  await tx.db
    .updateTable('sessions')
    .set({ seenAt: at })
    .where('id', '=', sessionId)
    .where('endedAt', 'is', null)
    .where('seenAt', '<', at)
    .execute();
}

export type EndWhy = 'SIGNED_OUT' | 'REVOKED' | 'LEFT' | 'REPLACED';

/** Ends a person's sessions, or the one that is named; returns how many. */
export async function endSessionsOf(
  tx: Tx,
  act: Act,
  { personId, sessionId, why }: { personId: string; sessionId?: string; why: EndWhy },
): Promise<number> {
  let update = tx.db
    .updateTable('sessions')
    .set({ endedAt: act.at, endedWhy: why, endedBy: act.actor.kind === 'person' ? act.actor.personId : null })
    .where('personId', '=', personId)
    .where('endedAt', 'is', null);
  if (sessionId !== undefined) update = update.where('id', '=', sessionId);
  const ended = await update.returning('id').execute();
  for (const { id } of ended) {
    tx.audit({ verb: 'SESSION_ENDED', act, subject: { kind: 'session', id }, body: { personId, why } });
  }
  return ended.length;
}

/** Ends the session that a browser brought to a new sign-in, so that none is left running behind it. */
export async function endSessionOfSecret(tx: Tx, secret: string, at: string): Promise<void> {
  const row = await tx.db
    .selectFrom('sessions')
    .select(['id', 'personId'])
    .where('secretSha256', '=', sha256(secret))
    .executeTakeFirst();
  if (!row) return;
  const act = { actor: { kind: 'unidentified', seenAs: row.personId }, at } as const;
  await endSessionsOf(tx, act, { personId: row.personId, sessionId: row.id, why: 'REPLACED' });
}

/** Sessions of a person that run, the newest first. */
export async function sessionsOf(read: Reading, personId: string, at: string): Promise<SessionRecord[]> {
  return read.db
    .selectFrom('sessions')
    .select(['id', 'personId', 'startedAt', 'seenAt', 'endsAt', 'factor'])
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .where('endsAt', '>', at)
    .orderBy('id', 'desc')
    .execute();
}

/** A person who signs in or out does so in no role in particular: the first one stands for it. */
function selfOf({ id, roles }: Person): Act['actor'] {
  const [role] = roles;
  return role ? { kind: 'person', personId: id, role } : { kind: 'unidentified', seenAs: id };
}
