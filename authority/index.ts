export { actions, conditions } from './actions.js';
export type { Action, Actor, Condition, Grant, Subject } from './actions.js';
export { matrix } from './matrix.js';
export { may, rolesFor } from './may.js';
export type { Verdict } from './may.js';
export { printMatrix } from './print.js';
