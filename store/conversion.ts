import type { RouteFamily } from '../contracts/codes.js';
import type { Ancestor, Lot } from '../contracts/determination.js';
import { refusing, type ConversionReason } from '../contracts/refusals.js';
import type { Act } from './actor.js';
import { lockCase } from './cases.js';
import type { StoredDetermination } from './determinations.js';
import { activePlan, savePlan, supersedeProposals, type PlanRecord } from './plans.js';
import { repliesOfRoute } from './replies-of-route.js';
import type { RouteRecord } from './routes.js';
import type { Reading, Tx } from './tx.js';

/** Why a route did not give what was asked: the code of its last reply that said no, or that it gave none, or that none came. */
export async function conversionReasonOf(read: Reading, routeId: string): Promise<ConversionReason> {
  const replies = await repliesOfRoute(read, routeId);
  const last = replies.filter(({ outcome }) => outcome !== 'ACKNOWLEDGED').at(-1);
  if (last === undefined || !refusing.includes(last.outcome)) return 'NO_ANSWER';
  return last.refusal ?? 'NO_REASON_GIVEN';
}

export type Conversion = {
  plan: PlanRecord | null;
  /** Families of the page that the running plan has for these items already. */
  planned: readonly RouteFamily[];
};

/**
 * Proposes the next route in the place of one that is converted: lots that the determination opens for its items, in the
 * families that the page of its life cycle names (C.15), beside everything that runs. A person adopts it.
 */
export async function proposeConversion(
  tx: Tx,
  act: Act,
  input: {
    route: RouteRecord;
    determination: StoredDetermination;
    families: readonly RouteFamily[];
    /** For which something is still wanted. */
    items: readonly string[];
    reason: ConversionReason;
  },
): Promise<Conversion> {
  const { route, determination, families, items: wanted, reason } = input;
  await lockCase(tx, route.caseId);
  const base = await activePlan(tx, route.caseId);
  if (!base) return { plan: null, planned: [] };
  const next = (lots: readonly Lot[]): Lot[] =>
    lots.filter(({ family, items }) => families.includes(family) && meets(items, wanted));
  const running = next(base.lots);
  const planned = [...new Set(running.map(({ family }) => family))];
  const { id: routeId, addressee } = route;
  const ancestor: Ancestor = { routeId, route: route.lot.route, addressee, reason };
  const heirs = next(determination.result.lots)
    .filter((lot) => !running.some((one) => isSame(one, lot)))
    .map((lot) => ({ ...lot, ancestor }));
  if (heirs.length === 0) return { plan: null, planned };
  await supersedeProposals(tx, route.caseId);
  return { plan: await savePlan(tx, act, determination, [...base.lots, ...heirs], base), planned };
}

const meets = (items: readonly string[], others: readonly string[]): boolean =>
  items.some((item) => others.includes(item));

const isSame = (one: Lot, other: Lot): boolean =>
  one.route === other.route &&
  one.measure === other.measure &&
  one.addressee === other.addressee &&
  meets(one.items, other.items);
