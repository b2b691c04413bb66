import type { ReplyOutcome } from './codes.js';

/**
 * Why a provider or a foreign authority does not do what was asked (rule P09; Budapest 27(4), 29(4), 29(5); specification C.7).
 * `NO_REASON_GIVEN` and `NO_ANSWER` are never recorded: they stand for a refusal without a code, and for silence.
 */
export const refusalReasons = [
  'WRONG_IDENTIFIER',
  'WRONG_ENTITY',
  'TOO_BROAD',
  'LEGAL_PROCESS_NEEDED',
  'FORMAL_CHANNEL_NEEDED',
  'NO_DATA',
  'NO_POWER',
  'CUSTODIAN_UNKNOWN',
  'NO_DUAL_CRIMINALITY',
  'POLITICAL_OFFENCE',
  'ESSENTIAL_INTERESTS',
  'RIGHTS_CONCERN',
  'CONFLICT_OF_LAW',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

export const conversionReasons = [...refusalReasons, 'NO_REASON_GIVEN', 'NO_ANSWER'] as const;
export type ConversionReason = (typeof conversionReasons)[number];

/** Replies that say no, and may say why. */
export const refusing: readonly ReplyOutcome[] = [
  'REFUSED',
  'WITHHELD',
  'NOTHING_FURTHER',
  'NEEDS_MLA',
  'NOT_EXECUTED',
  'OBJECTION',
];
