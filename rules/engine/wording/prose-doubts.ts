import type { Determination, Explained, FactValue } from '../../../contracts/determination.js';
import type { RuleSet } from '../rule-set/rule-set.js';
import { valueOn } from '../rule-set/rule-set.js';

type Leaf = Extract<Explained, { kind: 'leaf' }>;
export type Assumption = {
  fact: string;
  value: FactValue;
  subjects: readonly string[];
  rules: readonly string[];
};

const leaves = new WeakMap<Explained, readonly Leaf[]>();

/** What is told of several subjects is one and the same condition, and is read once. */
function leavesOf(node: Explained): readonly Leaf[] {
  if (node.kind === 'leaf') return [node];
  const found = leaves.get(node) ?? node.parts.flatMap(leavesOf);
  leaves.set(node, found);
  return found;
}

/** Facts that nobody has given and that pages read all the same, where an answer could turn what the page says. */
export function assumptionsOf({ explanation }: Determination): Assumption[] {
  const found = new Map<string, Assumption>();
  for (const { rule, subject, reading, condition } of explanation) {
    if (reading !== 'unknown') continue;
    for (const { fact, seen, basis } of leavesOf(condition)) {
      if (basis !== 'assumed') continue;
      const before = found.get(fact);
      found.set(fact, {
        fact,
        value: seen,
        subjects: [...new Set([...(before?.subjects ?? []), subject])],
        rules: [...new Set([...(before?.rules ?? []), rule])].sort(),
      });
    }
  }
  return [...found.values()];
}

export type AgedEntry = { fact: string; subject: string; ref: string; at: string };

/** Register entries that pages read and that are older than the limit of the house, counted to the day of the determination. */
export function agedEntries(
  { explanation, asOf }: Determination,
  { parameters }: RuleSet,
): { limit: number; entries: AgedEntry[] } {
  const declared = parameters.get('register.ageLimit');
  const limit = Number(declared === undefined ? 0 : valueOn(declared, asOf));
  const oldest = new Date(Date.parse(asOf) - limit * 86_400_000).toISOString().slice(0, 10);
  const found = new Map<string, AgedEntry>();
  for (const { subject, condition } of explanation)
    for (const { fact, source } of leavesOf(condition)) {
      if (source?.kind !== 'register' || source.at === undefined || source.at.slice(0, 10) >= oldest)
        continue;
      found.set(`${subject}|${fact}`, { fact, subject, ref: source.ref, at: source.at });
    }
  return { limit, entries: [...found.values()] };
}
