import { releaseVerbs } from './release.js';

/**
 * Code lists of the domain. They are the closed words of requests, rules and screens; what each one means is in
 * docs/glossary.md. No zod here, so that workflow code may import the values.
 */

export const dataCategories = [
  'PUBLIC',
  'DOMAIN_REGISTRATION',
  'SUBSCRIBER',
  'ACCESS_LOG',
  'FINANCIAL_KYC',
  'TRAFFIC',
  'LOCATION',
  'CONTENT',
  'REALTIME_TRAFFIC',
  'REALTIME_CONTENT',
  'ASSET',
] as const;
export type DataCategory = (typeof dataCategories)[number];

/** What runs alike, whatever the channel or basis: one life cycle, one workflow type. */
export const routeFamilies = [
  'OSINT',
  'CONSENT',
  'DOMESTIC',
  'EDR',
  'P2P',
  'PROV_PRES',
  'ART29',
  'ART30',
  'PROV_DISC',
  'EPOC',
  'EPOC_PR',
  'MLA',
  'UNCC',
  'SAP2',
] as const;
export type RouteFamily = (typeof routeFamilies)[number];

/** A family, or a family and a variant: `MLA:BUDAPEST`. The catalogue lists the variants that exist. */
export type RouteId = RouteFamily | `${RouteFamily}:${string}`;

export const measures = [
  'CAPTURE',
  'HAND_OVER',
  'PRODUCE',
  'IDENTIFY',
  'INQUIRE',
  'RDAP_LOOKUP',
  'TRACE_LEDGER',
  'PRESERVE',
  'RENEW',
  'EXTEND',
  'PARTIAL_DISCLOSE',
  'DISCLOSE',
  'EMERGENCY_DISCLOSE',
  'SUPPORT',
  'NOTIFY',
  'TRACE_OR_POSTPONE',
  'RESTRAIN',
] as const;
export type Measure = (typeof measures)[number];

export const urgencies = ['ROUTINE', 'URGENT', 'EMERGENCY'] as const;
export type Urgency = (typeof urgencies)[number];

export const roles = [
  'CASE_OFFICER',
  'DUTY_OFFICER',
  'SUPERVISOR',
  'DUTY_SUPERVISOR',
  'LEGAL_ADVISOR',
  'PROSECUTOR',
  'CENTRAL_AUTHORITY',
  'CONTACT_24_7',
  'CHANNEL_UNIT',
  'HEAD_OF_OFFICE',
  'EVIDENCE_CUSTODIAN',
  'EVIDENCE_WITNESS',
  'FILTER_PERSON',
  'OVERSEER',
  'AUDITOR',
  'ADMINISTRATOR',
] as const;
export type Role = (typeof roles)[number];

export const documentForms = ['D-01', 'D-02', 'D-03', 'D-04', 'D-05', 'D-06', 'D-07'] as const;
export type DocumentForm = (typeof documentForms)[number];

/** Where a route stands (specification C.2). A projection in the store; the workflow owns it. */
export const routeStates = [
  'DRAFT',
  'FIELDS_MISSING',
  'CHECKS',
  'APPROVAL',
  'RETURNED',
  'APPROVED',
  'HANDED_OVER',
  'DISPATCHED',
  'ACKNOWLEDGED',
  'IN_EXECUTION',
  'WAITING_DOMESTIC',
  'PRESERVED',
  'RENEWAL_ASKED',
  'SUPERSEDED',
  'MLA_RECEIVED',
  'RELEASED',
  'LAPSED',
  'WARNING_29_6',
  'HOP_FOUND',
  'CLARIFICATION',
  'NOTICE_ANNOUNCED',
  'CONDITIONS',
  'POSTPONED',
  'OBJECTION',
  'ENFORCEMENT',
  'TRANSLATION',
  'RECHECK',
  'ENDED',
  'INTAKE',
  'PARTIAL',
  'DECISION_DUE',
  'CONSENT_WITHDRAWN',
  'WITHDRAWING',
  'EX_POST',
  'REVIEW_OVERDUE',
  'NOT_VALIDATED',
  'CLOSED',
  'WITHDRAWN',
  'EXPIRED',
  'CONVERTED',
  'CANCELLED_BEFORE_DISPATCH',
] as const;
export type RouteState = (typeof routeStates)[number];

export const endStates: readonly RouteState[] = [
  'CLOSED',
  'WITHDRAWN',
  'EXPIRED',
  'CONVERTED',
  'CANCELLED_BEFORE_DISPATCH',
];

/** What a provider or a foreign authority says back. */
export const replyOutcomes = [
  'ACKNOWLEDGED',
  'PRESERVED',
  'ANSWERED',
  'PARTIAL',
  'CLARIFICATION',
  'REFUSED',
  'WITHHELD',
  'NOTHING_FURTHER',
  'NOTICE_ANNOUNCED',
  'WARNING_29_6',
  'POSTPONED',
  'CONDITIONS',
  'NEEDS_MLA',
  'OBJECTION',
  'NOT_EXECUTED',
] as const;
export type ReplyOutcome = (typeof replyOutcomes)[number];

/** Why a case may be erased (specification C.14-13, HR-23). */
export const erasureGrounds = ['RETENTION_ENDED', 'NOT_RELEVANT', 'SENDING_STATE', 'ORDERED'] as const;
export type ErasureGround = (typeof erasureGrounds)[number];

/** Closed list of audit verbs: every change of the store is one of them. */
export const auditVerbs = [
  'CASE_OPENED',
  'CASE_READ',
  'MEMBER_ADDED',
  'CONFLICT_DECLARED',
  'CONFLICT_ENDED',
  'SENSITIVE_MARKED',
  'SENSITIVE_UNMARKED',
  'SENSITIVE_READ',
  'ALERT_RAISED',
  'ALERT_ACKNOWLEDGED',
  'FACTS_RECORDED',
  'DECISION_RECORDED',
  'DECISION_SECONDED',
  'OVERRIDE_RECORDED',
  'OVERRIDE_SECONDED',
  'DETERMINATION_MADE',
  'DETERMINATION_PROPOSED',
  'RULE_SET_KEPT',
  ...releaseVerbs,
  'REGISTER_PROPOSAL_DECIDED',
  'CERTIFICATE_ISSUED',
  'PLAN_CHOSEN',
  'PLAN_STARTED',
  'PLAN_ADOPTED',
  'ROUTE_STARTED',
  'ROUTE_MOVED',
  'DOCUMENT_RENDERED',
  'DOCUMENT_READ',
  'APPROVAL_ASKED',
  'APPROVAL_DECIDED',
  'APPROVAL_REFUSED',
  'APPROVAL_VOIDED',
  'TICKET_ISSUED',
  'PHONE_CODE_ISSUED',
  'APPROVED_BY_PHONE',
  'PHONE_APPROVAL_CONFIRMED',
  'HANDED_OVER',
  'HAND_OVER_REFUSED',
  'DISPATCH_RECORDED',
  'ENTERED_LATER',
  'ENTERED_LATER_CONFIRMED',
  'REPLY_RECORDED',
  'REPLY_SET_ASIDE',
  'SET_ASIDE_DECIDED',
  'GAP_CLOSED',
  'EVIDENCE_UPLOADED',
  'EVIDENCE_RECEIVED',
  'EVIDENCE_OPENED',
  'EVIDENCE_MISMATCH',
  'WITHDRAWAL_RECORDED',
  'REMINDER_SENT',
  'ESCALATED',
  'NOTICE_ACKNOWLEDGED',
  'CLOCK_STARTED',
  'CLOCK_ENDED',
  'CLOCK_PAUSED',
  'CLOCK_RESUMED',
  'INCIDENT_OPENED',
  'HOLD_PLACED',
  'HOLD_RELEASE_SIGNED',
  'HOLD_LIFTED',
  'START_HELD',
  'START_RELEASED',
  'EX_POST_REVIEW_SIGNED',
  'EX_POST_REVIEWED',
  'IDENTIFIER_MET',
  'ERASURE_ASKED',
  'CASE_ERASED',
  'KEYS_ROTATED',
  'PERSON_SEEDED',
  'PERSON_CHANGE_PROPOSED',
  'PERSON_CHANGE_SETTLED',
  'OFFICE_CHANGE_PROPOSED',
  'OFFICE_CHANGE_SETTLED',
  'PERSON_LEFT',
  'IDENTITY_LINKED',
  'MACHINE_REGISTERED',
  'SIGNED_IN',
  'SESSION_ENDED',
  'ABSENCE_RECORDED',
  'ABSENCE_ENDED',
  'DELEGATION_REGISTERED',
  'DELEGATION_ENDED',
  'DUTY_ROSTERED',
  'DUTY_ENDED',
  'MAILBOX_SET',
  'CALENDAR_FEED_MADE',
  'CALENDAR_FEED_ENDED',
  'WORK_PASSED_ON',
  'WAIT_UNOWNED',
  'WAIT_OWNED',
  'ACCESS_REFUSED',
  'AUDIT_READ',
  'AUDIT_EXPORTED',
  'WEBHOOK_REGISTERED',
  'WEBHOOK_ENDED',
  'WEBHOOK_REPLAYED',
  'WEBHOOK_FAILING',
] as const;
export type AuditVerb = (typeof auditVerbs)[number];

/** What the engine says of a workflow. `MISSING`: it knows no such one. */
export const engineStandings = ['RUNNING', 'ENDED', 'MISSING'] as const;
export type EngineStanding = (typeof engineStandings)[number];
