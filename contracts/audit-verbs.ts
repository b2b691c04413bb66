import type { AllActivities, SweepActivities } from './activities.js';
import type { AuditVerb } from './codes.js';

/** What a verb of the record belongs to: the arrows of a case's way through the system, and what stands around them. */
export const arrows = {
  CASE: 'A case is opened and read, and who works on it',
  FACTS: 'Facts come in, also as decisions of persons',
  DETERMINATION: 'Facts become a determination',
  PLAN: 'A determination becomes a plan, and a plan runs',
  DRAFT: 'A route drafts its documents',
  APPROVAL: 'A person signs',
  DISPATCH: 'What was signed leaves',
  REPLY: 'What comes back is received',
  TIME: 'Time passes and people are told',
  PEOPLE: 'Who is who, and who stands in for whom',
  KEEPING: 'Keys, erasure, and reading the record itself',
} as const;
export type Arrow = keyof typeof arrows;

/** Meaning of every verb; an entry says who, when and why beside it. */
export const auditMeanings: Record<AuditVerb, { arrow: Arrow; says: string }> = {
  CASE_OPENED: { arrow: 'CASE', says: 'A case was opened.' },
  CASE_READ: { arrow: 'CASE', says: 'A case was opened to be read.' },
  MEMBER_ADDED: { arrow: 'CASE', says: 'A person was let into a case.' },
  CONFLICT_DECLARED: { arrow: 'CASE', says: 'A conflict of interest shut a person out of a case.' },
  CONFLICT_ENDED: { arrow: 'CASE', says: 'A conflict of interest was declared over.' },
  SENSITIVE_MARKED: {
    arrow: 'CASE',
    says: 'Something of a case was marked as sensitive: it opens with a reason only.',
  },
  SENSITIVE_UNMARKED: { arrow: 'CASE', says: 'A mark of sensitive material was taken away.' },
  SENSITIVE_READ: { arrow: 'CASE', says: 'Sensitive material was opened, with the reason.' },
  IDENTIFIER_MET: {
    arrow: 'FACTS',
    says: 'An identifier of the case was asked for in another case too; which one is not said.',
  },
  FACTS_RECORDED: { arrow: 'FACTS', says: 'Answers about a case, or new items, were recorded.' },
  DECISION_RECORDED: { arrow: 'FACTS', says: 'A decision that a fact stands for was recorded.' },
  DECISION_SECONDED: { arrow: 'FACTS', says: 'A second person joined a decision.' },
  OVERRIDE_RECORDED: { arrow: 'FACTS', says: 'A rule of policy was overridden, with reason and last day.' },
  OVERRIDE_SECONDED: { arrow: 'FACTS', says: 'A second person joined an override.' },
  DETERMINATION_MADE: { arrow: 'DETERMINATION', says: 'The rules were asked about a case.' },
  DETERMINATION_PROPOSED: {
    arrow: 'DETERMINATION',
    says: 'Something new led to a determination, or a plan, proposed.',
  },
  RULE_SET_KEPT: { arrow: 'DETERMINATION', says: 'The rules of that day were put by, under their digest.' },
  CERTIFICATE_ISSUED: {
    arrow: 'DETERMINATION',
    says: 'A determination was handed out to be checked elsewhere.',
  },
  PLAN_CHOSEN: { arrow: 'PLAN', says: 'Steps were chosen for a plan.' },
  PLAN_STARTED: { arrow: 'PLAN', says: 'The first plan of a case was started.' },
  PLAN_ADOPTED: { arrow: 'PLAN', says: 'A plan took the place of the one before.' },
  ROUTE_STARTED: { arrow: 'PLAN', says: 'A route of a plan was started.' },
  ROUTE_MOVED: { arrow: 'PLAN', says: 'A route came to another state or waits for something else.' },
  DOCUMENT_RENDERED: { arrow: 'DRAFT', says: 'A version of a draft was made.' },
  DOCUMENT_READ: { arrow: 'DRAFT', says: 'A document was opened.' },
  APPROVAL_ASKED: { arrow: 'APPROVAL', says: 'A signature was asked for.' },
  APPROVAL_DECIDED: { arrow: 'APPROVAL', says: 'A ticket was redeemed: the decision of a person counts.' },
  APPROVAL_REFUSED: { arrow: 'APPROVAL', says: 'A decision was presented and did not count.' },
  APPROVAL_VOIDED: { arrow: 'APPROVAL', says: 'A round of signatures ended without effect.' },
  TICKET_ISSUED: {
    arrow: 'APPROVAL',
    says: 'The decision of a verified person was written as a one-time ticket.',
  },
  HANDED_OVER: { arrow: 'DISPATCH', says: 'A signed packet was given to whoever sends it.' },
  HAND_OVER_REFUSED: {
    arrow: 'DISPATCH',
    says: 'A packet was held back: something was not signed, held or stale.',
  },
  DISPATCH_RECORDED: { arrow: 'DISPATCH', says: 'The sender recorded time, means and reference.' },
  WITHDRAWAL_RECORDED: { arrow: 'DISPATCH', says: 'A request was withdrawn.' },
  HOLD_PLACED: { arrow: 'DISPATCH', says: 'A hold stopped dispatch.' },
  HOLD_LIFTED: { arrow: 'DISPATCH', says: 'A hold was lifted.' },
  REPLY_RECORDED: { arrow: 'REPLY', says: 'An answer, or a step that somebody reports, was recorded.' },
  EVIDENCE_UPLOADED: { arrow: 'REPLY', says: 'A file was taken into quarantine and hashed.' },
  EVIDENCE_RECEIVED: { arrow: 'REPLY', says: 'Two persons received a piece of evidence.' },
  EVIDENCE_MISMATCH: { arrow: 'REPLY', says: 'A file was not the one that was announced.' },
  EX_POST_REVIEWED: { arrow: 'REPLY', says: 'An emergency was reviewed afterwards.' },
  CLOCK_STARTED: { arrow: 'TIME', says: 'A period began to run.' },
  CLOCK_ENDED: { arrow: 'TIME', says: 'A period was kept, ended or stopped.' },
  REMINDER_SENT: { arrow: 'TIME', says: 'Somebody was reminded.' },
  ESCALATED: { arrow: 'TIME', says: 'The next person up was told.' },
  INCIDENT_OPENED: { arrow: 'TIME', says: 'Something went wrong that a person has to look at.' },
  WAIT_UNOWNED: { arrow: 'TIME', says: 'Something waits for a person who is not there.' },
  WAIT_OWNED: { arrow: 'TIME', says: 'What waited for nobody has a person again.' },
  PERSON_SEEDED: { arrow: 'PEOPLE', says: 'A person was entered or changed at the start.' },
  PERSON_CHANGE_PROPOSED: { arrow: 'PEOPLE', says: 'A change of a person or of roles was proposed.' },
  PERSON_CHANGE_SETTLED: {
    arrow: 'PEOPLE',
    says: 'A proposed change was confirmed or refused by another person.',
  },
  PERSON_LEFT: { arrow: 'PEOPLE', says: 'A person left.' },
  IDENTITY_LINKED: { arrow: 'PEOPLE', says: 'An account of the identity provider was tied to a person.' },
  MACHINE_REGISTERED: { arrow: 'PEOPLE', says: 'A machine was let in, with the actions it may ask for.' },
  SIGNED_IN: { arrow: 'PEOPLE', says: 'A person signed in.' },
  SESSION_ENDED: { arrow: 'PEOPLE', says: 'A session was ended.' },
  ABSENCE_RECORDED: { arrow: 'PEOPLE', says: 'A person is away for some time.' },
  ABSENCE_ENDED: { arrow: 'PEOPLE', says: 'A person is back, or will not be away after all.' },
  DELEGATION_REGISTERED: { arrow: 'PEOPLE', says: 'A person stands in for another.' },
  DELEGATION_ENDED: { arrow: 'PEOPLE', says: 'A person no longer stands in for another.' },
  DUTY_ROSTERED: { arrow: 'PEOPLE', says: 'Duty was put on the rota.' },
  DUTY_ENDED: { arrow: 'PEOPLE', says: 'Duty was taken off the rota.' },
  MAILBOX_SET: { arrow: 'PEOPLE', says: 'How a person is written to was changed.' },
  WORK_PASSED_ON: { arrow: 'PEOPLE', says: 'What lay with one person was given to another.' },
  ACCESS_REFUSED: {
    arrow: 'PEOPLE',
    says: 'Somebody was refused, or sent what nobody on record had written.',
  },
  ERASURE_ASKED: { arrow: 'KEEPING', says: 'The erasure of a case was asked for.' },
  CASE_ERASED: { arrow: 'KEEPING', says: 'A case was erased by destroying its key; digests and proof stay.' },
  KEYS_ROTATED: { arrow: 'KEEPING', says: 'The keys that wrap data keys were changed.' },
  AUDIT_READ: { arrow: 'KEEPING', says: 'A page of the record was read.' },
  AUDIT_EXPORTED: { arrow: 'KEEPING', says: 'The record was taken away as a file.' },
  ALERT_RAISED: { arrow: 'KEEPING', says: 'Something that an overseer has to look at was raised.' },
  ALERT_ACKNOWLEDGED: {
    arrow: 'KEEPING',
    says: 'An overseer has looked at an alert, and said what he or she found.',
  },
};

/** Verbs of who read, took a copy or was refused: nothing of a case is otherwise afterwards. */
export const changesNothing: readonly AuditVerb[] = [
  'CASE_READ',
  'DOCUMENT_READ',
  'CERTIFICATE_ISSUED',
  'SENSITIVE_READ',
  'ACCESS_REFUSED',
];

/** Verbs that something may write, or why it writes none. */
export type Written = readonly AuditVerb[] | string;

/** What each activity of a workflow writes into the record; a test reads the code for it. */
export const activityVerbs: Record<keyof (AllActivities & SweepActivities), Written> = {
  planToRun: 'reads the plan that a person started',
  project: ['ROUTE_MOVED'],
  isOnRecord: ['ACCESS_REFUSED'],
  renderDraft: ['DOCUMENT_RENDERED'],
  openBlockers: 'reads the plan in force',
  openApprovals: ['APPROVAL_ASKED', 'APPROVAL_VOIDED'],
  closeApprovals: ['APPROVAL_VOIDED'],
  redeemTicket: ['ALERT_RAISED', 'APPROVAL_DECIDED', 'APPROVAL_REFUSED'],
  handOver: ['HANDED_OVER', 'HAND_OVER_REFUSED'],
  writePacket: 'writes the files of a packet whose hand-over is in the record',
  startClocks: ['CLOCK_STARTED'],
  stopClocks: ['CLOCK_ENDED'],
  computeInstants: 'computes',
  remind: ['REMINDER_SENT', 'ESCALATED', 'INCIDENT_OPENED'],
  openIncident: ['INCIDENT_OPENED'],
  linkReply: 'ties a reply, which is in the record, to the state it led to, which is as well',
  deliverPending: 'delivers again what is in the record already',
  sweepAlerts: ['ALERT_RAISED'],
  sendMails: 'sends what the record says was told',
  checkpointAudit: 'a signed root is its own record; an entry about it would need the next one',
};
