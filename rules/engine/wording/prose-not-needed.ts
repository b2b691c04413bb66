import type { Determination, Frame } from '../../../contracts/determination.js';
import type { FailingCondition } from '../../../contracts/route-view.js';
import type { RuleSet } from '../rule-set/rule-set.js';
import { statesOf } from './sources.js';
import type { Wording } from './wording.js';

/** A reason, the items of which it is true, and what says so; no reason where no condition names one. `says` where the code alone says too little. */
export type Ground = {
  reason: string | null;
  items: readonly string[];
  because: readonly FailingCondition[];
  says?: string;
};

/** Items that a page has settled without a request abroad, each with that page. */
export type Settled = ReadonlyMap<string, string>;

export const settledBy = ({ explanation, firedRules }: Determination, { pages }: RuleSet): Settled =>
  new Map(
    explanation
      .filter(({ fired, rule, page }) => fired && firedRules.includes(rule) && settles(page, pages))
      .map(({ subject, page }) => [subject, page]),
  );

const settles = (page: string, pages: RuleSet['pages']): boolean =>
  pages.get(page)?.then.some((effect) => 'settle' in effect) ?? false;

/**
 * Of a route that is not needed: for which items the case is settled without it, and by which page; for which another route is
 * taken; for which nothing asks for it. What the grounds lack is told of the last alone.
 */
export function notNeeded(ground: Ground, settled: Settled, frame: Frame, words: Wording): Ground[] {
  if (ground.reason !== 'NOT_NEEDED') return [ground];
  const by = new Map<string, string[]>();
  for (const item of ground.items) {
    const says = why(item, ground, settled, frame, words);
    by.set(says, [...(by.get(says) ?? []), item]);
  }
  return [...by].map(([says, items]) => {
    const asked = items.filter((item) => !settled.has(item));
    return { ...ground, items, says, because: asked.length === 0 ? [] : speakingOf(ground, asked) };
  });
}

function why(item: string, { because }: Ground, settled: Settled, frame: Frame, words: Wording): string {
  const page = settled.get(item);
  if (page !== undefined) {
    const citation = words.citation(page, statesOf(frame, [item]));
    return words.label('notNeeded.settled', { because: words.because(page), page, citation });
  }
  const served = because.some((one) => one.effect === 'shuts' && concerns([one], item));
  return words.label(served ? 'notNeeded.served' : 'notNeeded.noGround');
}

const speakingOf = ({ because, items: all }: Ground, items: readonly string[]): FailingCondition[] =>
  because
    .map((one) => ({
      ...one,
      subjects: one.subjects.filter((subject) => items.includes(subject) || !all.includes(subject)),
    }))
    .filter(({ subjects }) => subjects.length > 0);

export const concerns = (some: readonly FailingCondition[], item: string): boolean =>
  some.some(({ subjects }) => subjects.includes(item) || subjects.includes('case'));
