import type { Selectable } from 'kysely';
import type { MailContent } from '../../contracts/notices.js';
import { newId } from '../ids.js';
import type { MailsTable } from '../schema-notify.js';
import type { Bare, Reading, Tx } from '../tx.js';
import { laterBy } from './instants.js';

/** A mail as it is to be sent: to whom, in which language and on which clock. `address` is `null` where there is none yet. */
export type MailToSend = {
  id: string;
  content: MailContent;
  attempts: number;
  address: string | null;
  language: 'en' | 'ru';
  zone: string | null;
  /** State of the unit: its zone is that of a person who names none. */
  state: string;
};

/** Puts a mail beside what it tells, in the same transaction; a second one about a notice to the same person is none. */
export async function enqueueMail(
  tx: Tx,
  at: string,
  mail: { personId: string; noticeId: string | null; content: MailContent },
): Promise<void> {
  const { personId, noticeId, content } = mail;
  await tx.db
    .insertInto('mails')
    .values({
      id: newId(),
      personId,
      noticeId,
      content: JSON.stringify(content),
      createdAt: at,
      tryAt: at,
      fault: null,
      sentAt: null,
    })
    .onConflict((on) => on.doNothing())
    .execute();
}

/** Leases mails whose time has come, the oldest first; nobody else gets one before its lease ends. */
export async function takeMails(
  tx: Tx,
  { at, leaseSeconds, limit }: { at: string; leaseSeconds: number; limit: number },
): Promise<MailToSend[]> {
  const due = await tx.db
    .selectFrom('mails')
    .select('id')
    .where('state', '=', 'WAITING')
    .where('tryAt', '<=', at)
    .orderBy('tryAt')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  if (due.length === 0) return [];
  const ids = due.map(({ id }) => id);
  const tryAt = laterBy(at, leaseSeconds);
  await tx.db.updateTable('mails').set({ tryAt }).where('id', 'in', ids).execute();
  const rows = await tx.db
    .selectFrom('mails')
    .innerJoin('persons', 'persons.id', 'mails.personId')
    .innerJoin('units', 'units.id', 'persons.unitId')
    .leftJoin('mailboxes as b', 'b.personId', 'mails.personId')
    .select([
      'mails.id',
      'mails.content',
      'mails.attempts',
      'b.address',
      'b.language',
      'b.zone',
      'units.state',
    ])
    .where('mails.id', 'in', ids)
    .orderBy('mails.id')
    .execute();
  return rows.map((row) => ({ ...row, language: row.language ?? 'en' }));
}

const firstPauseSeconds = 30;
const longestPauseSeconds = 1800;

/** What became of an attempt. `fault` is a code, never an address. A mail that was not sent is tried again, for ever. */
export async function settleMail(
  tx: Tx,
  { id, attempts, fault, at }: { id: string; attempts: number; fault: string | null; at: string },
): Promise<void> {
  const pause = Math.min(firstPauseSeconds * 2 ** attempts, longestPauseSeconds);
  const sent = { state: 'SENT' as const, sentAt: at, fault: null };
  const change = fault === null ? sent : { fault, tryAt: laterBy(at, pause) };
  await tx.db
    .updateTable('mails')
    .set({ ...change, attempts: attempts + 1 })
    .where('id', '=', id)
    .where('state', '=', 'WAITING')
    .execute();
}

/** How many mails wait, and since when the oldest waits. */
export async function mailBacklog(read: Reading): Promise<{ waiting: number; oldest: string | null }> {
  const row = await read.db
    .selectFrom('mails')
    .select((is) => [is.fn.countAll<string>().as('waiting'), is.fn.min('createdAt').as('oldest')])
    .where('state', '=', 'WAITING')
    .executeTakeFirstOrThrow();
  return { waiting: Number(row.waiting), oldest: row.oldest };
}

/** Mails to a person, oldest first. */
export async function mailsTo(read: Reading, personId: string): Promise<Selectable<MailsTable>[]> {
  return read.db.selectFrom('mails').selectAll().where('personId', '=', personId).orderBy('id').execute();
}

/** Mails that were tried and did not leave, the oldest first; of one unit where it is named. What they say is not shown. */
export async function unsentMails(
  read: Bare,
  { unitId, after, limit }: { unitId?: string; after?: string; limit: number },
) {
  let select = read.db
    .selectFrom('mails')
    .innerJoin('persons', 'persons.id', 'mails.personId')
    .select(['mails.id', 'mails.personId', 'mails.createdAt', 'mails.attempts', 'mails.fault', 'mails.tryAt'])
    .where('mails.state', '=', 'WAITING')
    .where('mails.attempts', '>', 0);
  if (unitId !== undefined) select = select.where('persons.unitId', '=', unitId);
  if (after !== undefined) select = select.where('mails.id', '>', after);
  return select.orderBy('mails.id').limit(limit).execute();
}
