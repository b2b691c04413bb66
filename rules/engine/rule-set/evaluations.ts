import type { BoundRuleSet } from './bound.js';
import { factsOfPage, sourcesOf } from './dependencies.js';

const readings = new WeakMap<BoundRuleSet, ReadonlySet<string>>();

/** Facts that some page in force reads, directly or through a derived fact. */
export function evaluatedBy(rules: BoundRuleSet): ReadonlySet<string> {
  const known = readings.get(rules);
  if (known !== undefined) return known;
  const { dictionary, catalogue } = rules.ruleSet;
  const read = new Set<string>();
  const reach = (fact: string): void => {
    if (read.has(fact)) return;
    read.add(fact);
    const entry = dictionary.get(fact);
    if (entry !== undefined) sourcesOf(entry).forEach(reach);
  };
  for (const { page } of rules.pages.values()) factsOfPage(page, catalogue).forEach(reach);
  readings.set(rules, read);
  return read;
}
