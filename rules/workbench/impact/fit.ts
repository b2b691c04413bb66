import type { RuleSet } from '../../engine/index.js';
import type { FactEntry } from '../../engine/rule-set/dictionary.js';

type WithFacts = Pick<RuleSet, 'dictionary'>;

/**
 * Why cases on file under one rule set cannot be read by another, one sentence each: facts that people have answered and
 * that the other does not know, knows of another subject or type, or without one of the answers.
 * @param answered the facts of which any case on file has an answer; without it, every one
 */
export const misfits = (onFile: WithFacts, other: WithFacts, answered?: ReadonlySet<string>): string[] =>
  [...onFile.dictionary.values()].flatMap((entry) => {
    if (entry.origin !== 'stored' || answered?.has(entry.id) === false) return [];
    const says = misfit(entry, other.dictionary.get(entry.id));
    return says === undefined ? [] : [`${entry.id}: ${says}`];
  });

function misfit(entry: FactEntry, other: FactEntry | undefined): string | undefined {
  if (other === undefined) return 'is not known there';
  if (other.origin !== 'stored') return `is ${other.origin} there, and answered here`;
  if (other.scope !== entry.scope) return `is a fact of the ${other.scope} there`;
  if (other.type !== entry.type) return `is of type ${other.type} there, and ${entry.type} here`;
  const gone = (entry.values ?? []).filter((value) => !(other.values ?? []).includes(value));
  return gone.length === 0 ? undefined : `knows no ${gone.join(', ')} there`;
}
