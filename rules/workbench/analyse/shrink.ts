import type { FactMap } from '../../../contracts/determination.js';
import type { BoundRuleSet } from '../../engine/rule-set/bound.js';
import { seen, type Facts, type Seen } from './case.js';

/** A case without every fact that can be left unknown while it still shows what it shows: what a person reads. */
export async function shrink(
  rules: BoundRuleSet,
  whole: Facts,
  shows: (seen: Seen) => boolean | Promise<boolean>,
): Promise<Facts> {
  let facts = whole;
  for (const scope of ['case', 'item'] as const)
    for (const fact of Object.keys(whole[scope])) {
      if (isNeeded(rules, fact)) continue;
      const fewer = { ...facts, [scope]: without(facts[scope], fact) };
      if (await shows(await seen(rules, fewer))) facts = fewer;
    }
  return facts;
}

/** No determination is made while a fact is unknown that the dictionary refuses to do without. */
function isNeeded({ ruleSet: { dictionary } }: BoundRuleSet, fact: string): boolean {
  const entry = dictionary.get(fact);
  return (
    entry?.origin === 'stored' &&
    typeof entry.whenUnknown === 'object' &&
    entry.whenUnknown !== null &&
    'refuse' in entry.whenUnknown
  );
}

const without = (facts: FactMap, fact: string): FactMap =>
  Object.fromEntries(Object.entries(facts).filter(([id]) => id !== fact));
