import type { SensitiveKind } from '../contracts/access.js';
import type { Role } from '../contracts/codes.js';
import type { Actor } from './actions.js';
import { caseTeam } from './circles.js';

/** What is known of a case when it is asked who may see it. */
export type CaseSeen = {
  unitId: string;
  memberIds: readonly string[];
  /** Roles whose signature was asked for in the case. */
  askedRoles: readonly Role[];
  /** Persons who have a conflict of interest in the case. */
  recusedIds: readonly string[];
  /** Marks that stand on files of the case now. */
  fileMarks: readonly SensitiveKind[];
};

/** Each named field has one of these values. */
export type SightCondition = { [Field in keyof CaseSeen]?: { $in: string[] } };

type Meaning = {
  says: string;
  /** `held`: those of the person's roles that the line names. `null`: without condition. */
  holds(person: Actor, held: readonly Role[]): SightCondition | null;
};

/** How a person may stand to a case. */
export const standings = {
  MEMBER: { says: 'a case one is a member of', holds: ({ id }) => ({ memberIds: { $in: [id] } }) },
  OWN_UNIT: { says: 'a case of one’s own unit', holds: ({ unitId }) => ({ unitId: { $in: [unitId] } }) },
  ASKED: {
    says: 'a case of any unit in which the role’s signature was asked for',
    holds: (_person, held) => ({ askedRoles: { $in: [...held] } }),
  },
  TO_FILTER: {
    says: 'a case with a file that is sealed or privileged',
    holds: () => ({ fileMarks: { $in: ['SEALED', 'PRIVILEGED'] } }),
  },
  EVERY: { says: 'every case', holds: () => null },
  CONFLICT: {
    says: 'a case in which one has a conflict of interest',
    holds: ({ id }) => ({ recusedIds: { $in: [id] } }),
  },
} as const satisfies Record<string, Meaning>;
export type Standing = keyof typeof standings;

/** One line of who sees which case. A line that denies beats every line that allows. */
export type Sight = {
  may: boolean;
  roles: readonly Role[] | 'EVERYBODY';
  standing: Standing;
  because: string;
};

/** Need to know (specification HR-16). The store makes the condition of every list and every read out of these lines. */
export const sights: readonly Sight[] = [
  { may: true, roles: caseTeam, standing: 'MEMBER', because: 'Who works on a case sees it.' },
  {
    may: true,
    roles: [
      'DUTY_OFFICER',
      'SUPERVISOR',
      'DUTY_SUPERVISOR',
      'LEGAL_ADVISOR',
      'PROSECUTOR',
      'HEAD_OF_OFFICE',
      'EVIDENCE_CUSTODIAN',
      'EVIDENCE_WITNESS',
    ],
    standing: 'OWN_UNIT',
    because:
      'Who supervises, advises, prosecutes, stands by at night or keeps evidence sees the cases of the unit.',
  },
  {
    may: true,
    roles: ['PROSECUTOR', 'CENTRAL_AUTHORITY', 'CONTACT_24_7', 'CHANNEL_UNIT'],
    standing: 'ASKED',
    because: 'Who is asked to sign reads what there is to sign.',
  },
  {
    may: true,
    roles: ['FILTER_PERSON'],
    standing: 'TO_FILTER',
    because: 'Privileged and surplus material is screened outside the case team (C.14-7, HR-11).',
  },
  {
    may: true,
    roles: ['OVERSEER', 'AUDITOR'],
    standing: 'EVERY',
    because: 'Oversight and audit read without asking the unit (HR-28, E.2-5).',
  },
  {
    may: false,
    roles: 'EVERYBODY',
    standing: 'CONFLICT',
    because: 'Who has a conflict of interest in a case sees nothing of it, in whatever role.',
  },
];
