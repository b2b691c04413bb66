import type { Role } from '../contracts/codes.js';
import { actingAbility } from './ability.js';
import type { Action, Actor, Subject } from './actions.js';
import type { Condition } from './conditions.js';
import { matrix } from './matrix.js';
import { lackOf } from './why.js';

/** Answer of the matrix. `role` is the one the person acts in: it goes into the record. */
export type Verdict =
  | { allowed: true; role: Role }
  | { allowed: false; because: string; failed: Condition | 'ROLE'; needs: readonly Role[] };

/**
 * Reads the matrix for one person, one action and one thing. Deny by default.
 * `NEED_TO_KNOW` is decided by the store, which does not return what a reader may not see: whoever holds a `Subject` passed it.
 */
export function may(person: Actor, action: Action, subject: Subject = {}): Verdict {
  const role = actingAbility(person).roleFor(action, subject);
  return role === null ? { allowed: false, ...lackOf(person, action, subject) } : { allowed: true, role };
}

/** Roles that any line names for the action: the check a door makes before it reads the body. */
export function rolesFor(action: Action): readonly Role[] | 'EVERYBODY' {
  const named = matrix.filter((line) => line.action === action).map((line) => line.roles);
  if (named.includes('EVERYBODY')) return 'EVERYBODY';
  return [...new Set(named.flatMap((roles) => (roles === 'EVERYBODY' ? [] : roles)))];
}
