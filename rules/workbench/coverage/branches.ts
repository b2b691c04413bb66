import type { WrittenCondition, WrittenLeaf } from '../../engine/schema/words.js';

/** A comparison of a condition, where it stands (the numbers of the parts from the top), and whether it holds. */
export type Decider = { leaf: WrittenLeaf; at: readonly number[]; holds: boolean };

/** One way in which a condition comes out: it is met, or not, because these comparisons hold or do not. */
export type Branch = { met: boolean; because: readonly Decider[] };

/**
 * Every branch of a condition, each way out. Where one part is enough (an `any` that is met, an `all` that is not) each part is
 * a branch of its own; where all parts are needed, what has no choice in it stands together in one branch, and each choice
 * inside is a branch of its own.
 */
export const branchesOf = (condition: WrittenCondition): Branch[] =>
  [true, false].flatMap((met) => ways(condition, met, []).map((because) => ({ met, because })));

type Way = readonly Decider[];

function ways(condition: WrittenCondition, met: boolean, at: readonly number[]): Way[] {
  if ('fact' in condition) return [[{ leaf: condition, at, holds: met }]];
  if ('not' in condition) return ways(condition.not, !met, [...at, 0]);
  const parts = 'all' in condition ? condition.all : condition.any;
  const each = parts.map((part, index) => ways(part, met, [...at, index]));
  const oneIsEnough = 'any' in condition === met;
  return oneIsEnough ? each.flat() : together(each);
}

/** All parts are needed: those with one way only are one branch, every way of the others a branch. */
function together(each: readonly Way[][]): Way[] {
  const certain = each.filter((some) => some.length === 1).flat(2);
  const choices = each.filter((some) => some.length > 1).flat();
  return choices.length === 0 ? [certain] : choices;
}
