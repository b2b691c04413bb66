import type { Blocker, Frame } from '../../../contracts/determination.js';
import type { RuleSet } from '../rule-set/rule-set.js';
import { statesOf } from './sources.js';
import type { Wording } from './wording.js';

/** What takes routes away, once each with all the routes it takes: blockers that differ in their scope alone are one. */
export function removedLines(
  blockers: readonly Blocker[],
  ruleSet: RuleSet,
  frame: Frame,
  words: Wording,
): string[] {
  const merged = new Map<string, { blocker: Blocker; scopes: string[] }>();
  for (const blocker of blockers) {
    const { code, rule, items, cure } = blocker;
    const key = JSON.stringify([code, rule, items, cure]);
    merged.set(key, { blocker, scopes: [...(merged.get(key)?.scopes ?? []), blocker.scope] });
  }
  return [...merged.values()].map(
    ({ blocker, scopes }) =>
      `  - ${blockerLine(blocker, ruleSet, frame, words, 'remove', [...new Set(scopes)])}`,
  );
}

/** A blocker with its rule, its citation, the routes it takes away, its cure and who can cure it. */
export function blockerLine(
  { code, items, rule, cure, scope }: Blocker,
  ruleSet: RuleSet,
  frame: Frame,
  words: Wording,
  as: 'dispatch' | 'ask' | 'remove',
  scopes: readonly string[] = [scope],
): string {
  const page =
    ruleSet.pages.get(rule) ?? [...ruleSet.pages.values()].find(({ id }) => id.startsWith(`${rule}.`));
  return words.label(`blocker.${as}`, {
    says: as === 'ask' ? words.says('questions', code) : words.says('blockers', code),
    code,
    rule,
    citation: page === undefined ? '' : words.citation(page.id, statesOf(frame, items)),
    items: items.join(', '),
    routes: scopes.map((one) => words.scope(one)).join(', '),
    fact: words.fact(cure.fact),
    is: words.value(cure.is),
    by: words.recordedBy(cure.fact, cure.by),
  });
}
