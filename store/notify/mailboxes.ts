import type { MailLanguage } from '../../contracts/notices.js';
import type { Act } from '../actor.js';
import type { Reading, Tx } from '../tx.js';

/** Where and how a person is written to. */
export type Mailbox = {
  address: string | null;
  language: MailLanguage;
  /** IANA name; `null` is the zone of the State of the unit. */
  zone: string | null;
  /** One mail a day instead of one for each reminder; what presses comes at once all the same. */
  digest: boolean;
};

const unset: Mailbox = { address: null, language: 'en', zone: null, digest: false };

/** How a person is written to; who never said so has no address yet. */
export async function mailboxOf(read: Reading, personId: string): Promise<Mailbox> {
  const row = await read.db
    .selectFrom('mailboxes')
    .select(['address', 'language', 'zone', 'digest'])
    .where('personId', '=', personId)
    .executeTakeFirst();
  return row ?? unset;
}

/** Sets how a person is written to. The record says that it changed, never the address. */
export async function setMailbox(tx: Tx, act: Act, personId: string, mailbox: Mailbox): Promise<void> {
  const before = await mailboxOf(tx, personId);
  if (JSON.stringify(before) === JSON.stringify(mailbox)) return;
  const row = { ...mailbox, changedAt: act.at };
  await tx.db
    .insertInto('mailboxes')
    .values({ personId, ...row })
    .onConflict((on) => on.column('personId').doUpdateSet(row))
    .execute();
  const { address, ...body } = mailbox;
  const subject = { kind: 'person', id: personId };
  tx.audit({ verb: 'MAILBOX_SET', act, subject, body: { ...body, addressed: address !== null } });
}
