import type { BoundRuleSet } from '../../engine/rule-set/bound.js';
import type { Condition } from '../../engine/rule-set/conditions.js';
import { entryOf, type FactEntry } from '../../engine/rule-set/dictionary.js';

/** Every word that a set may hold where the dictionary lists none: those that pages name, and one that none of them names. */
export function vocabularyOf(rules: BoundRuleSet): (entry: FactEntry) => readonly string[] {
  const named = new Map<string, Set<string>>();
  const name = (fact: string, words: readonly string[]): void => {
    named.set(fact, new Set([...(named.get(fact) ?? []), ...words]));
  };
  for (const { conditions, page } of rules.pages.values()) {
    for (const condition of conditions) namedIn(condition, name);
    for (const effect of page.then)
      if ('conclude' in effect && effect.add !== undefined) name(effect.conclude, [effect.add].flat());
  }
  for (const entry of rules.ruleSet.dictionary.values()) {
    if (entry.origin !== 'derived') continue;
    if ('firstOf' in entry.derive)
      name(entry.derive.firstOf.in, [rules.parameter(entry.derive.firstOf.list)].flat().map(String));
    if ('over' in entry.derive && entry.derive.over.items === 'union')
      name(entry.id, entryOf(rules.ruleSet.dictionary, entry.derive.over.fact).values ?? []);
  }
  return ({ id, type, values, origin }) =>
    values ?? [
      ...(named.get(id) ?? []),
      ...(origin === 'stored' ? [type === 'states' ? 'AQ' : 'SOMETHING_ELSE'] : []),
    ];
}

function namedIn(condition: Condition, name: (fact: string, words: readonly string[]) => void): void {
  if (condition.kind === 'group') return condition.parts.forEach((part) => namedIn(part, name));
  const { fact, expected } = condition;
  if (expected.kind === 'literal' && (typeof expected.value === 'string' || Array.isArray(expected.value)))
    name(fact, [expected.value].flat());
}
