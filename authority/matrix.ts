import type { RouteFamily, Role } from '../contracts/codes.js';
import type { Action, Condition, Grant } from './actions.js';

const grant = (
  action: Action,
  roles: Grant['roles'],
  where: readonly Condition[] = [],
  families?: readonly RouteFamily[],
): Grant => (families === undefined ? { action, roles, where } : { action, roles, where, families });

const officers: readonly Role[] = ['CASE_OFFICER', 'DUTY_OFFICER'];
const supervisors: readonly Role[] = ['SUPERVISOR', 'DUTY_SUPERVISOR'];
const caseTeam: readonly Role[] = [
  ...officers,
  ...supervisors,
  'LEGAL_ADVISOR',
  'PROSECUTOR',
  'CENTRAL_AUTHORITY',
  'CONTACT_24_7',
  'CHANNEL_UNIT',
  'HEAD_OF_OFFICE',
  'EVIDENCE_CUSTODIAN',
  'EVIDENCE_WITNESS',
];
const onlookers: readonly Role[] = ['OVERSEER', 'AUDITOR'];
const signers: readonly Role[] = [
  ...supervisors,
  'LEGAL_ADVISOR',
  'PROSECUTOR',
  'CENTRAL_AUTHORITY',
  'CONTACT_24_7',
  'CHANNEL_UNIT',
  'HEAD_OF_OFFICE',
];
const direct: readonly RouteFamily[] = [
  'OSINT',
  'CONSENT',
  'DOMESTIC',
  'PROV_PRES',
  'PROV_DISC',
  'EDR',
  'EPOC',
  'EPOC_PR',
];

/**
 * Who may do what (specification C.1, C.3). Deny by default: a pair of role and action that no line names is refused.
 * The administrator appears in no line about a case: he or she runs the system and reads no content (E.2-5).
 */
export const matrix: readonly Grant[] = [
  grant('self.read', 'EVERYBODY'),
  grant('rules.read', 'EVERYBODY'),

  grant('case.open', officers),
  grant('case.list', [...caseTeam, ...onlookers]),
  grant('case.read', caseTeam, ['NEED_TO_KNOW']),
  grant('case.read', onlookers),
  grant('case.addMember', [...officers, ...supervisors], ['NEED_TO_KNOW', 'OWN_UNIT']),

  grant('facts.record', [...officers, ...signers], ['NEED_TO_KNOW']),
  grant('decision.record', officers, ['NEED_TO_KNOW', 'NAMED_ROLE']),
  grant('decision.record', signers, ['NEED_TO_KNOW', 'NAMED_ROLE', 'NOT_DRAFTER']),
  grant('decision.second', signers, ['NEED_TO_KNOW', 'NAMED_ROLE', 'NOT_DRAFTER']),
  grant(
    'override.record',
    ['SUPERVISOR', 'LEGAL_ADVISOR', 'HEAD_OF_OFFICE'],
    ['NEED_TO_KNOW', 'NOT_DRAFTER'],
  ),
  grant('override.second', ['LEGAL_ADVISOR'], ['NEED_TO_KNOW', 'NOT_DRAFTER']),
  grant('determination.make', [...officers, ...signers], ['NEED_TO_KNOW']),

  grant('plan.choose', officers, ['NEED_TO_KNOW', 'OWN_UNIT']),
  grant('plan.start', officers, ['NEED_TO_KNOW', 'OWN_UNIT']),
  grant('plan.adopt', officers, ['NEED_TO_KNOW', 'OWN_UNIT', 'NOTHING_APPROVED']),
  grant('plan.adopt', supervisors, ['NEED_TO_KNOW']),

  grant('approval.list', signers),
  grant('approval.decide', signers, ['NEED_TO_KNOW', 'NAMED_ROLE', 'NOT_DRAFTER']),
  grant('document.read', caseTeam, ['NEED_TO_KNOW']),
  grant('document.read', onlookers),

  grant('dispatch.record', [...officers, 'CHANNEL_UNIT', 'CONTACT_24_7'], ['NEED_TO_KNOW'], direct),
  grant('dispatch.record', ['CHANNEL_UNIT', 'CONTACT_24_7'], ['NEED_TO_KNOW'], ['P2P']),
  grant('dispatch.record', ['CONTACT_24_7', 'CENTRAL_AUTHORITY'], ['NEED_TO_KNOW'], ['ART29', 'ART30']),
  grant('dispatch.record', ['CENTRAL_AUTHORITY'], ['NEED_TO_KNOW'], ['MLA', 'UNCC', 'SAP2']),
  grant('reply.record', [...officers, 'CHANNEL_UNIT', 'CONTACT_24_7', 'CENTRAL_AUTHORITY'], ['NEED_TO_KNOW']),
  grant('evidence.upload', [...officers, 'EVIDENCE_CUSTODIAN', 'CENTRAL_AUTHORITY'], ['NEED_TO_KNOW']),
  grant('evidence.receive', ['EVIDENCE_CUSTODIAN', 'EVIDENCE_WITNESS'], ['NEED_TO_KNOW', 'NAMED_ROLE']),
  grant('withdrawal.record', supervisors, ['NEED_TO_KNOW']),
  grant('withdrawal.record', ['CENTRAL_AUTHORITY'], ['NEED_TO_KNOW'], ['MLA']),
  grant('report.record', [...officers, ...supervisors, 'CENTRAL_AUTHORITY'], ['NEED_TO_KNOW']),
  grant('review.record', ['LEGAL_ADVISOR', 'OVERSEER'], ['NOT_INVOLVED']),
  grant('audit.read', onlookers),
  grant('audit.verify', 'EVERYBODY'),
];
