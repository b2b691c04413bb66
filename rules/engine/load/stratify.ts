import { factsMade, factsOfPage, sourcesOf } from '../rule-set/dependencies.js';
import type { Dictionary } from '../rule-set/dictionary.js';
import type { Catalogue, Page, Strata } from '../rule-set/rule-set.js';

/** Pages and facts that read each other in a ring: no order of evaluation exists. */
export class CycleError extends Error {
  readonly ring: readonly string[];
  constructor(ring: readonly string[]) {
    super(ring.join(' -> '));
    this.name = 'CycleError';
    this.ring = ring;
  }
}

const pageNode = (id: string): string => `rule ${id}`;

/**
 * Orders pages and facts from what pages read and conclude (as in stratified Datalog): a fact is worked out after every page
 * that makes it, a page after every fact that it reads. Chapters and the order of files play no part.
 * @throws CycleError naming the ring
 */
export function stratify(pages: readonly Page[], dictionary: Dictionary, catalogue: Catalogue): Strata {
  const needs = graph(pages, dictionary, catalogue);
  const levels = new Map<string, number>();
  const onPath = new Set<string>();

  const levelOf = (node: string): number => {
    const known = levels.get(node);
    if (known !== undefined) return known;
    if (onPath.has(node)) throw new CycleError(ringFrom(onPath, node));
    onPath.add(node);
    let level = 0;
    for (const need of needs.get(node) ?? [])
      level = Math.max(level, levelOf(need) + (node.startsWith('rule ') ? 0 : 1));
    onPath.delete(node);
    levels.set(node, level);
    return level;
  };

  for (const node of needs.keys()) levelOf(node);
  return layers(levels, pages);
}

function graph(
  pages: readonly Page[],
  dictionary: Dictionary,
  catalogue: Catalogue,
): Map<string, Set<string>> {
  const needs = new Map<string, Set<string>>();
  const need = (node: string, needed: string): void => {
    needs.set(node, (needs.get(node) ?? new Set()).add(needed));
  };
  for (const fact of dictionary.values()) {
    needs.set(fact.id, needs.get(fact.id) ?? new Set());
    for (const source of sourcesOf(fact)) need(fact.id, source);
  }
  for (const page of pages) {
    needs.set(pageNode(page.id), needs.get(pageNode(page.id)) ?? new Set());
    for (const fact of factsOfPage(page, catalogue)) need(pageNode(page.id), fact);
    for (const fact of factsMade(page, catalogue)) need(fact, pageNode(page.id));
  }
  return needs;
}

function ringFrom(path: Iterable<string>, node: string): string[] {
  const nodes = [...path];
  return [...nodes.slice(nodes.indexOf(node)), node];
}

/** Facts of a level are worked out before its pages; pages of a level make facts of later levels only. */
function layers(levels: ReadonlyMap<string, number>, pages: readonly Page[]): Strata {
  const height = Math.max(0, ...levels.values()) + 1;
  const strata = Array.from({ length: height }, () => ({
    facts: new Array<string>(),
    pages: new Array<string>(),
  }));
  for (const [node, level] of levels) if (!node.startsWith('rule ')) strata[level]?.facts.push(node);
  for (const page of pages) strata[levels.get(pageNode(page.id)) ?? 0]?.pages.push(page.id);
  return strata.map(({ facts, pages: some }) => ({ facts: facts.sort(), pages: some.sort() }));
}
