import canonicalize from 'canonicalize';
import { factsRead } from '../rule-set/conditions.js';
import type { BoundRuleSet } from '../rule-set/bound.js';
import { factsMade, factsOfPage, sourcesOf } from '../rule-set/dependencies.js';
import { entryOf } from '../rule-set/dictionary.js';
import type { BoundPage } from '../rule-set/rule-set.js';

/**
 * Rules that tell whether two rule sets of one day can come to different outcomes at all: the pages that both have, as far
 * as the others depend on them, and the pages in which the two differ as watchers, which fire and do nothing.
 * Where no watcher fires for a case, no page in which the two differ fires under either, for up to the first that would
 * they are the same rules: the outcomes are equal.
 */
export type Watch = { rules: BoundRuleSet; watchers: ReadonlySet<string> };

/** `undefined` where they differ in more than pages: facts, catalogue, life cycles, or a value that these read. */
export function watchOf(live: BoundRuleSet, candidate: BoundRuleSet): Watch | undefined {
  if (besidePages(live) !== besidePages(candidate)) return undefined;
  const common = new Map([...live.pages].filter(([id, page]) => isSame(page, candidate.pages.get(id))));
  const differing = [...live.pages.values(), ...candidate.pages.values()].filter(
    ({ page }) => !common.has(page.id),
  );
  const watchers = new Map(differing.map((page, index) => watcher(page, `watch.${index}`)));
  const needed = neededFor([...watchers.values()], [...common.values()], live);
  const ids = new Set(watchers.keys());
  const strata = [...live.ruleSet.strata, { facts: [], pages: [...ids] }];
  const pages = new Map([...needed, ...watchers]);
  return { rules: { ...live, ruleSet: { ...live.ruleSet, strata }, pages }, watchers: ids };
}

/** Whether two pages of a day have the same part in outcomes. */
export const isSame = (one: BoundPage, other: BoundPage | undefined): boolean =>
  other !== undefined && decisive(one) === decisive(other);

/** What a page has a part in outcomes by; its words have none. */
const decisive = ({ page: { concerns, then }, conditions, effects }: BoundPage): string =>
  textOf([concerns, then, conditions, effects]);

/** The same text for the same content, in whatever order it was written. */
const textOf = (content: unknown): string => canonicalize(content) ?? '';

/** Everything else that outcomes are made of. */
function besidePages(rules: BoundRuleSet): string {
  const { dictionary, catalogue, lifeCycles } = rules.ruleSet;
  const entries = [...dictionary.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const lists = entries.map((entry) =>
    entry.origin === 'derived' && 'firstOf' in entry.derive
      ? rules.parameter(entry.derive.firstOf.list)
      : null,
  );
  const written = { ...catalogue, byFamily: undefined };
  const cycles = Object.fromEntries(lifeCycles);
  const rows = catalogue.routes.flatMap(({ rows: some }) => some);
  const asked = [
    ...rows.flatMap(({ orderWhen }) => (orderWhen === undefined ? [] : [orderWhen.when])),
    ...[...lifeCycles.values()].flatMap(({ urgency }) => urgency.map(({ when }) => when)),
  ];
  return textOf([entries, lists, written, cycles, asked.map((when) => rules.condition(when))]);
}

function watcher({ page, conditions }: BoundPage, id: string): [string, BoundPage] {
  return [id, { page: { ...page, id, then: [] }, conditions: conditions.slice(0, 1), effects: [] }];
}

/** Pages that help to make what the watchers read, directly or through others. */
function neededFor(
  watchers: readonly BoundPage[],
  common: readonly BoundPage[],
  { ruleSet: { dictionary, catalogue } }: BoundRuleSet,
): Map<string, BoundPage> {
  const makers = new Map<string, BoundPage[]>();
  for (const one of common)
    for (const fact of factsMade(one.page, catalogue)) makers.set(fact, [...(makers.get(fact) ?? []), one]);
  const needed = new Map<string, BoundPage>();
  const reached = new Set<string>();
  const reach = (fact: string): void => {
    if (reached.has(fact)) return;
    reached.add(fact);
    sourcesOf(entryOf(dictionary, fact)).forEach(reach);
    for (const maker of makers.get(fact) ?? []) {
      needed.set(maker.page.id, maker);
      factsOfPage(maker.page, catalogue).forEach(reach);
    }
  };
  for (const { page } of watchers) factsRead(page.when).forEach(reach);
  return needed;
}
