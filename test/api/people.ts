import type { Role } from '../../contracts/codes.js';
import type { PeopleToSeed } from '../../store/index.js';

const unit = 'unit-cyber-kz';
const otherUnit = 'unit-narcotics-kz';

/** Training people, named by what they do. Their tokens are their ids with a tail long enough to be one. */
const cast = {
  officer: [unit, 'CASE_OFFICER'],
  officerB: [unit, 'CASE_OFFICER'],
  duty: [unit, 'DUTY_OFFICER'],
  supervisor: [unit, 'SUPERVISOR'],
  supervisorB: [unit, 'SUPERVISOR'],
  dutySupervisor: [unit, 'DUTY_SUPERVISOR'],
  adviser: [unit, 'LEGAL_ADVISOR'],
  adviserB: [unit, 'LEGAL_ADVISOR'],
  prosecutor: [unit, 'PROSECUTOR'],
  prosecutorB: [unit, 'PROSECUTOR'],
  centralAuthority: [otherUnit, 'CENTRAL_AUTHORITY'],
  contact: [otherUnit, 'CONTACT_24_7'],
  channel: [otherUnit, 'CHANNEL_UNIT'],
  head: [unit, 'HEAD_OF_OFFICE'],
  custodian: [unit, 'EVIDENCE_CUSTODIAN'],
  witness: [unit, 'EVIDENCE_WITNESS'],
  filter: [unit, 'FILTER_PERSON'],
  overseer: [otherUnit, 'OVERSEER'],
  auditor: [otherUnit, 'AUDITOR'],
  administrator: [otherUnit, 'ADMINISTRATOR'],
  administratorB: [otherUnit, 'ADMINISTRATOR'],
  twoHats: [unit, 'CASE_OFFICER', 'SUPERVISOR'],
  bothReceivers: [unit, 'EVIDENCE_CUSTODIAN', 'EVIDENCE_WITNESS'],
  outsider: [otherUnit, 'CASE_OFFICER'],
  outsideSupervisor: [otherUnit, 'SUPERVISOR'],
} as const satisfies Record<string, readonly [string, ...Role[]]>;

export type Name = keyof typeof cast;
export const names = Object.keys(cast).filter((name): name is Name => name in cast);
export const rolesOf = (name: Name): readonly Role[] => {
  const [, ...roles] = cast[name];
  return roles;
};
export const tokenOf = (name: Name): string => `training-token-of-${name}`;

export const people: PeopleToSeed = {
  units: [
    { id: unit, label: 'Training cybercrime unit', state: 'KZ' },
    { id: otherUnit, label: 'Training narcotics unit', state: 'KZ' },
  ],
  persons: names.map((name) => ({
    id: name,
    unitId: cast[name][0],
    label: `Training ${name}`,
    roles: rolesOf(name),
    token: tokenOf(name),
  })),
};
