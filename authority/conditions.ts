import type { MongoQuery } from '@casl/ability';
import type { Role } from '../contracts/codes.js';
import type { Actor, Subject } from './actions.js';
import { officers, supervisors } from './circles.js';

type Meaning = {
  /** The condition as a sentence that goes on from "only on". */
  says: string;
  /** Who can bring it about for a person who lacks it. */
  cure: string;
  /** What has to hold of the thing for this person in this role. A fact that nobody gave does not hold. */
  holds(person: Actor, role: Role): MongoQuery<Subject>;
};

const notAmong = (
  field: 'drafterIds' | 'involvedIds' | 'memberIds' | 'concernedIds',
  { id, onBehalfOf }: Actor,
): MongoQuery<Subject> => ({
  [field]: { $exists: true, $nin: onBehalfOf === undefined ? [id] : [id, onBehalfOf] },
});

/** Conditions under which a line of the matrix counts; each is one sentence in the printed matrix. */
export const conditions = {
  NEED_TO_KNOW: {
    says: 'a case one sees by a line of "Who sees which case"',
    cure: 'the owner of the case or a supervisor of its unit, by making you a member of it',
    // The store returns no thing of a case that the reader does not see: whoever holds one passed it.
    holds: () => ({}),
  },
  OWN_UNIT: {
    says: 'a case of one’s own unit',
    cure: 'nobody: it is for a person of the unit that owns the case',
    holds: ({ unitId }) => ({ unitId }),
  },
  ONESELF: {
    says: 'about oneself',
    cure: 'the person whom it is about, or a supervisor of the unit',
    holds: ({ id }) => ({ concernedIds: { $in: [id] } }),
  },
  NOT_ONESELF: {
    says: 'neither about oneself nor begun by oneself',
    cure: 'nobody: another person has to do it',
    holds: (person) => notAmong('concernedIds', person),
  },
  UNIT_ROLE: {
    says: 'a role that the unit fills itself: officer or supervisor',
    cure: 'the person who holds the role',
    holds: () => ({ role: { $in: [...officers, ...supervisors] } }),
  },
  NOT_DRAFTER: {
    says: 'not a request one drafted; for a decision, not a case one owns',
    cure: 'nobody: another person has to do it',
    holds: (person) => notAmong('drafterIds', person),
  },
  NOT_INVOLVED: {
    says: 'not a request one drafted, signed, sent or received',
    cure: 'nobody: another person has to do it',
    holds: (person) => notAmong('involvedIds', person),
  },
  OF_THE_OFFICE: {
    says: 'not about a person who oversees or audits',
    cure: 'an overseer: the office takes no case away from oversight',
    holds: () => ({ concernsOversight: false }),
  },
  NOT_PRIVILEGED: {
    says: 'not a file that is marked privileged',
    cure: 'the filter person, who screens it outside the case team',
    holds: () => ({ privileged: false }),
  },
  NOT_ON_THE_CASE: {
    says: 'not in a case one is a member of',
    cure: 'a filter person who does not belong to the case team',
    holds: (person) => notAmong('memberIds', person),
  },
  NAMED_ROLE: {
    says: 'with a role that the step or the dictionary names',
    cure: 'a person with a role that is named there',
    holds: (_person, role) => ({ namedRoles: { $in: [role] } }),
  },
  NOTHING_APPROVED: {
    says: 'while nothing was approved or sent',
    cure: 'a supervisor',
    holds: () => ({ anythingApproved: false }),
  },
} as const satisfies Record<string, Meaning>;
export type Condition = keyof typeof conditions;
