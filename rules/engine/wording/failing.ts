import type { Explained, Frame, RuleOutcome } from '../../../contracts/determination.js';
import type { FailingCondition } from '../../../contracts/route-view.js';
import { isRead, scopesOf } from '../rule-set/dependencies.js';
import { listed } from '../evaluate/effects.js';
import { sourcesOf, statesOf } from './sources.js';
import { covers, type Page, type RouteEntry, type RuleSet } from '../rule-set/rule-set.js';

type Leaf = Extract<Explained, { kind: 'leaf' }>;

/**
 * Why a route is shut for some items, condition by condition: pages that would have opened it and did not fire, and pages
 * that fired and take it away. Where no page speaks, the catalogue says what must come into force.
 * @param rules rules that the determination names for the shut route
 */
export function failingConditions(
  explanation: readonly RuleOutcome[],
  ruleSet: RuleSet,
  frame: Frame,
  entry: RouteEntry,
  about: { rules: readonly string[]; items: readonly string[] },
): FailingCondition[] {
  const found = explanation
    .filter(({ rule, subject }) => about.rules.includes(rule) && concerned(subject, about.items))
    .flatMap((outcome) => conditionOf(outcome, ruleSet, entry, statesOf(frame, about.items)));
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
  if (shuts ? !takesAway(page, entry, ruleSet) : !opens(page, entry)) return [];
  const decisive = decisiveLeaf(outcome.condition, shuts, false);
  if (decisive === undefined) return [];
  const { fact, word, expected, seen, basis } = decisive.leaf;
  return [
    {
      rule: outcome.rule,
      page: outcome.page,
      title: outcome.title,
      status: outcome.status,
      effect: shuts ? 'shuts' : 'not-met',
      subjects: [outcome.subject],
      reason: shuts ? reasonOf(page, entry, ruleSet) : decisive.reason,
      ...{ fact, word, expected, seen, basis, negated: decisive.negated },
      citation: citationOf(page, states),
    },
  ];
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

/** The code under which a page that fired takes the route away. */
function reasonOf(page: Page, entry: RouteEntry, { catalogue }: RuleSet): string | null {
  for (const effect of page.then) {
    if ('shut' in effect && listed(effect.shut).some((route) => touchesFamily(route, entry)))
      return effect.reason;
    if ('block' in effect && effect.stage === 'remove')
      return catalogue.reasonOfBlocker[effect.block] ?? effect.block;
  }
  return null;
}

type Decisive = { leaf: Leaf; negated: boolean; reason: string | null };

/**
 * The leaf that decided a condition: of one that fails, the first failing part, for what stands before it holds; of one that
 * holds, what is missing (a leaf under a `not`), else the first leaf that is no conclusion of other pages: those are preconditions.
 */
function decisiveLeaf(node: Explained, holding: boolean, negated: boolean): Decisive | undefined {
  const found = holding ? holdingLeaf(node, negated) : failingLeaf(node, negated);
  if (found === undefined || node.else === undefined) return found;
  return { ...found, reason: node.else };
}

function failingLeaf(node: Explained, negated: boolean): Decisive | undefined {
  if (node.holds) return undefined;
  if (node.kind === 'leaf') return { leaf: node, negated, reason: null };
  return firstOf(node.parts, (part) =>
    node.word === 'not' ? decisiveLeaf(part, true, !negated) : decisiveLeaf(part, false, negated),
  );
}

function holdingLeaf(node: Explained, negated: boolean): Decisive | undefined {
  const all = holdingLeaves(node, negated);
  const own = all.filter(({ leaf }) => leaf.basis !== 'derived' && leaf.word !== 'isKnown');
  return own.find((one) => one.negated !== negated) ?? own[0] ?? all.at(-1);
}

function holdingLeaves(node: Explained, negated: boolean): Decisive[] {
  if (!node.holds) return [];
  if (node.kind === 'leaf') return [{ leaf: node, negated, reason: null }];
  if (node.word !== 'not') return node.parts.flatMap((part) => holdingLeaves(part, negated));
  const inner = firstOf(node.parts, (part) => failingLeaf(part, !negated));
  return inner === undefined ? [] : [inner];
}

function firstOf<T>(parts: readonly Explained[], of: (part: Explained) => T | undefined): T | undefined {
  for (const part of parts) {
    const found = of(part);
    if (found !== undefined) return found;
  }
  return undefined;
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
  return items.map((item) => ({
    rule: null,
    page: null,
    title,
    status: 'confirmed',
    effect: 'not-met',
    subjects: [item],
    reason: null,
    fact,
    word: 'includes',
    expected: includes,
    seen: frame.items.find(({ id }) => id === item)?.facts[fact] ?? null,
    negated: false,
    basis: frame.items.find(({ id }) => id === item)?.facts[fact] === undefined ? 'assumed' : 'known',
    citation,
  }));
}

/** The same condition on several items is said once, with all of them. */
function once(found: readonly FailingCondition[]): FailingCondition[] {
  const merged = new Map<string, FailingCondition>();
  for (const one of found) {
    const key = [one.page, one.fact, one.word, one.negated, JSON.stringify(one.seen)].join('|');
    const before = merged.get(key);
    merged.set(
      key,
      before === undefined ? one : { ...before, subjects: [...before.subjects, ...one.subjects] },
    );
  }
  return [...merged.values()];
}
