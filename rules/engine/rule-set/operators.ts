import type { FactValue } from '../../../contracts/determination.js';
import type { Operator } from '../schema/words.js';
import { isList } from './value-types.js';

/** What a condition reads: the value (assumed where nobody has answered), and whether somebody has. */
export type Reader = { value(fact: string): FactValue; known(fact: string): boolean };

type Comparison = (seen: FactValue, expected: FactValue) => boolean;

const members = (value: FactValue): readonly string[] =>
  isList(value) ? value : typeof value === 'string' ? [value] : [];
const bothNumbers = (a: FactValue, b: FactValue): a is number =>
  typeof a === 'number' && typeof b === 'number';
const bothTexts = (a: FactValue, b: FactValue): a is string => typeof a === 'string' && typeof b === 'string';

/**
 * Meaning of each operator on values; both evaluators call these and nothing else. Nothing is converted: a number is no
 * text, an unknown (`null`) is within no limit and before no date, and an empty set lies within nothing.
 */
export const comparisons: Readonly<Record<Exclude<Operator, 'isKnown' | 'isUnknown'>, Comparison>> = {
  is: (seen, expected) => seen === expected,
  isNot: (seen, expected) => seen !== expected,
  in: (seen, expected) => typeof seen === 'string' && members(expected).includes(seen),
  within: (seen, expected) =>
    members(seen).length > 0 && members(seen).every((one) => members(expected).includes(one)),
  includes: (seen, expected) => typeof expected === 'string' && members(seen).includes(expected),
  includesAnyOf: (seen, expected) => members(expected).some((one) => members(seen).includes(one)),
  atLeast: (seen, expected) => bothNumbers(seen, expected) && seen >= Number(expected),
  atMost: (seen, expected) => bothNumbers(seen, expected) && seen <= Number(expected),
  onOrBefore: (seen, expected) => bothTexts(seen, expected) && seen <= String(expected),
  onOrAfter: (seen, expected) => bothTexts(seen, expected) && seen >= String(expected),
};
