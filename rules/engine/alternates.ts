import type { ShutRoute } from '../../contracts/determination.js';
import type { BoundRuleSet } from './bound.js';
import type { Condition, Truth } from './conditions.js';
import { concerns, isOpening, isRemoving, isShutting, listed } from './effects.js';
import { familiesOf, ruleOf, type RouteEntry } from './rule-set.js';
import type { Judged, Outcome } from './run.js';
import type { ItemStep } from './steps.js';

/** Why one family is shut for one item, and the rules that say so. */
type Why = { item: string; reasons: readonly string[]; rules: readonly string[] };

/**
 * Every route of the catalogue that the plan does not take, with the reason shown to the officer and all the others.
 * A reason that belongs to one category names it in brackets, also where the route is planned for another.
 */
export function alternatesOf(rules: BoundRuleSet, outcome: Outcome, steps: readonly ItemStep[]): ShutRoute[] {
  const planned = new Set<string>(steps.map(({ family }) => family));
  return rules.ruleSet.catalogue.routes.flatMap((entry) => {
    const whys = outcome.board.items
      .filter((item) => !steps.some((step) => step.item === item && step.family === entry.family))
      .map((item) => whyShut(rules, outcome, entry, item));
    const byCategory = perCategory(rules, outcome, entry, whys);
    if (planned.has(entry.family)) return byCategory;
    const special = new Set<string>(rules.ruleSet.catalogue.perCategory);
    const others = whys.filter(({ reasons }) => !reasons.some((reason) => special.has(reason)));
    return [shut(rules, entry.family, others.length > 0 ? others : whys, entry), ...byCategory];
  });
}

function shut(rules: BoundRuleSet, route: string, whys: readonly Why[], entry: RouteEntry): ShutRoute {
  const found = [...new Set(whys.flatMap(({ reasons }) => reasons))];
  const reasons = byHeadline(rules, found.length > 0 ? found : [entry.dormantBecause ?? entry.shutBecause]);
  return {
    route,
    reason: reasons[0] ?? entry.shutBecause,
    reasons,
    items: whys.map(({ item }) => item),
    rules: [...new Set(whys.flatMap((why) => why.rules))].sort(),
  };
}

function perCategory(
  rules: BoundRuleSet,
  { board }: Outcome,
  entry: RouteEntry,
  whys: readonly Why[],
): ShutRoute[] {
  const groups = new Map<string, Why[]>();
  for (const why of whys) {
    const special = why.reasons.filter((reason) => rules.ruleSet.catalogue.perCategory.includes(reason));
    if (special.length === 0) continue;
    const category = String(board.value(why.item, 'dataCategory')).toLowerCase();
    groups.set(category, [...(groups.get(category) ?? []), { ...why, reasons: special }]);
  }
  return [...groups].map(([category, some]) => shut(rules, `${entry.family}(${category})`, some, entry));
}

function byHeadline({ ruleSet: { catalogue } }: BoundRuleSet, reasons: readonly string[]): string[] {
  const rank = (reason: string): number =>
    catalogue.headlines.includes(reason) ? catalogue.headlines.indexOf(reason) : catalogue.headlines.length;
  return [...reasons].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** Reasons of pages that shut or remove the family, and what kept the pages that would open it from firing. */
function whyShut(rules: BoundRuleSet, outcome: Outcome, entry: RouteEntry, item: string): Why {
  const { catalogue } = rules.ruleSet;
  const touching = outcome.actives.filter((active) => concerns(active, item));
  const shutting = touching
    .filter(isShutting)
    .filter(({ effect }) => effect.measure === undefined && listed(effect.shut).includes(entry.family));
  const removing = touching
    .filter(isRemoving)
    .filter(
      ({ effect, scopes }) =>
        effect.measure === undefined &&
        scopes.some((scope) => familiesOf(catalogue, scope).includes(entry.family)),
    );
  const kept = outcome.actives.some(({ effect }) => 'end' in effect) ? [] : keptShut(outcome, entry, item);
  return {
    item,
    reasons: [
      ...shutting.map(({ effect }) => effect.reason),
      ...removing.map(({ effect }) => catalogue.reasonOfBlocker[effect.block] ?? effect.block),
      ...kept.flatMap(({ reason }) => reason ?? []),
    ],
    rules: [...shutting, ...removing]
      .map(({ page }) => ruleOf(page.id))
      .concat(kept.map(({ judged }) => ruleOf(judged.bound.page.id))),
  };
}

function keptShut(
  { judged }: Outcome,
  entry: RouteEntry,
  item: string,
): { judged: Judged; reason: string | undefined }[] {
  return judged
    .filter((one) => !one.fired && (one.subject === item || one.bound.page.concerns === 'case'))
    .filter(({ bound }) =>
      bound.effects.some(
        ({ effect }) =>
          isOpening({ effect, page: bound.page, subject: item, scopes: [], spares: false }) &&
          'open' in effect &&
          effect.open.split(':')[0] === entry.family,
      ),
    )
    .map((one) => ({ judged: one, reason: reasonKept(one.bound.conditions[0], one.truths[0]) }));
}

/** The code of the first failing part: what comes before it holds, so it is what kept the route shut. */
function reasonKept(condition: Condition | undefined, truth: Truth | undefined): string | undefined {
  if (condition === undefined || truth === undefined || truth.holds) return undefined;
  if (condition.else !== undefined) return condition.else;
  if (condition.kind === 'leaf' || condition.word === 'not') return undefined;
  const failing = condition.parts
    .map((part, index) => ({ part, truth: truth.parts[index] }))
    .filter((one) => one.truth?.holds === false);
  if (condition.word === 'all') return reasonKept(failing[0]?.part, failing[0]?.truth);
  return failing.map((one) => reasonKept(one.part, one.truth)).find((reason) => reason !== undefined);
}
