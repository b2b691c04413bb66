import type { Frame, RuleOutcome } from '../../../contracts/determination.js';
import type { Compared, FailingCondition } from '../../../contracts/route-view.js';
import { failing, holding } from './decisive.js';
import { isRead, scopesOf } from '../rule-set/dependencies.js';
import { listed } from '../evaluate/effects.js';
import { sourcesOf, statesOf } from './sources.js';
import { covers, type Page, type RouteEntry, type RuleSet } from '../rule-set/rule-set.js';

/**
 * Why a route is shut for some items, condition by condition: pages that would have opened it and did not fire, and pages
 * that fired and take it away. Where no page speaks, the catalogue says what must come into force.
 * @param about items, and the rules that the determination names for the shut route; without them every rule speaks
 */
export function failingConditions(
  explanation: readonly RuleOutcome[],
  ruleSet: RuleSet,
  frame: Frame,
  entry: RouteEntry,
  about: { rules?: readonly string[]; items: readonly string[] },
): FailingCondition[] {
  const states = statesOf(frame, about.items);
  const pages = pagesAbout(entry, ruleSet);
  const found = explanation
    .filter(({ page, fired }) => (fired ? pages.shutting : pages.opening).has(page))
    .filter(({ rule, subject }) => (about.rules?.includes(rule) ?? true) && concerned(subject, about.items))
    .flatMap((outcome) => conditionOf(outcome, ruleSet, entry, states));
  const asleep = dormant(frame, entry, about.items);
  return once(found.length > 0 ? found : asleep);
}

const concerned = (subject: string, items: readonly string[]): boolean =>
  subject === 'case' || items.includes(subject);

function conditionOf(
  outcome: RuleOutcome,
  ruleSet: RuleSet,
  entry: RouteEntry,
  states: readonly string[],
): FailingCondition[] {
  const page = ruleSet.pages.get(outcome.page);
  if (page === undefined) return [];
  const shuts = outcome.fired;
  const decisive = (shuts ? holding : failing)(outcome.condition);
  if (decisive === undefined) return [];
  const { first, ways, further } = decisive;
  return [
    {
      rule: outcome.rule,
      page: outcome.page,
      title: outcome.title,
      status: outcome.status,
      effect: shuts ? 'shuts' : 'not-met',
      subjects: [outcome.subject],
      reason: shuts ? reasonOf(page, outcome, entry, ruleSet) : decisive.reason,
      ...first,
      ...{ ways, further },
      citation: citationOf(page, states),
    },
  ];
}

type About = { opening: ReadonlySet<string>; shutting: ReadonlySet<string> };
const known = new WeakMap<RuleSet, Map<RouteEntry, About>>();

/** Pages that would open a route, and pages that take it away. */
function pagesAbout(entry: RouteEntry, ruleSet: RuleSet): About {
  const ofRules = known.get(ruleSet) ?? new Map<RouteEntry, About>();
  known.set(ruleSet, ofRules);
  const before = ofRules.get(entry);
  if (before !== undefined) return before;
  const pages = [...ruleSet.pages.values()];
  const named = (some: readonly Page[]): Set<string> => new Set(some.map(({ id }) => id));
  const fresh = {
    opening: named(pages.filter((page) => opens(page, entry))),
    shutting: named(pages.filter((page) => takesAway(page, entry, ruleSet))),
  };
  ofRules.set(entry, fresh);
  return fresh;
}

const opens = (page: Page, entry: RouteEntry): boolean =>
  page.then.some((effect) => 'open' in effect && effect.open.split(':')[0] === entry.family);

const takesAway = (page: Page, entry: RouteEntry, { catalogue }: RuleSet): boolean =>
  page.then.some((effect) => {
    if ('settle' in effect || 'end' in effect) return true;
    if ('shut' in effect) return listed(effect.shut).some((route) => touchesFamily(route, entry));
    if (!('block' in effect) || effect.stage !== 'remove') return false;
    return (
      isRead(effect.scope) ||
      scopesOf(effect).some((scope) => covers(catalogue, scope, entry.family) || touchesFamily(scope, entry))
    );
  });

const touchesFamily = (route: string, entry: RouteEntry): boolean => route.split(':')[0] === entry.family;

/** The code under which a page that fired takes the route away, by those of its effects that stand. */
function reasonOf(
  page: Page,
  { standing }: RuleOutcome,
  entry: RouteEntry,
  { catalogue }: RuleSet,
): string | null {
  for (const effect of page.then.filter((_, place) => standing?.includes(place) ?? true)) {
    if ('shut' in effect && listed(effect.shut).some((route) => touchesFamily(route, entry)))
      return effect.reason;
    if ('block' in effect && effect.stage === 'remove')
      return catalogue.reasonOfBlocker[effect.block] ?? effect.block;
  }
  return null;
}

/** Instrument, article and mark of a page's sources, as a lawyer cites them; of a law of a State only where it applies. */
export const citationOf = (page: Page, states: readonly string[] = []): string =>
  sourcesOf(page, states)
    .map(
      ({ instrument, article, mark, source }) =>
        `${instrument}${article === undefined ? '' : ` ${article}`} [${source ?? mark}]`,
    )
    .join('; ') || `law of ${states.join(', ')}, as the register records it`;

function dormant(
  frame: Frame,
  { wakesWhen, title }: RouteEntry,
  items: readonly string[],
): FailingCondition[] {
  if (wakesWhen === undefined) return [];
  const { fact, includes, citation } = wakesWhen;
  return items.map((item) => {
    const seen = frame.items.find(({ id }) => id === item)?.facts[fact];
    const asleep: Compared = {
      fact,
      word: 'includes',
      expected: includes,
      seen: seen ?? null,
      negated: false,
      basis: seen === undefined ? 'assumed' : 'known',
    };
    return {
      rule: null,
      page: null,
      title,
      status: 'confirmed',
      effect: 'not-met',
      subjects: [item],
      reason: null,
      ...asleep,
      ways: [[asleep]],
      further: [],
      citation,
    };
  });
}

/** The same condition on several items is said once, with all of them. */
function once(found: readonly FailingCondition[]): FailingCondition[] {
  const merged = new Map<string, FailingCondition>();
  for (const one of found) {
    const { page, reason, fact, word, negated, seen, ways, further } = one;
    const key = JSON.stringify([page, reason, fact, word, negated, seen, ways, further]);
    const before = merged.get(key);
    merged.set(
      key,
      before === undefined ? one : { ...before, subjects: [...before.subjects, ...one.subjects] },
    );
  }
  return [...merged.values()];
}
