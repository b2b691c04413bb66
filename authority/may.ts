import type { Role } from '../contracts/codes.js';
import { conditions } from './actions.js';
import type { Action, Actor, Condition, Grant, Subject } from './actions.js';
import { matrix } from './matrix.js';

/** Answer of the matrix. `role` is the one the person acts in: it goes into the record. */
export type Verdict =
  | { allowed: true; role: Role | null }
  | { allowed: false; because: string; failed: Condition | 'ROLE'; needs: readonly Role[] };

/**
 * Reads the matrix for one person, one action and one thing. Deny by default.
 * `NEED_TO_KNOW` is decided by the store, which does not return what a reader may not see: whoever holds a `Subject` passed it.
 */
export function may(person: Actor, action: Action, subject: Subject = {}): Verdict {
  const lines = matrix.filter((line) => line.action === action && onFamily(line, subject));
  const own = lines.filter((line) => actingRoles(line, person, subject).length > 0);
  const refusals = own.map((line) => line.where.find((word) => !holds[word](person, subject)));
  const granting = own[refusals.indexOf(undefined)];
  if (granting) return { allowed: true, role: actingRoles(granting, person, subject)[0] ?? null };
  const failed = refusals[0];
  const needs = [...new Set(lines.flatMap((line) => namedOf(line, subject)))];
  return failed === undefined
    ? { allowed: false, because: needs.join(' or ') || 'nobody', failed: 'ROLE', needs }
    : { allowed: false, because: conditions[failed], failed, needs };
}

/** Roles that any line names for the action: the check a door makes before it reads the body. */
export function rolesFor(action: Action): readonly Role[] | 'EVERYBODY' {
  const named = matrix.filter((line) => line.action === action).map((line) => line.roles);
  if (named.includes('EVERYBODY')) return 'EVERYBODY';
  return [...new Set(named.flatMap((roles) => (roles === 'EVERYBODY' ? [] : roles)))];
}

const onFamily = (line: Grant, { family }: Subject): boolean =>
  line.families === undefined || (family !== undefined && line.families.includes(family));

const namedOf = (line: Grant, { namedRoles }: Subject): readonly Role[] => {
  const roles = line.roles === 'EVERYBODY' ? [] : line.roles;
  return line.where.includes('NAMED_ROLE') && namedRoles
    ? roles.filter((r) => namedRoles.includes(r))
    : roles;
};

function actingRoles(line: Grant, person: Actor, subject: Subject): readonly Role[] {
  if (line.roles === 'EVERYBODY') return person.roles.length > 0 ? person.roles : [];
  return namedOf(line, subject).filter((role) => person.roles.includes(role));
}

/** A condition whose fact nobody gave does not hold: what was forgotten is refused. */
const holds: Record<Condition, (person: Actor, subject: Subject) => boolean> = {
  NEED_TO_KNOW: () => true,
  OWN_UNIT: (person, { unitId }) => unitId === person.unitId,
  NOT_DRAFTER: (person, { drafterIds }) => drafterIds !== undefined && !drafterIds.includes(person.id),
  NOT_INVOLVED: (person, { involvedIds }) => involvedIds !== undefined && !involvedIds.includes(person.id),
  NAMED_ROLE: (person, { namedRoles }) => person.roles.some((role) => namedRoles?.includes(role)),
  NOTHING_APPROVED: (_person, { anythingApproved }) => anythingApproved === false,
};
