import type { Role } from './codes.js';

/** Why material opens only to who says why (specification E.2-7, C.14). */
export const sensitiveKinds = ['SEALED', 'PRIVILEGED', 'SOURCE_IDENTITY', 'CONTENT'] as const;
export type SensitiveKind = (typeof sensitiveKinds)[number];

/** What the overseer is told: the whole list of the specification, E.2-7, and what no person of a unit would notice. */
export const alertKinds = [
  'EMERGENCY_UNREVIEWED',
  'HOLD_RELEASED',
  'POLICY_OVERRIDDEN',
  'PRESERVATION_EXPIRED',
  'SEALED_OPENED',
  'ONE_PERSON_TWO_ROLES',
  'APPROVED_AT_ONCE',
  'MANY_ACCOUNTS',
  'EVENTS_NOT_TAKEN',
  'ENGINE_DIFFERS',
] as const;
export type AlertKind = (typeof alertKinds)[number];

/** What can wait for a person who is not there (specification C.16). */
export const waitKinds = ['CASE', 'REQUEST', 'SIGNATURE'] as const;
export type WaitKind = (typeof waitKinds)[number];

/** Why something waits for nobody, in words. */
export const waitWhys = {
  LEFT: 'Who answers for it has left. Hand it over.',
  AWAY: 'Who answers for it is away, and nobody stands in.',
  NOBODY_CAN_SIGN: 'Nobody who is here can sign it: name somebody who stands in.',
  NOBODY_ON_DUTY: 'The unit keeps a rota for this signature, and nobody is on duty.',
} as const;
export type WaitWhy = keyof typeof waitWhys;

/** One line of the matrix as it stood against a person who was refused. */
export type RefusedLine = {
  because: string;
  roles: readonly Role[];
  lacks: readonly { what: string; says: string; cure: string }[];
};
