import type { RouteId } from '../../../contracts/codes.js';
import type { Determination, Step } from '../../../contracts/determination.js';
import type { Result } from '../merge/result.js';
import { before } from '../merge/steps.js';
import type { Outcome } from './outcome.js';

/** Steps of one route to one addressee for items that share what holds them. */
export type DecidedLot = Pick<Step, 'order' | 'route' | 'measure' | 'addressee' | 'items'> & {
  holds: readonly string[];
};

/** What every determination of a case must agree on, by whichever evaluator. Blockers are `CODE:SCOPE`. */
export type Decided = {
  plan: readonly RouteId[];
  steps: readonly Step[];
  lots: readonly DecidedLot[];
  blockers: readonly string[];
  missingFacts: readonly string[];
  safeguards: readonly string[];
  firedRules: readonly string[];
};

export function decidedIn(outcome: Outcome, items: readonly string[]): Decided {
  const single = singleSteps(outcome, items);
  const steps = merged(
    single,
    ({ order, route, measure, addressee }) => `${order}|${route}|${measure}|${addressee}`,
  );
  const lots = merged(
    single,
    ({ order, route, measure, addressee, signature }) =>
      `${order}|${route}|${measure}|${addressee}|${signature}`,
  );
  const words = (list: readonly number[]): string[] => list.map((word) => outcome.words.word(word)).sort();
  return {
    plan: planOf(single),
    steps: steps.map(stepOf),
    lots: lots.map(lotOf),
    blockers: words(outcome.blockers),
    missingFacts: words(outcome.missing),
    safeguards: words(outcome.safeguards),
    firedRules: outcome.firedRules,
  };
}

/** Routes by order, then as the catalogue has them. */
const planOf = (single: readonly Single[]): RouteId[] => [
  ...new Set([...single].sort((a, b) => a.order - b.order || a.place - b.place).map(({ route }) => route)),
];

type Single = Step & { place: number; holds: readonly string[]; signature: string };

function singleSteps(outcome: Outcome, items: readonly string[]): Single[] {
  const { words } = outcome;
  return outcome.stepItem.map((item, step) => {
    const candidate = outcome.plan.candidates.list[outcome.stepCandidate[step] ?? -1];
    if (candidate === undefined) throw new RangeError(`there is no step ${step}`);
    const holds = outcome.holds
      .slice(outcome.stepHolds[step - 1] ?? 0, outcome.stepHolds[step])
      .map((word) => words.word(word))
      .sort();
    const basis = words.word(outcome.stepBasis[step] ?? -1);
    return {
      order: outcome.stepOrder[step] ?? 0,
      route: candidate.route,
      place: candidate.place,
      measure: candidate.measure,
      addressee: words.word(outcome.stepTo[step] ?? -1),
      items: [items[item] ?? ''],
      basis: basis === '' ? [] : basis.split('\n'),
      holds: [...new Set(holds)],
      signature: holds.join(),
    };
  });
}

/** Steps of one key become one; smaller order first, then as the catalogue stands. */
function merged(single: readonly Single[], keyOf: (one: Single) => string): Single[] {
  const found = new Map<string, Single>();
  for (const one of single) {
    const key = keyOf(one);
    const before = found.get(key);
    found.set(key, before === undefined ? one : both(before, one));
  }
  return [...found.values()].sort(inPlan);
}

/** Two steps of one key as one. */
const both = (one: Single, other: Single): Single => ({
  ...other,
  items: [...new Set([...one.items, ...other.items])],
  basis: [...new Set([...one.basis, ...other.basis])],
});

/** The same parts of a result that was merged from objects. */
export function decidedBy(result: Result): Decided {
  const lots = result.lots.map(({ order, route, measure, addressee, items, basis, dispatchBlockers }) => ({
    order,
    route,
    measure,
    addressee,
    items,
    basis,
    holds: dispatchBlockers.map(({ code, scope }) => `${code}:${scope}`).sort(),
  }));
  return {
    plan: result.plan,
    steps: [...result.steps].sort(inPlan).map(stepOf),
    lots: lots.sort(inPlan).map(lotOf),
    blockers: result.blockers.map(({ code, scope }) => `${code}:${scope}`).sort(),
    missingFacts: result.missingFacts,
    safeguards: result.safeguards,
    firedRules: result.firedRules,
  };
}

/** The first part in which two outcomes differ, with the other one's content; `null` when they agree. */
export function differenceBetween(recorded: Decided, other: Decided): Determination['disputed'] {
  const written = (part: readonly unknown[]): string[] =>
    part.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
  for (const part of compared) {
    const said = written(other[part]);
    if (written(recorded[part]).join('\n') !== said.join('\n')) return { differs: part, other: said };
  }
  return null;
}

const compared = ['plan', 'steps', 'blockers', 'missingFacts', 'safeguards', 'lots', 'firedRules'] as const;

/** An order of its own: the plan may let two lots or steps stand together in any. */
const inPlan = (a: Step, b: Step): number =>
  a.order - b.order ||
  before(a.route, b.route) ||
  before(a.addressee, b.addressee) ||
  before(a.measure, b.measure) ||
  before(a.items.join(), b.items.join());

const stepOf = ({ order, route, measure, addressee, items, basis }: Step): Step => ({
  order,
  route,
  measure,
  addressee,
  items,
  basis,
});
const lotOf = ({ order, route, measure, addressee, items, holds }: DecidedLot): DecidedLot => ({
  order,
  route,
  measure,
  addressee,
  items,
  holds,
});
