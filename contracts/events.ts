import type { AuditVerb } from './codes.js';

/**
 * Entries of the record that other systems are told of, and the type (CloudEvents 1.0) under which they are. Closed: what
 * does not stand here leaves this system for nobody. An event says that something happened and to which route or case; what it
 * was is read here, by who may.
 */
export const eventTypes = {
  CASE_OPENED: 'org.rogatory.case.opened',
  CASE_ERASED: 'org.rogatory.case.erased',
  DETERMINATION_MADE: 'org.rogatory.determination.made',
  DETERMINATION_PROPOSED: 'org.rogatory.determination.proposed',
  PLAN_STARTED: 'org.rogatory.plan.started',
  PLAN_ADOPTED: 'org.rogatory.plan.adopted',
  ROUTE_STARTED: 'org.rogatory.route.started',
  ROUTE_MOVED: 'org.rogatory.route.moved',
  DOCUMENT_RENDERED: 'org.rogatory.document.rendered',
  APPROVAL_ASKED: 'org.rogatory.approval.asked',
  APPROVAL_DECIDED: 'org.rogatory.approval.decided',
  HANDED_OVER: 'org.rogatory.route.handed-over',
  HAND_OVER_REFUSED: 'org.rogatory.route.held-back',
  DISPATCH_RECORDED: 'org.rogatory.route.dispatched',
  WITHDRAWAL_RECORDED: 'org.rogatory.route.withdrawn',
  HOLD_PLACED: 'org.rogatory.hold.placed',
  HOLD_LIFTED: 'org.rogatory.hold.lifted',
  REPLY_RECORDED: 'org.rogatory.reply.recorded',
  EVIDENCE_UPLOADED: 'org.rogatory.evidence.uploaded',
  EVIDENCE_RECEIVED: 'org.rogatory.evidence.received',
  EVIDENCE_MISMATCH: 'org.rogatory.evidence.mismatched',
  EX_POST_REVIEWED: 'org.rogatory.emergency.reviewed',
  CLOCK_STARTED: 'org.rogatory.clock.started',
  CLOCK_ENDED: 'org.rogatory.clock.ended',
  REMINDER_SENT: 'org.rogatory.reminder.sent',
  ESCALATED: 'org.rogatory.reminder.escalated',
  INCIDENT_OPENED: 'org.rogatory.incident.opened',
} as const satisfies Partial<Record<AuditVerb, string>>;
export type EventVerb = keyof typeof eventTypes;
export type EventType = (typeof eventTypes)[EventVerb];

/** What a receiver gets, as structured CloudEvents JSON. There is no data: nothing of a case leaves with it. */
export type CloudEvent = {
  specversion: '1.0';
  /** With `source` names one event for ever; sent again it is the same. */
  id: string;
  source: string;
  type: EventType;
  /** Id of the route it happened to; of the case where it happened to no single route. */
  subject: string;
  time: string;
  /** Order of events of one source, 12 digits; gaps are what this receiver is not told. */
  sequence: string;
};
