import type { Blocker, Determination, Frame, Lot, ShutRoute } from '../../../contracts/determination.js';
import type { RouteView, StepView } from '../../../contracts/route-view.js';
import { failingConditions } from './failing.js';
import { needsOf } from './needs.js';
import { approvalsShown, firstClockOf } from './terms-shown.js';
import { wouldBe } from './would-be.js';
import { covers, type RouteEntry, type RuleSet } from '../rule-set/rule-set.js';

/**
 * Every route of the catalogue beside the others, in the order of the catalogue: taken, held back, shut or dormant, with what
 * an officer weighs and, where it is not taken, the condition that failed and its citation.
 * @param ruleSet the rule set that made the determination
 * @param frame the frame it was made on
 */
export function routesSideBySide(determination: Determination, ruleSet: RuleSet, frame: Frame): RouteView[] {
  return ruleSet.catalogue.routes.map((entry) => viewOf(determination, ruleSet, frame, entry));
}

function viewOf(determination: Determination, ruleSet: RuleSet, frame: Frame, entry: RouteEntry): RouteView {
  const steps = determination.lots
    .filter(({ family }) => family === entry.family)
    .map((lot) => stepOf(lot, ruleSet, frame, entry));
  const alternates = determination.alternates.filter(({ route }) => familyOf(route) === entry.family);
  const removedBy = removals(determination, ruleSet, entry, alternates);
  return {
    family: entry.family,
    title: entry.title,
    state: stateOf(entry, steps, removedBy),
    steps,
    removedBy,
    shut: alternates.map(({ route, reason, reasons, items, rules }) => ({
      route,
      reason,
      reasons,
      items,
      because: failingConditions(determination.explanation, ruleSet, frame, entry, { rules, items }),
    })),
    elsewhere: elsewhereOf(determination, ruleSet, frame, entry, [...steps, ...alternates]),
    wouldBe: steps.length > 0 ? null : wouldBe(ruleSet, frame, entry),
    expectedTime: entry.expectedTime ?? null,
    usableInCourt: entry.usableInCourt,
    userMayBeTold: entry.userMayBeTold,
  };
}

/** Items of the case that neither a step of the family nor a shut entry of it names, where it is taken for others. */
function elsewhereOf(
  { explanation, steps }: Determination,
  ruleSet: RuleSet,
  frame: Frame,
  entry: RouteEntry,
  named: readonly { items: readonly string[] }[],
): RouteView['elsewhere'] {
  if (!steps.some(({ route }) => familyOf(route) === entry.family)) return null;
  const items = frame.items.map(({ id }) => id).filter((id) => !named.some((one) => one.items.includes(id)));
  if (items.length === 0) return null;
  return { items, because: failingConditions(explanation, ruleSet, frame, entry, { items }) };
}

/** Family of a route, of a variant, or of a route with a category in brackets. */
const familyOf = (route: string): string => route.split(/[:(]/)[0] ?? route;

function stateOf(
  entry: RouteEntry,
  steps: readonly StepView[],
  removedBy: readonly Blocker[],
): RouteView['state'] {
  if (steps.some(({ state }) => state === 'open')) return 'open';
  if (steps.length > 0 || removedBy.length > 0) return 'blocked';
  return entry.status === 'dormant' ? 'dormant' : 'shut';
}

/** Removing blockers whose reason the route is shown shut for: with their cure it could open. */
function removals(
  { blockers }: Determination,
  { catalogue }: RuleSet,
  entry: RouteEntry,
  alternates: readonly ShutRoute[],
): Blocker[] {
  const reasons = alternates.flatMap((one) => one.reasons.slice(0, 1));
  return blockers.filter(
    ({ code, scope, stage }) =>
      stage === 'remove' &&
      (covers(catalogue, scope, entry.family) || familyOf(scope) === entry.family) &&
      reasons.includes(catalogue.reasonOfBlocker[code] ?? code),
  );
}

function stepOf(lot: Lot, ruleSet: RuleSet, frame: Frame, entry: RouteEntry): StepView {
  const { order, route, measure, addressee, items, basis, key, dispatchBlockers, terms } = lot;
  return {
    ...{ order, route, measure, addressee, items, basis, key },
    state: dispatchBlockers.length > 0 ? 'blocked' : 'open',
    urgency: terms.urgency,
    blockedBy: dispatchBlockers,
    approvals: approvalsShown(terms.approvals),
    firstClock: firstClockOf(terms.clocks),
    needs: needsOf(items, ruleSet, frame, entry),
  };
}
