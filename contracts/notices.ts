import type { Role, Urgency } from './codes.js';

/** Languages a person can be written to in. */
export const mailLanguages = ['en', 'ru'] as const;
export type MailLanguage = (typeof mailLanguages)[number];

export const noticeKinds = ['remind', 'escalate', 'call'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Who is told next when nobody takes note, one after the other, and the minutes between two of them. */
export type Climb = { to: readonly Role[]; everyMinutes: number };

/** Policy of the office about telling people, as it stands on a day. */
export type NoticeTerms = { climb: Readonly<Record<Urgency, Climb>> };

/** What a mail about a notice may say: nothing of persons, accounts or offences. Instants are ISO 8601 in UTC. */
export type NoticeMail = {
  kind: 'NOTICE';
  what: NoticeKind;
  reference: string;
  routeId: string;
  dueAt: string;
  level: number;
};
export type MailContent = NoticeMail;
