import { isDeepStrictEqual } from 'node:util';
import { operatorOf } from '../../engine/rule-set/conditions.js';
import type { Operator, WrittenCondition, WrittenLeaf } from '../../engine/schema/words.js';

/** How the cases in which a condition holds relate to those of another; `other` where it cannot be told from the words. */
export type Reach = 'same' | 'more' | 'fewer' | 'other';

/** In which cases a condition holds after it was written anew: read off its words, never tried. */
export function reachOf(before: WrittenCondition, after: WrittenCondition): Reach {
  if (isDeepStrictEqual(bare(before), bare(after))) return 'same';
  if ('not' in before && 'not' in after) return turned[reachOf(before.not, after.not)];
  if ('fact' in before && 'fact' in after) return ofLeaf(before, after);
  for (const word of ['all', 'any'] as const) {
    const [one, other] = [partsOf(before, word), partsOf(after, word)];
    const grouped = word in before || word in after;
    const found = grouped ? ofGroup(one, other, word) : 'other';
    if (found !== 'other') return found;
  }
  return 'other';
}

const turned: Record<Reach, Reach> = { same: 'same', more: 'fewer', fewer: 'more', other: 'other' };

/** A condition that stands alone is a group of one. */
const partsOf = (condition: WrittenCondition, word: 'all' | 'any'): readonly WrittenCondition[] => {
  if (word === 'all' && 'all' in condition) return condition.all;
  if (word === 'any' && 'any' in condition) return condition.any;
  return [condition];
};

function ofGroup(
  before: readonly WrittenCondition[],
  after: readonly WrittenCondition[],
  word: 'all' | 'any',
): Reach {
  const gone = before.filter((one) => !after.some((other) => reachOf(one, other) === 'same'));
  const come = after.filter((one) => !before.some((other) => reachOf(one, other) === 'same'));
  const [was] = gone;
  const [is] = come;
  const added = word === 'all' ? 'fewer' : 'more';
  if (was === undefined) return is === undefined ? 'same' : added;
  if (is === undefined) return turned[added];
  return gone.length === 1 && come.length === 1 ? reachOf(was, is) : 'other';
}

function ofLeaf(before: WrittenLeaf, after: WrittenLeaf): Reach {
  const [one, other] = [operatorOf(before), operatorOf(after)];
  if (before.fact !== after.fact || one.operator !== other.operator) return 'other';
  const [was, is] = [one.other, other.other];
  const larger = isLarger(was, is) ? 'more' : isLarger(is, was) ? 'fewer' : 'other';
  if (growing.has(one.operator)) return larger;
  return shrinking.has(one.operator) ? turned[larger] : 'other';
}

/** Operators that hold in more cases, and in fewer, the larger what they compare with. */
const growing = new Set<Operator>(['in', 'within', 'includesAnyOf', 'atMost', 'onOrBefore']);
const shrinking = new Set<Operator>(['atLeast', 'onOrAfter']);

/** A longer list with all of the other's members, a larger number, a later day. Words of an enum have an order of their own. */
function isLarger(was: unknown, is: unknown): boolean {
  if (Array.isArray(was) && Array.isArray(is)) {
    const members: unknown[] = is;
    return is.length > was.length && was.every((member: unknown) => members.includes(member));
  }
  if (typeof was === 'number' && typeof is === 'number') return is > was;
  return typeof was === 'string' && typeof is === 'string' && day.test(was) && day.test(is) && is > was;
}

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Without the reasons that are shown where it does not hold. */
function bare(condition: WrittenCondition): unknown {
  if ('all' in condition) return { all: condition.all.map(bare) };
  if ('any' in condition) return { any: condition.any.map(bare) };
  if ('not' in condition) return { not: bare(condition.not) };
  return { ...condition, else: undefined };
}
