import type { Explained } from '../../../contracts/determination.js';
import type { Compared } from '../../../contracts/route-view.js';

type Leaf = Extract<Explained, { kind: 'leaf' }>;

/** What decided a condition, beginning with the one that a reader is told first, and the code that stands for it. */
export type Decisive = {
  first: Compared;
  reason: string | null;
  /** Of a condition that fails: what would mend its first failing part, each way with all that must be so; `first` heads them. */
  ways: readonly (readonly Compared[])[];
  /** Facts of other parts that fail as well: mending the first alone would not do. */
  further: readonly string[];
};

const failed = new WeakMap<Explained, Decisive | 'nothing'>();

/** Of a condition that fails: its first failing part, for what stands before it holds, with every way to mend it. */
export function failing(node: Explained): Decisive | undefined {
  const found = failed.get(node) ?? failingAnew(node) ?? 'nothing';
  failed.set(node, found);
  return found === 'nothing' ? undefined : found;
}

function failingAnew(node: Explained): Decisive | undefined {
  const parts = isAll(node) ? node.parts.filter(({ holds }) => !holds) : [node];
  const [part, ...others] = parts;
  const ways = part === undefined ? [] : waysToHold(part, false);
  const [first] = ways[0] ?? [];
  if (first === undefined) return undefined;
  const named = new Set(ways.flat().map(({ fact }) => fact));
  const further = others.flatMap((other) => (waysToHold(other, false)[0] ?? []).map(({ fact }) => fact));
  return {
    first,
    reason: codeOf(node) ?? null,
    ways,
    further: [...new Set(further)].filter((fact) => !named.has(fact)),
  };
}

/**
 * Of a condition that holds: what is missing (a leaf under a `not`), else the first leaf that is no conclusion of other pages:
 * those are preconditions, and what became of a route says least.
 */
export function holding(node: Explained): Decisive | undefined {
  const all = holdingLeaves(node);
  const own = all.filter(({ basis, word }) => basis !== 'derived' && word !== 'isKnown');
  const telling = all.filter(({ fact }) => !fact.startsWith('route.'));
  const first = own.find(({ negated }) => negated) ?? own[0] ?? telling.at(-1) ?? all.at(-1);
  return first === undefined ? undefined : { first, reason: null, ways: [], further: [] };
}

const isAll = (node: Explained): node is Extract<Explained, { kind: 'group' }> =>
  node.kind === 'group' && node.word === 'all';

/** Ways to make a failing node hold; under a `not`, to make a holding one fail. One of them suffices, in it every leaf is needed. */
function waysToHold(node: Explained, negated: boolean): Compared[][] {
  if (node.holds !== negated) return [];
  if (node.kind === 'leaf') return [[comparedOf(node, negated)]];
  if (node.word === 'not') return node.parts.flatMap((part) => waysToHold(part, !negated));
  const ways = node.parts.map((part) => waysToHold(part, negated)).filter((some) => some.length > 0);
  const everyPart = (node.word === 'all') !== negated;
  return everyPart ? together(ways) : ways.flat();
}

const together = (parts: readonly Compared[][][]): Compared[][] =>
  parts.reduce<Compared[][]>(
    (ways, part) => ways.flatMap((way) => part.map((more) => [...way, ...more])),
    [[]],
  );

/** The code of the first failing part that names one. */
function codeOf(node: Explained): string | undefined {
  if (node.holds) return undefined;
  if (node.else !== undefined || node.kind === 'leaf' || node.word === 'not') return node.else;
  if (node.word === 'all') return codeOfFirst(node.parts.filter(({ holds }) => !holds).slice(0, 1));
  return codeOfFirst(node.parts);
}

const codeOfFirst = (parts: readonly Explained[]): string | undefined =>
  parts.flatMap((part) => codeOf(part) ?? [])[0];

function holdingLeaves(node: Explained): Compared[] {
  if (!node.holds) return [];
  if (node.kind === 'leaf') return [comparedOf(node, false)];
  if (node.word !== 'not') return node.parts.flatMap(holdingLeaves);
  return node.parts
    .flatMap((part) => waysToHold(part, false)[0]?.slice(0, 1) ?? [])
    .map((one) => ({ ...one, negated: true }));
}

const comparedOf = ({ fact, word, expected, seen, basis }: Leaf, negated: boolean): Compared => ({
  fact,
  word,
  expected,
  seen,
  basis,
  negated,
});
