import { replyOutcomes, type ReplyOutcome } from './codes.js';

/** What a person may decide where a route asks; which of them a state offers stands on the page of its life cycle. */
export const decisionChoices = [
  'CLOSE',
  'CONVERT',
  'WAIT_ON',
  'AGAIN',
  'RENEW',
  'RELEASE',
  'WITHDRAW',
  'END',
  'ACCEPT',
  'NARROW',
  'FOLLOW_UP',
  'CONSENT_TO_NOTICE',
  'ORDER_OBTAINED',
  'ENFORCE',
] as const;
export type DecisionChoice = (typeof decisionChoices)[number];

/** What a person reports as done, and the event it is to the route. */
export const reports = {
  'evidence-received': 'RECEIVED',
  'clarification-answered': 'CLARIFIED',
  'legal-process-served': 'SERVED',
  'letter-sent': 'LETTER_SENT',
  'need-confirmed': 'CONFIRMED',
  'consent-withdrawn': 'CONSENT_WITHDRAWN',
  'translation-lodged': 'TRANSLATED',
  'measures-taken': 'MEASURES_TAKEN',
} as const;
export type ReportedEvent = (typeof reports)[keyof typeof reports];

export const verdicts = ['VALIDATED', 'NOT_VALIDATED'] as const;
export type Verdict = (typeof verdicts)[number];

/** A clock ended: the wait for a reply, an answer that we owe, a period of preservation, or a question to be asked again. */
export const clockEvents = ['SILENT', 'OVERDUE', 'LAPSED', 'ASKED'] as const;
export type ClockEvent = (typeof clockEvents)[number];

/** What our own work before dispatch, or a guard of the table, comes to. */
const ownEvents = [
  'DRAFTED',
  'FIELDS_MISSING',
  'REVISED',
  'CLEAR',
  'CASE_CHANGED',
  'APPROVED',
  'RETURNED',
  'REJECTED',
  'APPROVAL_EXPIRED',
  'HANDED_OVER',
  'APPROVALS_GONE',
  'HAND_OVER_REFUSED',
  'SENT',
  'REVIEW_DUE',
  'RECORDED',
  'NOT_RENEWABLE',
  'LAST_HOP',
] as const;

/** The closed list of events: what a state of a life cycle may name under `on:`, and a row of its table as a way out. */
export const routeEvents = [
  ...ownEvents,
  ...replyOutcomes,
  ...Object.values(reports),
  ...verdicts,
  ...decisionChoices,
  ...clockEvents,
] as const;
export type RouteEvent =
  (typeof ownEvents)[number] | ReplyOutcome | ReportedEvent | Verdict | DecisionChoice | ClockEvent;
