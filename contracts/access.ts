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
] as const;
export type AlertKind = (typeof alertKinds)[number];

/** One line of the matrix as it stood against a person who was refused. */
export type RefusedLine = {
  because: string;
  roles: readonly Role[];
  lacks: readonly { what: string; says: string; cure: string }[];
};
