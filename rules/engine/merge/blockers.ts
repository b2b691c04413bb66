import type { Blocker, Determination } from '../../../contracts/determination.js';
import { covers, touches } from '../evaluate/candidates.js';
import { caseSubject } from '../evaluate/board.js';
import { concerns, isAsking, isBlocking, listed, type Active, type Blocking } from '../evaluate/effects.js';
import { ruleOf } from '../rule-set/rule-set.js';
import type { Outcome } from '../evaluate/run.js';
import type { ItemStep } from './steps.js';

/** A blocker for one item, before items are gathered; `spared` holds the routes that may leave all the same. */
type ItemBlocker = { active: Active<Blocking>; scope: string; item: string };

/** Blockers that stand: all, but those that stand only for a planned route where it is planned for the item. */
export function standingBlockers(
  { program, board, actives }: Outcome,
  steps: readonly ItemStep[],
): ItemBlocker[] {
  return actives.filter(isBlocking).flatMap((active) =>
    active.scopes.flatMap((scope) =>
      board.items
        .filter((item) => concerns(active, item))
        .filter((item) => {
          if (active.effect.whenPlanned !== true) return true;
          return steps.some(
            (step) => step.item === item && touches([scope], listed(active.effect.measure), step, program),
          );
        })
        .map((item) => ({ active, scope, item })),
    ),
  );
}

/**
 * Blockers as a case reports them: one for each code and scope, with the items it concerns. Where several effects raise it,
 * the first by page and place names rule and cure, whatever the order of items.
 */
export function gatherBlockers(found: readonly ItemBlocker[]): Blocker[] {
  const gathered = new Map<string, { place: string; blocker: Blocker }>();
  for (const { active, scope, item } of found) {
    const key = `${active.effect.block}:${scope}`;
    const before = gathered.get(key);
    const items = [...new Set([...(before?.blocker.items ?? []), item])];
    const place = `${active.page.id}#${active.page.then.indexOf(active.effect)}`;
    const first = before === undefined || place < before.place;
    gathered.set(
      key,
      first
        ? { place, blocker: { ...blockerOf(active, scope), items } }
        : { ...before, blocker: { ...before.blocker, items } },
    );
  }
  return [...gathered.values()]
    .map(({ blocker }) => blocker)
    .sort((a, b) => (`${a.code}:${a.scope}` < `${b.code}:${b.scope}` ? -1 : 1));
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
export function holding(outcome: Outcome, found: readonly ItemBlocker[], step: ItemStep): Blocker[] {
  const { program } = outcome;
  const blockers = found
    .filter(
      ({ active, item, scope }) =>
        item === step.item &&
        active.effect.stage === 'dispatch' &&
        touches([scope], listed(active.effect.measure), step, program),
    )
    .filter(
      ({ active }) =>
        !(
          active.spares && (active.effect.spares?.routes ?? []).some((route) => covers(program, route, step))
        ),
    )
    .map(({ active, scope, item }) => ({ ...blockerOf(active, scope), items: [item] }));
  return [...blockers, ...questionsHolding(outcome, step)];
}

function questionsHolding({ program, board, touching }: Outcome, step: ItemStep): Blocker[] {
  const asking = touching[board.subjects.indexOf(step.item, 1)]?.asking ?? [];
  return asking.flatMap(({ effect, page }) => {
    if (!(effect.holds ?? []).some((route) => covers(program, route, step))) return [];
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
