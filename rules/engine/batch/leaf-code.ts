import type { FactValue } from '../../../contracts/determination.js';
import type { Leaf } from '../rule-set/conditions.js';
import { comparisons } from '../rule-set/operators.js';
import { isList } from '../rule-set/value-types.js';
import { none, unknown } from './codes.js';
import type { Facts, Slot } from './facts.js';

/** Where generated code reads: the value of a fact, and the cell in which a stated fact stands; `undefined` where none does. */
export type Reads = { value(slot: Slot): string; cell(slot: Slot): string | undefined };

/** What a set of the book is tested for, by its number; each test is worked out once for each set. */
export type SetTests = ((code: number) => 0 | 1)[];

/** A comparison with a literal or with another fact, as an expression that is 1 or 0 and has no branch. */
export function leafCode(leaf: Leaf, facts: Facts, reads: Reads, tests: SetTests): string {
  const { operator, fact, expected } = leaf;
  const slot = facts.slot(fact);
  if (operator === 'isKnown' || operator === 'isUnknown') {
    const cell = reads.cell(slot);
    if (slot.entry.origin !== 'stored') return operator === 'isKnown' ? '1' : '0';
    if (cell === undefined) return operator === 'isKnown' ? '0' : '1';
    return `(${cell}${operator === 'isKnown' ? '!==' : '==='}${unknown}|0)`;
  }
  if (expected.kind === 'fact') return againstFact(leaf, slot, facts.slot(expected.fact), reads);
  const { value } = expected;
  const seen = reads.value(slot);
  if (slot.kind === 'mask') return ofMask(operator, value, seen, fact, facts);
  if (slot.kind === 'set') return ofSet(operator, value, seen, facts, tests);
  return ofNumber(operator, value, slot, seen, facts);
}

type Comparing = Exclude<Leaf['operator'], 'isKnown' | 'isUnknown'>;

function againstFact({ operator, fact }: Leaf, one: Slot, two: Slot, reads: Reads): string {
  if (one.kind !== two.kind || one.kind === 'set' || one.kind === 'mask')
    throw new RangeError(`${fact} is compared with a fact of another kind`);
  const [a, b] = [reads.value(one), reads.value(two)];
  if (operator === 'is') return `(${a}===${b}|0)`;
  if (operator === 'isNot') return `(${a}!==${b}|0)`;
  const ordered = one.kind === 'day' ? ['onOrBefore', 'onOrAfter'] : ['atMost', 'atLeast'];
  const [before, after] = ordered;
  if (one.kind === 'word' || (operator !== before && operator !== after))
    throw new RangeError(`"${operator}" cannot compare ${fact} with another fact`);
  return `(${a}!==${none}&${b}!==${none}&${a}${operator === before ? '<=' : '>='}${b})`;
}

function ofNumber(
  operator: Comparing,
  value: FactValue,
  { kind, entry }: Slot,
  seen: string,
  facts: Facts,
): string {
  if (operator === 'in') {
    const codes = isList(value) ? value.map((one) => facts.code(entry.id, one)) : [];
    return codes.length === 0 ? '0' : `(${codes.map((one) => `${seen}===${one}`).join('|')}|0)`;
  }
  const code = facts.code(entry.id, value);
  if (operator === 'is') return `(${seen}===${code}|0)`;
  if (operator === 'isNot') return `(${seen}!==${code}|0)`;
  if (kind === 'word') throw new RangeError(`"${operator}" cannot compare ${entry.id}`);
  if (code === none) return '0';
  // The code of "none" is below every number.
  if (operator === 'atLeast' || operator === 'onOrAfter') return `(${seen}>=${code}|0)`;
  return `(${seen}!==${none}&${seen}<=${code})`;
}

function ofMask(operator: Comparing, value: FactValue, seen: string, fact: string, facts: Facts): string {
  const members = isList(value) ? value : [String(value)];
  const bits = facts.mask(fact, members);
  if (operator === 'within') return `(${seen}!==0&(${seen}&~${bits})===0)`;
  if (operator === 'includes' || operator === 'includesAnyOf') return `((${seen}&${bits})!==0|0)`;
  throw new RangeError(`"${operator}" cannot read ${fact}`);
}

function ofSet(
  operator: Comparing,
  value: FactValue,
  seen: string,
  { book }: Facts,
  tests: SetTests,
): string {
  const results: (0 | 1)[] = [];
  const test = (members: readonly string[] | null): 0 | 1 => (comparisons[operator](members, value) ? 1 : 0);
  const known = (code: number): 0 | 1 =>
    code === none ? test(null) : (results[code] ??= test(book.membersOf(code)));
  return `tests[${tests.push(known) - 1}](${seen})`;
}
