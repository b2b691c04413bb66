import { factsMade, factsOfPage } from '../../engine/rule-set/dependencies.js';
import type { Page, RuleSet } from '../../engine/rule-set/rule-set.js';
import { bearings, explainRoute } from '../explain/route.js';
import type { Arrow, Box, Diagram } from './diagram.js';

const legend = { rule: 'a page', fact: 'a fact', route: 'a route' } as const;

/**
 * Pages, the facts between them and the routes they bear on. Around one page: what it reads, what makes that, and who reads
 * what it makes; the whole leaves out facts that no page makes.
 * @param around id of a page
 */
export function graphOf(ruleSet: RuleSet, around?: string): Diagram {
  const arrows = around === undefined ? whole(ruleSet) : near(ruleSet, around);
  const ids = [...new Set(arrows.flatMap(({ from, to }) => [from, to]))];
  return {
    family: around ?? 'Rules',
    title: around === undefined ? 'pages, facts and routes' : (ruleSet.pages.get(around)?.title ?? ''),
    boxes: ids.map((id) => boxOf(id, ruleSet)),
    arrows,
    legend,
  };
}

const whole = (ruleSet: RuleSet): Arrow[] => {
  const made = new Set([...ruleSet.pages.values()].flatMap((page) => concluded(page, ruleSet)));
  return [
    ...[...ruleSet.pages.values()].flatMap((page) =>
      arrowsOf(page, ruleSet).filter(({ from, events }) => events[0] !== 'reads' || made.has(from)),
    ),
    ...routeArrows(ruleSet),
  ];
};

function near(ruleSet: RuleSet, around: string): Arrow[] {
  const page = ruleSet.pages.get(around);
  if (page === undefined) return [];
  const [reads, makes] = [factsOfPage(page, ruleSet.catalogue), concluded(page, ruleSet)];
  const others = [...ruleSet.pages.values()].filter((one) => one !== page);
  return [
    ...others.flatMap((one) =>
      arrowsOf(one, ruleSet).filter(({ from, to }) => reads.includes(to) || makes.includes(from)),
    ),
    ...arrowsOf(page, ruleSet),
    ...routeArrows(ruleSet).filter(({ from }) => from === around),
  ];
}

const concluded = (page: Page, ruleSet: RuleSet): string[] =>
  factsMade(page, ruleSet.catalogue).filter((fact) => ruleSet.dictionary.get(fact)?.origin === 'concluded');

/** Facts into the page, conclusions out of it; each once. */
const arrowsOf = (page: Page, ruleSet: RuleSet): Arrow[] => [
  ...[...new Set(factsOfPage(page, ruleSet.catalogue))]
    .filter((fact) => ruleSet.dictionary.get(fact)?.origin !== 'effect')
    .map((fact) => ({ from: fact, to: page.id, events: ['reads'] })),
  ...[...new Set(concluded(page, ruleSet))].map((fact) => ({
    from: page.id,
    to: fact,
    events: ['concludes'],
  })),
];

/** What pages do to routes by name; gates that touch every route are left to `rules explain`. */
function routeArrows(ruleSet: RuleSet): Arrow[] {
  const touching = [...ruleSet.catalogue.byFamily.keys()].flatMap((family) =>
    (explainRoute(family, ruleSet, 'en')?.pages ?? []).map(({ page, bearing }) => ({
      family,
      page,
      bearing,
    })),
  );
  const families = new Map<string, Set<string>>();
  for (const { page, family } of touching)
    families.set(page, (families.get(page) ?? new Set<string>()).add(family));
  const few = touching.filter(({ page }) => (families.get(page)?.size ?? 0) <= 4);
  const joined = new Map<string, Arrow>();
  for (const bearing of bearings)
    for (const one of few.filter((other) => other.bearing === bearing)) {
      const key = `${one.page} ${one.family}`;
      const before = joined.get(key)?.events ?? [];
      joined.set(key, { from: one.page, to: one.family, events: [...new Set([...before, bearing])] });
    }
  return [...joined.values()];
}

function boxOf(id: string, { pages, catalogue }: RuleSet): Box {
  const page = pages.get(id);
  if (page !== undefined) return { id, title: id, lines: inLines(page.title), kind: 'rule' };
  const route = catalogue.byFamily.get(id);
  if (route !== undefined) return { id, title: id, lines: inLines(route.title), kind: 'route' };
  return { id, title: id, lines: [], kind: 'fact' };
}

/** Words in lines of about thirty letters. */
const inLines = (words: string): string[] =>
  words.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    return last === undefined || last.length + word.length > 30
      ? [...lines, word]
      : [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
