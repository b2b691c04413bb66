import type { ShutRoute } from '../../../contracts/determination.js';
import { caseSubject } from '../evaluate/board.js';
import type { BoundRuleSet } from '../rule-set/bound.js';
import { candidatesOf, touches, type Candidate } from '../evaluate/candidates.js';
import type { Condition } from '../rule-set/conditions.js';
import { listed, type Active, type Blocking, type Shutting } from '../evaluate/effects.js';
import { ruleOf, type RouteEntry } from '../rule-set/rule-set.js';
import type { Outcome } from '../evaluate/run.js';
import { holds, type State } from '../evaluate/state.js';
import type { ItemStep } from './steps.js';

/** Why one family is shut for one item, and the rules that say so. */
type Why = { item: string; reasons: readonly string[]; rules: readonly string[] };

/**
 * Every route of the catalogue that the plan does not take, with the reason shown to the officer and all the others.
 * A reason that belongs to one category names it in brackets, also where the route is planned for another.
 */
export function alternatesOf(rules: BoundRuleSet, outcome: Outcome, steps: readonly ItemStep[]): ShutRoute[] {
  const planned = new Set<string>(steps.map(({ family }) => family));
  const taken = new Set(steps.map(({ family, item }) => `${family} ${item}`));
  return rules.ruleSet.catalogue.routes.flatMap((entry) => {
    const whys = outcome.board.items.flatMap((item, index) =>
      taken.has(`${entry.family} ${item}`) ? [] : [whyShut(outcome, entry, item, index)],
    );
    const byCategory = perCategory(rules, outcome, entry, whys);
    if (planned.has(entry.family)) return byCategory;
    const others = whys.filter((why) => bracketed(rules, outcome, entry, why).length === 0);
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
  outcome: Outcome,
  entry: RouteEntry,
  whys: readonly Why[],
): ShutRoute[] {
  const groups = new Map<string, Why[]>();
  for (const why of whys) {
    const reasons = bracketed(rules, outcome, entry, why);
    if (reasons.length === 0) continue;
    const category = categoryOf(outcome, why).toLowerCase();
    groups.set(category, [...(groups.get(category) ?? []), { ...why, reasons }]);
  }
  return [...groups].map(([category, some]) => shut(rules, `${entry.family}(${category})`, some, entry));
}

/** Reasons that the catalogue names by category for this family and item. */
const bracketed = (rules: BoundRuleSet, outcome: Outcome, { family }: RouteEntry, why: Why): string[] =>
  rules.ruleSet.catalogue.perCategory
    .filter((one) => one.family === family && one.categories.includes(categoryOf(outcome, why)))
    .flatMap(({ reason }) => (why.reasons.includes(reason) ? [reason] : []));

const categoryOf = ({ board }: Outcome, { item }: Why): string => String(board.value(item, 'dataCategory'));

function byHeadline({ ruleSet: { catalogue } }: BoundRuleSet, reasons: readonly string[]): string[] {
  const rank = (reason: string): number =>
    catalogue.headlines.includes(reason) ? catalogue.headlines.indexOf(reason) : catalogue.headlines.length;
  return [...reasons].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/**
 * Reasons of pages that shut or remove the family, and what kept the pages that would open it from firing. What bars a step
 * that a page opens for the item is a reason, also by variant or measure alone. What else bars the whole case is none for an
 * item that is settled: it needs no further route.
 */
function whyShut(outcome: Outcome, entry: RouteEntry, item: string, index: number): Why {
  const { program, touching, ended, board } = outcome;
  const { catalogue } = program.rules.ruleSet;
  const bit = program.familyBit(entry.family);
  const ofItem = touching[index + 1];
  const settled = !ended && board.value(item, 'item.settled') === true;
  const speaks = ({ subject }: { subject: string }): boolean => !settled || subject !== caseSubject;
  const opened = openedOf(outcome, bit, item, index);
  const bars = (one: Active<Shutting> | Active<Blocking>, families: number): boolean =>
    (speaks(one) && (families & bit) !== 0) || opened.some((step) => touches(...scopeOf(one), step, program));
  const shutting = ofItem?.shutting.filter((one) => bars(one, one.shuts)) ?? [];
  const removing = ofItem?.removing.filter((one) => bars(one, one.removes)) ?? [];
  const kept = ended ? [] : keptShut(outcome, entry, index);
  return {
    item,
    reasons: [
      ...shutting.map(({ effect }) => effect.reason),
      ...removing.map(({ effect }) => catalogue.reasonOfBlocker[effect.block] ?? effect.block),
      ...kept.flatMap(({ reason }) => reason ?? []),
    ],
    rules: [...shutting, ...removing].map(({ page }) => ruleOf(page.id)).concat(kept.map(({ rule }) => rule)),
  };
}

/** Steps of the family that pages open for the item, before anything bars them. */
function openedOf(
  { touching, board, program }: Outcome,
  bit: number,
  item: string,
  index: number,
): Candidate[] {
  const ofItem = touching[index + 1];
  if (ofItem === undefined || (ofItem.opens & bit) === 0) return [];
  return candidatesOf(item, ofItem, board, program).filter((candidate) => candidate.bit === bit);
}

const scopeOf = ({
  effect,
  scopes,
}: Active<Shutting> | Active<Blocking>): [routes: readonly string[], measures: readonly string[]] => [
  'shut' in effect ? listed(effect.shut) : scopes,
  listed(effect.measure),
];

function keptShut(
  { program: { nodes, openers }, board }: Outcome,
  entry: RouteEntry,
  index: number,
): { rule: string; reason: string | undefined }[] {
  const states = (number: number): State =>
    (nodes.node(number).ofItem ? board.sheets[index + 1] : board.ofCase)?.states[number] ?? 0;
  return (openers.get(entry.family) ?? []).flatMap(({ bound, when }) =>
    holds(states(when))
      ? []
      : [
          {
            rule: ruleOf(bound.page.id),
            reason: reasonKept(bound.conditions[0], (part) => holds(states(nodes.numberOf(part)))),
          },
        ],
  );
}

/** The code of the first failing part: what comes before it holds, so it is what kept the route shut. */
function reasonKept(
  condition: Condition | undefined,
  held: (condition: Condition) => boolean,
): string | undefined {
  if (condition === undefined || held(condition)) return undefined;
  if (condition.else !== undefined) return condition.else;
  if (condition.kind === 'leaf' || condition.word === 'not') return undefined;
  if (condition.word === 'all')
    return reasonKept(
      condition.parts.find((part) => !held(part)),
      held,
    );
  for (const part of condition.parts) {
    const reason = reasonKept(part, held);
    if (reason !== undefined) return reason;
  }
  return undefined;
}
