import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { dataCategories, type DataCategory, type RouteFamily } from '../../../contracts/codes.js';
import type { Blocker, Lot, Step } from '../../../contracts/determination.js';
import { caseSubject } from '../evaluate/board.js';
import type { BoundRuleSet } from '../rule-set/bound.js';
import { touches } from '../evaluate/candidates.js';
import { listed } from '../evaluate/effects.js';
import { ruleOf, valueOn } from '../rule-set/rule-set.js';
import type { Outcome } from '../evaluate/run.js';
import { holdsOn, inOrder, mergeSteps, type ItemStep } from './steps.js';
import { atBest, termsOf, urgencyOf } from './terms.js';

export type HeldStep = { step: ItemStep; holding: readonly Blocker[] };

const signature = (blockers: readonly Blocker[]): string =>
  blockers
    .map(({ code, scope }) => `${code}:${scope}`)
    .sort()
    .join();

/** Splits steps into lots: items that share route, measure, addressee and dispatch blockers are one draft, one approval, one run. */
export function lotsOf(rules: BoundRuleSet, outcome: Outcome, held: readonly HeldStep[]): Lot[] {
  const groups = new Map<string, HeldStep[]>();
  for (const one of held) {
    const { route, measure, to, order } = one.step;
    const key = [order, route, measure, to, signature(one.holding)].join('|');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const lots = [...groups.values()].flatMap((group) =>
    mergeSteps(group.map(({ step }) => step)).map((step) => lotOf(rules, outcome, step, group)),
  );
  const places = new Map(
    inOrder(lots, rules).map((step, index) => [`${step.route}|${step.measure}|${step.addressee}`, index]),
  );
  const place = (lot: Lot): number => places.get(`${lot.route}|${lot.measure}|${lot.addressee}`) ?? 0;
  return lots.sort((a, b) => a.order - b.order || place(a) - place(b) || (a.key < b.key ? -1 : 1));
}

function lotOf(rules: BoundRuleSet, outcome: Outcome, step: Step, group: readonly HeldStep[]): Lot {
  const { board } = outcome;
  const family = group[0]?.step.family;
  if (family === undefined) throw new Error('a lot without items');
  const categories = dataCategories.filter((category) =>
    step.items.some((item) => board.value(item, 'dataCategory') === category),
  );
  return {
    ...step,
    key: keyOf(step),
    family,
    categories,
    dispatchBlockers: blockersOf(group),
    after: afterOf(rules, outcome, step),
    safeguards: safeguardsOf(outcome, step),
    duties: dutiesOf(rules, outcome, step),
    terms: termsFor(rules, outcome, step, family, categories),
  };
}

const keyOf = ({ route, measure, addressee, items }: Step): string =>
  createHash('sha256')
    .update(canonicalize({ route, measure, addressee, items: [...items].sort() }) ?? '')
    .digest('hex')
    .slice(0, 24);

function blockersOf(group: readonly HeldStep[]): Blocker[] {
  const gathered = new Map<string, Blocker>();
  for (const blocker of group.flatMap(({ holding }) => holding)) {
    const key = `${blocker.code}:${blocker.scope}`;
    const before = gathered.get(key);
    gathered.set(key, { ...blocker, items: [...new Set([...(before?.items ?? []), ...blocker.items])] });
  }
  return [...gathered.values()];
}

/** What is told of a step: of the case, or of any of its items. */
const onStep = (step: Step, { actives }: Outcome) =>
  actives.filter(({ subject }) => subject === caseSubject || step.items.includes(subject));

const safeguardsOf = (outcome: Outcome, step: Step): string[] =>
  [
    ...new Set(
      onStep(step, outcome).flatMap(({ effect }) => ('safeguard' in effect ? [effect.safeguard] : [])),
    ),
  ].sort();

function dutiesOf(rules: BoundRuleSet, outcome: Outcome, step: Step): Lot['duties'] {
  const duties = onStep(step, outcome).flatMap(({ effect, page }) => {
    if (!('duty' in effect)) return [];
    if (effect.on !== undefined && !touches(listed(effect.on), [], step, outcome.program)) return [];
    return [
      { rule: ruleOf(page.id), who: effect.who, what: effect.duty, within: withinOf(rules, effect.within) },
    ];
  });
  return [...new Map(duties.map((duty) => [`${duty.rule}|${duty.what}`, duty])).values()].sort((a, b) =>
    a.rule < b.rule ? -1 : 1,
  );
}

function withinOf({ ruleSet, asOf }: BoundRuleSet, id: string | undefined): string | null {
  const parameter = id === undefined ? undefined : ruleSet.parameters.get(id);
  return parameter === undefined
    ? null
    : `${String(valueOn(parameter, asOf))} ${parameter.unit ?? ''}`.trim();
}

const afterOf = (rules: BoundRuleSet, outcome: Outcome, step: Step): Lot['after'] =>
  onStep(step, outcome).flatMap(({ effect }) => {
    if (!('after' in effect) || !touches([effect.on], [], step, outcome.program)) return [];
    const atMost = effect.atMost === undefined ? null : Number(rules.parameter(effect.atMost));
    return [{ route: effect.after, waitsFor: effect.waitsFor, atMostDays: atMost }];
  });

function termsFor(
  rules: BoundRuleSet,
  outcome: Outcome,
  step: Step,
  family: RouteFamily,
  categories: readonly DataCategory[],
): Lot['terms'] {
  const { board } = outcome;
  const page =
    rules.ruleSet.lifeCycles.get(family) ??
    rules.ruleSet.lifeCycles.get(rules.ruleSet.catalogue.byFamily.get(family)?.lifeCycle ?? '');
  if (page === undefined) throw new Error(`no life-cycle page for ${step.route}`);
  const urgency = urgencyOf(page, (condition) =>
    step.items.some((item) => holdsOn(rules, board, item, condition)),
  );
  const number = (fact: string): number | undefined =>
    step.items.map((item) => board.value(item, fact)).find((value) => typeof value === 'number');
  const providerDays = number('provider.preservation.days');
  const providerRenewals =
    page.renewals === 'register' ? number('provider.preservation.renewals') : undefined;
  const keptFor = page.keptFor && atBest(rules.ruleSet.catalogue.byFamily.get(page.keptFor)?.expectedTime);
  const channel = step.route.split(':')[1];
  const terms = termsOf(page, {
    urgency,
    categories,
    ...(providerDays !== undefined && { providerDays }),
    ...(providerRenewals !== undefined && { providerRenewals }),
    ...(keptFor && { keptFor }),
    ...(channel !== undefined && { channel }),
  });
  if (page.reviewAfterHops === undefined) return terms;
  const hops = Math.max(0, ...step.items.map((item) => hopsTo(outcome, item)));
  return { ...terms, hopsLeft: page.reviewAfterHops - hops };
}

/** Answers under Article 30 that led from item to item to this one; an item that leads to itself counts once. */
function hopsTo(outcome: Outcome, item: string, seen: readonly string[] = []): number {
  const before = outcome.board.value(item, 'thirdStateOf');
  if (typeof before !== 'string' || seen.includes(before)) return 0;
  return 1 + hopsTo(outcome, before, [...seen, item]);
}
