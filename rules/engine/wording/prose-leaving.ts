import type { Frame, Lot } from '../../../contracts/determination.js';
import type { RuleSet } from '../rule-set/rule-set.js';
import type { Planned } from './planned-steps.js';
import { blockerLine } from './prose-blockers.js';
import { carriedDuties, dutyLine, type Carried } from './prose-duties.js';

import type { Wording } from './wording.js';

/** When a step may leave: what it waits for, what it goes beside, what holds it, what has to be done first, what it does not wait for. */
export function leavingLines(
  one: Planned,
  steps: readonly Planned[],
  ruleSet: RuleSet,
  frame: Frame,
  words: Wording,
): string[] {
  const first = dutiesBefore([one.lot], frame.asOf, ruleSet, words);
  return [
    ...waits(one, words),
    ...besideOf(one, steps, ruleSet, words),
    ...leaves(one, ruleSet, frame, words),
    ...(first.length === 0 ? [] : [words.label('step.first', { duties: first.join(' ') })]),
    ...leavesWithout(one.lot, ruleSet).map(({ page }) =>
      words.label('step.without', { because: words.because(page), page }),
    ),
  ];
}

const waits = ({ lot }: Planned, words: Wording): string[] => [
  ...new Set(
    lot.after.map(({ route, waitsFor, atMostDays }) =>
      words.label(atMostDays === null ? 'step.waits' : 'step.waitsAtMost', {
        route: words.route(route),
        state: words.label(`reached.${waitsFor}`),
        days: String(atMostDays),
      }),
    ),
  ),
];

const besideOf = (one: Planned, steps: readonly Planned[], ruleSet: RuleSet, words: Wording): string[] => {
  const numbers = stepsBeside(one, steps, ruleSet);
  if (numbers.length === 0) return [];
  return [words.label(`beside.${one.step.measure}`, { steps: numbers.join(words.label('and')) })];
};

/** Numbers of the steps of the same items that this one names or completes; the catalogue says of which route. */
export function stepsBeside(
  { step, lot }: Planned,
  steps: readonly Planned[],
  { catalogue }: RuleSet,
): number[] {
  const rows = catalogue.byFamily.get(lot.family)?.rows ?? [];
  const beside = rows.find(({ measure }) => measure === step.measure)?.beside;
  return steps.flatMap((other) =>
    other.lot.family === beside && other.step.items.some((item) => step.items.includes(item))
      ? [other.number]
      : [],
  );
}

const leaves = (
  { step: { blockedBy, needs } }: Planned,
  ruleSet: RuleSet,
  frame: Frame,
  words: Wording,
): string[] =>
  blockedBy.length === 0
    ? [words.label(needs.length === 0 ? 'step.leaves' : 'step.leavesCompleted')]
    : blockedBy.map((blocker) => {
        const as = blocker.cure.by.length > 0 ? 'dispatch' : 'ask';
        return words.label('step.held', { blocker: blockerLine(blocker, ruleSet, frame, words, as) });
      });

/** What somebody has to do before a step leaves, a sentence each: all of it, or only what concerns every step or the step alone. */
export const dutiesBefore = (
  lots: readonly Lot[],
  day: string,
  ruleSet: RuleSet,
  words: Wording,
  of: 'all' | 'every-step' | 'the-step' = 'all',
): string[] =>
  carriedDuties(lots, ruleSet)
    .filter(({ duty }) => duty.leaves === 'after')
    .filter(({ duty: { on } }) => of === 'all' || (on === undefined) === (of === 'every-step'))
    .map(({ duty, page }) => words.label('step.duty', { duty: dutyLine(duty, day, words), page }));

/** Duties of a lot that make up for something which its step does not wait for. */
export const leavesWithout = (lot: Lot, ruleSet: RuleSet): Carried[] =>
  carriedDuties([lot], ruleSet).filter(({ duty }) => duty.leaves === 'without');
