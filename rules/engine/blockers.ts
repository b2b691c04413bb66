import type { Blocker, Determination } from '../../contracts/determination.js';
import type { BoundRuleSet } from './bound.js';
import { touches } from './candidates.js';
import { caseSubject } from './board.js';
import { concerns, isAsking, isBlocking, listed, type Active, type Blocking } from './effects.js';
import { covers, ruleOf } from './rule-set.js';
import type { Outcome } from './run.js';
import type { ItemStep } from './steps.js';

/** A blocker for one item, before items are gathered; `spared` holds the routes that may leave all the same. */
type ItemBlocker = { active: Active<Blocking>; scope: string; item: string };

/** Blockers that stand: all, but those that stand only for a planned route where it is planned for the item. */
export function standingBlockers(
  rules: BoundRuleSet,
  { board, actives }: Outcome,
  steps: readonly ItemStep[],
): ItemBlocker[] {
  const { catalogue } = rules.ruleSet;
  return actives.filter(isBlocking).flatMap((active) =>
    active.scopes.flatMap((scope) =>
      board.items
        .filter((item) => concerns(active, item))
        .filter((item) => {
          if (active.effect.whenPlanned !== true) return true;
          return steps.some(
            (step) => step.item === item && touches([scope], listed(active.effect.measure), step, catalogue),
          );
        })
        .map((item) => ({ active, scope, item })),
    ),
  );
}

/** Blockers as a case reports them: one for each code, scope and rule, with the items it concerns. */
export function gatherBlockers(found: readonly ItemBlocker[]): Blocker[] {
  const gathered = new Map<string, Blocker>();
  for (const { active, scope, item } of found) {
    const { effect, page } = active;
    const key = `${effect.block}:${scope}`;
    const before = gathered.get(key);
    gathered.set(
      key,
      before === undefined
        ? { ...blockerOf(active, scope), items: [item] }
        : {
            ...before,
            rule: before.rule < ruleOf(page.id) ? before.rule : ruleOf(page.id),
            items: [...new Set([...before.items, item])],
          },
    );
  }
  return [...gathered.values()].sort((a, b) => (`${a.code}:${a.scope}` < `${b.code}:${b.scope}` ? -1 : 1));
}

const blockerOf = ({ effect, page }: Active<Blocking>, scope: string): Omit<Blocker, 'items'> => ({
  code: effect.block,
  scope,
  stage: effect.stage,
  rule: ruleOf(page.id),
  kind: effect.kind ?? page.kind,
  cure: effect.cure,
});

/** Dispatch blockers of one item's step: what holds it back once drafted. Questions that hold a route stand among them. */
export function holding(
  rules: BoundRuleSet,
  outcome: Outcome,
  found: readonly ItemBlocker[],
  step: ItemStep,
): Blocker[] {
  const { catalogue } = rules.ruleSet;
  const blockers = found
    .filter(
      ({ active, item, scope }) =>
        item === step.item &&
        active.effect.stage === 'dispatch' &&
        touches([scope], listed(active.effect.measure), step, catalogue),
    )
    .filter(
      ({ active }) =>
        !(
          active.spares &&
          (active.effect.spares?.routes ?? []).some((route) => covers(catalogue, route, step.route))
        ),
    )
    .map(({ active, scope, item }) => ({ ...blockerOf(active, scope), items: [item] }));
  return [...blockers, ...questionsHolding(rules, outcome, step)];
}

function questionsHolding(
  { ruleSet: { catalogue } }: BoundRuleSet,
  { actives }: Outcome,
  step: ItemStep,
): Blocker[] {
  return actives
    .filter(isAsking)
    .filter((active) => concerns(active, step.item))
    .flatMap(({ effect, page }) => {
      if (!(effect.holds ?? []).some((route) => covers(catalogue, route, step.route))) return [];
      return listed(effect.ask).map((code) => ({
        code,
        scope: step.route,
        stage: 'dispatch' as const,
        items: [step.item],
        rule: ruleOf(page.id),
        kind: effect.kind ?? page.kind,
        cure: { fact: effect.facts[0] ?? '', is: null, by: [] },
      }));
    });
}

/** Questions that pages put, each with the items it concerns. */
export function asksOf({ board, actives }: Outcome): Determination['asks'] {
  const asks = new Map<string, Determination['asks'][number]>();
  for (const active of actives.filter(isAsking)) {
    const items = active.subject === caseSubject ? board.items : [active.subject];
    for (const code of listed(active.effect.ask)) {
      const before = asks.get(code);
      asks.set(code, {
        code,
        rule: before?.rule ?? ruleOf(active.page.id),
        facts: [...new Set([...(before?.facts ?? []), ...active.effect.facts])].sort(),
        items: [...new Set([...(before?.items ?? []), ...items])],
      });
    }
  }
  return [...asks.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
