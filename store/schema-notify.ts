import type { ColumnType, Generated } from 'kysely';
import type { Role } from '../contracts/codes.js';
import type { Climb, MailContent, MailLanguage, NoticeKind } from '../contracts/notices.js';

type Json<T> = ColumnType<T, string, string>;

export type MailboxesTable = {
  personId: string;
  /** `null`: the person has no address yet; what is for him or her waits. */
  address: string | null;
  language: MailLanguage;
  /** IANA name; `null` is the zone of the State of the unit. */
  zone: string | null;
  digest: boolean;
  changedAt: string;
};
export type NoticesTable = {
  id: string;
  routeId: string;
  key: string;
  caseId: string;
  what: NoticeKind;
  /** The ladder as it stood when the notice began. */
  climb: Json<Climb>;
  /** How many rungs of the ladder were told. */
  level: Generated<number>;
  /** When the next rung is told; `null` where nothing climbs, or the top was told. */
  climbsAt: string | null;
  at: string;
  settledAt: string | null;
  settledHow: 'ACKNOWLEDGED' | 'ACTED' | null;
  settledBy: string | null;
};
export type NoticeRecipientsTable = {
  noticeId: string;
  personId: string;
  role: Role;
  why: 'ON_DUTY' | 'STANDS_IN' | 'HOLDS_THE_ROLE';
  level: number;
  at: string;
};
export type MailsTable = {
  id: string;
  personId: string;
  noticeId: string | null;
  content: Json<MailContent>;
  state: Generated<'WAITING' | 'SENT'>;
  createdAt: string;
  tryAt: string;
  attempts: Generated<number>;
  /** Why the last attempt failed, as a code. */
  fault: string | null;
  sentAt: string | null;
};

export type DigestsTable = { personId: string; day: string; at: string };
export type CalendarFeedsTable = { personId: string; tokenSha256: string; madeAt: string };

export type NotifyTables = {
  digests: DigestsTable;
  calendarFeeds: CalendarFeedsTable;
  mailboxes: MailboxesTable;
  notices: NoticesTable;
  noticeRecipients: NoticeRecipientsTable;
  mails: MailsTable;
};
