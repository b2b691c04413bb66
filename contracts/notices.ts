import type { Role, Urgency } from './codes.js';

/** Languages a person can be written to in. */
export const mailLanguages = ['en', 'ru'] as const;
export type MailLanguage = (typeof mailLanguages)[number];

export const noticeKinds = ['remind', 'escalate', 'call'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Who is told next when nobody takes note, one after the other, and the minutes between two of them. */
export type Climb = { to: readonly Role[]; everyMinutes: number };

/** Policy of the office about telling people, as it stands on a day. */
export type NoticeTerms = {
  climb: Readonly<Record<Urgency, Climb>>;
  /** By how many minutes reminders of one route may come before those of another. */
  jitterMinutes: number;
  /** Hour of the reader's clock from which the mail of the day is sent. */
  digestHour: number;
};

/** What a mail about a notice may say: nothing of persons, accounts or offences. Instants are ISO 8601 in UTC. */
export type NoticeMail = {
  kind: 'NOTICE';
  what: NoticeKind;
  reference: string;
  routeId: string;
  dueAt: string;
  level: number;
};

/** One line of a digest: what falls due, without title or addressee. `daysLeft` by the reader's calendar, below 0 when late. */
export type DigestLine = {
  reference: string;
  nature: 'law' | 'office' | 'provider' | 'signature';
  dueAt: string;
  daysLeft: number;
  provisional: boolean;
};
/** The mail of a day. `more`: there were more lines than it holds. */
export type DigestMail = { kind: 'DIGEST'; day: string; lines: readonly DigestLine[]; more: boolean };
export type MailContent = NoticeMail | DigestMail;
