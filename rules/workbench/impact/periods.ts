import type { BoundRuleSet } from '../../engine/index.js';
import { valueOn } from '../../engine/rule-set/rule-set.js';

/** Pages whose effects name a period (`within`, `atMost`) that is another one in the candidate. */
export const periodsDiffer = (live: BoundRuleSet, candidate: BoundRuleSet): string[] =>
  [...candidate.pages.values()]
    .filter(({ page }) =>
      page.then.some(
        (effect) =>
          ('within' in effect && differs(effect.within, live, candidate)) ||
          ('atMost' in effect && differs(effect.atMost, live, candidate)),
      ),
    )
    .map(({ page }) => page.id);

function differs(id: string | undefined, live: BoundRuleSet, candidate: BoundRuleSet): boolean {
  if (id === undefined) return false;
  const [was, is] = [live, candidate].map(({ ruleSet, asOf }) => {
    const parameter = ruleSet.parameters.get(id);
    return parameter && valueOn(parameter, asOf);
  });
  return was !== is;
}
