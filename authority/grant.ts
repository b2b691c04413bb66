import type { Role, RouteFamily } from '../contracts/codes.js';
import type { Action } from './actions.js';
import type { Condition } from './conditions.js';

/** One line of the matrix. Several lines for one action add up; what no line allows is refused. */
export type Grant = {
  action: Action;
  /** `EVERYBODY`: any person who is signed in. */
  roles: readonly Role[] | 'EVERYBODY';
  /** Only on routes of these families; absent for all. */
  families?: readonly RouteFamily[];
  where: readonly Condition[];
  /** Why these roles may, in words a supervisor reads. */
  because: string;
};

export const grant = (
  action: Action,
  roles: Grant['roles'],
  because: string,
  where: readonly Condition[] = [],
  families?: readonly RouteFamily[],
): Grant => ({ action, roles, because, where, ...(families ? { families } : {}) });
