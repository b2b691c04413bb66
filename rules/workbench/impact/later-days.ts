import type { RuleSet } from '../../engine/index.js';
import { differenceOf } from '../diff/difference.js';

/** Days behind a day on which a page or figure in which two rule sets differ begins. */
export function laterDays(live: RuleSet, candidate: RuleSet, day: string): string[] {
  const { pages, parameters } = differenceOf({ ruleSet: live }, { ruleSet: candidate }, 'en', day);
  const starts = pages.flatMap(({ page }) =>
    [live, candidate].flatMap(({ pages: all }) => {
      const { from, until } = all.get(page)?.inForce ?? {};
      return [from ?? [], until ?? []].flat();
    }),
  );
  return [...new Set([...starts, ...parameters.map(({ from }) => from)])].filter((one) => one > day).sort();
}
