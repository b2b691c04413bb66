import type { BoundRuleSet } from '../rule-set/bound.js';
import type { Condition } from '../rule-set/conditions.js';
import { factsMade, factsOfPage, isRead, sourcesOf } from '../rule-set/dependencies.js';
import { entryOf } from '../rule-set/dictionary.js';

/** Facts that the merge itself reads of an item. */
const readByMerge = ['dataCategory', 'provider.preservation.days', 'provider.preservation.renewals'];

/** What rules do with facts: which they read at all, which values count, which words have to come out again. */
export type Uses = {
  /** Facts read for more than whether they are known. */
  valued: Set<string>;
  /** Facts of which any word may come out again or be compared with another fact's. */
  open: Set<string>;
  read: Set<string>;
  /** Words and sets that rules name. */
  words: Set<string>;
};

/** Uses of every fact by pages in force on the day, by the catalogue and by life cycles. */
export function usesOf(rules: BoundRuleSet): Uses {
  const uses: Uses = { valued: new Set(), open: new Set(), read: new Set(), words: new Set() };
  const { dictionary, catalogue, lifeCycles } = rules.ruleSet;
  const sources = (fact: string): string[] => sourcesOf(entryOf(dictionary, fact));
  const value = (fact: string): void => {
    if (uses.valued.has(fact)) return;
    uses.read.add(fact);
    uses.valued.add(fact);
    sources(fact).forEach(value);
  };
  const comesOut = (fact: string): void => {
    if (uses.open.has(fact)) return;
    uses.open.add(fact);
    value(fact);
    sources(fact).forEach(comesOut);
  };
  const condition = (one: Condition): void => {
    if (one.kind === 'group') return one.parts.forEach(condition);
    const { fact, operator, expected } = one;
    if (operator === 'isKnown' || operator === 'isUnknown') uses.read.add(fact);
    else if (expected.kind === 'fact') [fact, expected.fact].forEach(comesOut);
    else {
      value(fact);
      for (const word of [expected.value].flat()) if (typeof word === 'string') uses.words.add(word);
    }
  };
  for (const { conditions, page } of rules.pages.values()) {
    conditions.forEach(condition);
    for (const effect of page.then) {
      if ('open' in effect && effect.variant !== undefined) comesOut(effect.variant.fact);
      if ('open' in effect && effect.addressee !== undefined) comesOut(effect.addressee.fact);
      if ('block' in effect && isRead(effect.scope)) comesOut(effect.scope.fact);
    }
  }
  for (const row of catalogue.routes.flatMap(({ rows }) => rows)) {
    if (typeof row.addressee !== 'string') comesOut(row.addressee.fact);
    if (row.basis !== undefined && !Array.isArray(row.basis)) comesOut(row.basis.fact);
    if (row.orderWhen !== undefined) condition(rules.condition(row.orderWhen.when));
  }
  for (const page of lifeCycles.values())
    for (const { when } of page.urgency) condition(rules.condition(when));
  readByMerge.filter((fact) => dictionary.has(fact)).forEach(value);
  for (const { values = [] } of dictionary.values()) values.forEach((word) => uses.words.add(word));
  return uses;
}

/** Facts of items from which facts of the case are made, over all items. */
export function reachingCase({ ruleSet: { dictionary, catalogue }, pages }: BoundRuleSet): Set<string> {
  const reaching = new Set<string>();
  const makers = [...pages.values()].map(({ page }) => ({
    makes: factsMade(page, catalogue),
    reads: factsOfPage(page, catalogue),
  }));
  const reach = (fact: string): void => {
    if (reaching.has(fact)) return;
    reaching.add(fact);
    sourcesOf(entryOf(dictionary, fact)).forEach(reach);
    for (const { makes, reads } of makers) if (makes.includes(fact)) reads.forEach(reach);
  };
  for (const entry of dictionary.values())
    if (entry.origin === 'derived' && entry.scope === 'case' && 'over' in entry.derive)
      reach(entry.derive.over.fact);
  return reaching;
}
