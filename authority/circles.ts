import type { RouteFamily, Role } from '../contracts/codes.js';

/** Roles and families of routes that the matrix and the sights name together. */
export const officers: readonly Role[] = ['CASE_OFFICER', 'DUTY_OFFICER'];
export const supervisors: readonly Role[] = ['SUPERVISOR', 'DUTY_SUPERVISOR'];
export const unitHeads: readonly Role[] = [...supervisors, 'HEAD_OF_OFFICE'];
export const onlookers: readonly Role[] = ['OVERSEER', 'AUDITOR'];
export const signers: readonly Role[] = [
  ...supervisors,
  'LEGAL_ADVISOR',
  'PROSECUTOR',
  'CENTRAL_AUTHORITY',
  'CONTACT_24_7',
  'CHANNEL_UNIT',
  'HEAD_OF_OFFICE',
];
export const caseTeam: readonly Role[] = [...officers, ...signers, 'EVIDENCE_CUSTODIAN', 'EVIDENCE_WITNESS'];
/** Roles that a person who is away passes on. Who watches the office, or says who is who, is replaced by four eyes only. */
export const passedOn: readonly Role[] = [...caseTeam, 'FILTER_PERSON'];
/** Who holds one of these holds no other: nobody watches, or says who is who, and takes part as well (E.2-5). */
export const standAlone: readonly Role[] = [...onlookers, 'ADMINISTRATOR'];
export const direct: readonly RouteFamily[] = [
  'OSINT',
  'CONSENT',
  'DOMESTIC',
  'PROV_PRES',
  'PROV_DISC',
  'EDR',
  'EPOC',
  'EPOC_PR',
];
