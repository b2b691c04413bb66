import type { RouteFamily } from '../contracts/codes.js';
import type { Lot } from '../contracts/determination.js';
import type { PlanDifference } from '../contracts/plan.js';
import { canonicalJson } from './canonical.js';

/**
 * A route of the plan that runs. `open`: nothing left the house; `sent`: handed over or dispatched; `done`: closed or
 * converted, its items are served; `dropped`: withdrawn, expired or cancelled, its items are free again.
 */
export type Running = {
  routeId: string;
  lot: Lot;
  sliceDigest: string;
  stands: 'open' | 'sent' | 'done' | 'dropped';
  /** The running plan no longer had it; a plan that has it again wakes it. */
  withdrawalProposed: boolean;
};

/** What adopting does: to a lot without a route, or to a route. */
export type Change =
  | { effect: 'START'; lot: Lot }
  | { effect: 'REDRAFT'; routeId: string; lot: Lot; approvalsVoid: boolean }
  | { effect: 'KEEP' | 'WITHDRAW'; routeId: string; lot: Lot; sliceDigest: string };

type Alike = { family: RouteFamily; measure: string; addressee: string };
const alike = (one: Alike, other: Alike): boolean =>
  one.family === other.family && one.measure === other.measure && one.addressee === other.addressee;

const sameItems = (one: Lot, other: Lot): boolean =>
  one.items.length === other.items.length && one.items.every((item) => other.items.includes(item));

const shared = (items: readonly string[], route: Running): number =>
  items.filter((item) => route.lot.items.includes(item)).length;

const leave = (route: Running, effect: 'KEEP' | 'WITHDRAW'): Change => ({
  effect,
  routeId: route.routeId,
  lot: route.lot,
  sliceDigest: route.sliceDigest,
});

const served = (route: Running): boolean => route.stands === 'sent' || route.stands === 'done';

/** The lot, for some of its items only. */
function narrow(lot: Lot, items: readonly string[]): Lot {
  if (items.length === lot.items.length) return lot;
  const dispatchBlockers = lot.dispatchBlockers
    .map((blocker) => ({ ...blocker, items: blocker.items.filter((item) => items.includes(item)) }))
    .filter((blocker, index) => blocker.items.length > 0 || lot.dispatchBlockers[index]?.items.length === 0);
  return { ...lot, items, dispatchBlockers };
}

/**
 * Compares the lots of a new plan with what runs, lot by lot (design, section 5, Adoption): matched by family, measure,
 * addressee and items. What was sent is kept under its old law and never asked for twice; what was not is redrafted.
 */
export function compareWithRunning(
  lots: readonly Lot[],
  running: readonly Running[],
  sliceOf: (lot: Lot) => string,
): Change[] {
  const free = new Set(running.filter((route) => route.stands !== 'dropped'));
  const changes: Change[] = [];
  const settle = (route: Running, change: Change): void => {
    free.delete(route);
    changes.push(change);
  };
  const redraft = (route: Running, lot: Lot): Change =>
    !route.withdrawalProposed &&
    canonicalJson(lot) === canonicalJson(route.lot) &&
    sliceOf(lot) === route.sliceDigest
      ? leave(route, 'KEEP')
      : { effect: 'REDRAFT', routeId: route.routeId, lot, approvalsVoid: sliceOf(lot) !== route.sliceDigest };

  const unmatched = lots.filter((lot) => {
    const route = [...free].find((one) => alike(one.lot, lot) && sameItems(one.lot, lot));
    if (route) settle(route, served(route) ? leave(route, 'KEEP') : redraft(route, lot));
    return !route;
  });
  for (const lot of unmatched) {
    const siblings = running.filter((one) => alike(one.lot, lot) && shared(lot.items, one) > 0);
    const sent = siblings.filter(served);
    sent.filter((route) => free.has(route)).forEach((route) => settle(route, leave(route, 'KEEP')));
    const left = lot.items.filter((item) => !sent.some((route) => route.lot.items.includes(item)));
    if (left.length === 0 && lot.items.length > 0) continue;
    const [nearest] = siblings
      .filter((route) => free.has(route))
      .sort((one, other) => shared(left, other) - shared(left, one));
    if (nearest) settle(nearest, redraft(nearest, narrow(lot, left)));
    else changes.push({ effect: 'START', lot: narrow(lot, left) });
  }
  for (const route of free) changes.push(leave(route, route.stands === 'done' ? 'KEEP' : 'WITHDRAW'));
  return changes;
}

/** The difference as people read it. */
export function differenceOf(changes: readonly Change[]): PlanDifference {
  const of = (effect: 'KEEP' | 'WITHDRAW') =>
    changes.flatMap((change) =>
      change.effect === effect ? [{ routeId: change.routeId, lotKey: change.lot.key }] : [],
    );
  return {
    started: changes.flatMap((change) => (change.effect === 'START' ? [change.lot.key] : [])),
    redrafted: changes.flatMap((change) =>
      change.effect === 'REDRAFT'
        ? [{ routeId: change.routeId, lotKey: change.lot.key, approvalsVoid: change.approvalsVoid }]
        : [],
    ),
    kept: of('KEEP'),
    withdrawalProposed: of('WITHDRAW'),
  };
}
