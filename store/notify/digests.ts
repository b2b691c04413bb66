import type { DigestMail } from '../../contracts/notices.js';
import type { Person } from '../people/index.js';
import type { Bare, Tx } from '../tx.js';
import { rolesHeld } from '../people/directory.js';
import { enqueueMail } from './mails.js';

/** A person who wants one mail a day, with the zone of his or her clock where one was named. */
export type DigestReader = Pick<Person, 'id' | 'unitId' | 'state' | 'roles'> & { zone: string | null };

/** Everybody who works here and chose one mail a day. */
export async function digestReaders(read: Bare): Promise<DigestReader[]> {
  return read.db
    .selectFrom('mailboxes as b')
    .innerJoin('persons', 'persons.id', 'b.personId')
    .innerJoin('units', 'units.id', 'persons.unitId')
    .select(['persons.id', 'persons.unitId', 'units.state', 'b.zone', rolesHeld.as('roles')])
    .where('b.digest', '=', true)
    .where('persons.active', '=', true)
    .orderBy('persons.id')
    .execute();
}

export async function hasDigest(read: Bare, personId: string, day: string): Promise<boolean> {
  const row = await read.db
    .selectFrom('digests')
    .select('day')
    .where('personId', '=', personId)
    .where('day', '=', day)
    .executeTakeFirst();
  return row !== undefined;
}

/** Writes the digest of a day, once; with nothing open there is no mail. */
export async function recordDigest(
  tx: Tx,
  at: string,
  { personId, content }: { personId: string; content: DigestMail },
): Promise<{ first: boolean }> {
  const { day, lines } = content;
  const added = await tx.db
    .insertInto('digests')
    .values({ personId, day, at })
    .onConflict((on) => on.doNothing())
    .returning('day')
    .executeTakeFirst();
  if (!added) return { first: false };
  if (lines.length > 0) await enqueueMail(tx, at, { personId, noticeId: null, content });
  return { first: true };
}
