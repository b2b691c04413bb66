import type { Selectable } from 'kysely';
import type { Lot } from '../contracts/determination.js';
import { RogatoryError } from '../contracts/errors.js';
import type { Plan, PlanDifference } from '../contracts/plan.js';
import type { Act, Actor, PersonAct, Reader } from './actor.js';
import { canonicalJson, digestOf } from './canonical.js';
import { lockCase } from './cases.js';
import { determinationById, type StoredDetermination } from './determinations.js';
import { newId } from './ids.js';
import { compareWithRunning, differenceOf, type Change } from './plan-difference.js';
import { seesRow } from './reader.js';
import { runningRoutes } from './running.js';
import type { PlansTable } from './schema.js';
import { sliceDigestOf } from './slice.js';
import type { Reading, Tx } from './tx.js';

export type PlanRecord = Plan & {
  difference: PlanDifference;
  chosenBy: Actor;
  createdAt: string;
  activatedAt: string | null;
  activatedBy: Actor | null;
  reason: string | null;
};

async function fromRow(
  read: Reading,
  { basePlanId: _, ...row }: Selectable<PlansTable>,
): Promise<PlanRecord> {
  return (await read.secrets.of(row.caseId)).open('plans', row.id, row);
}

/** Digest of a plan: over the determination's digest and the lots chosen from it. */
const planDigest = (determination: StoredDetermination, lots: readonly Lot[]): string =>
  digestOf({ determination: determination.digest, lots });

/**
 * Makes lots of a determination into a plan: a DRAFT, or PROPOSED with its difference where a plan runs already.
 * Throws NOT_FOUND and PLAN_NOTHING_CHOSEN.
 */
export async function choosePlan(
  tx: Tx,
  act: PersonAct,
  input: { caseId: string; determinationId: string; lots: readonly string[] | 'ALL' },
): Promise<PlanRecord> {
  await lockCase(tx, input.caseId);
  const determination = await determinationOfCase(tx, input);
  const { lots } = determination.result;
  const chosen = input.lots === 'ALL' ? lots : lots.filter((lot) => input.lots.includes(lot.key));
  const missing =
    input.lots === 'ALL' ? [] : input.lots.filter((key) => !lots.some((lot) => lot.key === key));
  if (missing.length > 0) {
    throw new RogatoryError('NOT_FOUND', { internal: `lots ${missing.join(', ')} of ${determination.id}` });
  }
  if (chosen.length === 0) throw new RogatoryError('PLAN_NOTHING_CHOSEN');
  const base = await activePlan(tx, input.caseId);
  return savePlan(tx, act, determination, withInFlight(chosen, base), base);
}

async function determinationOfCase(
  tx: Tx,
  input: { caseId: string; determinationId: string },
): Promise<StoredDetermination> {
  const found = await determinationById(tx, input.determinationId);
  if (found?.caseId === input.caseId) return found;
  throw new RogatoryError('NOT_FOUND', { internal: `determination ${input.determinationId}` });
}

/**
 * Proposes what a newer determination would change, against the plan that runs; lots that nobody had chosen stay
 * unchosen. `null` when no plan runs or nothing would change. Older proposals of the system give way.
 */
export async function proposePlan(
  tx: Tx,
  act: Act,
  input: { caseId: string; determinationId: string },
): Promise<PlanRecord | null> {
  await lockCase(tx, input.caseId);
  const base = await activePlan(tx, input.caseId);
  if (!base) return null;
  const determination = await determinationOfCase(tx, input);
  await supersedeProposals(tx, input.caseId);
  const lots = await lotsInstead(tx, base, determination.result.lots);
  return lots === null ? null : savePlan(tx, act, determination, lots, base);
}

/** Whether lots of a newer determination would change the plan that runs. */
export async function wouldChange(read: Reading, caseId: string, lots: readonly Lot[]): Promise<boolean> {
  const base = await activePlan(read, caseId);
  return base !== null && (await lotsInstead(read, base, lots)) !== null;
}

/** The lots in the place of those that run; `null` where they are the same. */
async function lotsInstead(read: Reading, base: PlanRecord, newer: readonly Lot[]): Promise<Lot[] | null> {
  const before = await determinationById(read, base.determinationId);
  const declined = (before?.result.lots ?? [])
    .map(group)
    .filter((one) => !base.lots.map(group).includes(one));
  const wanted = newer.filter((lot) => !declined.includes(group(lot)));
  const lots = withInFlight(withAncestors(wanted, base), base);
  return canonicalJson(lots) === canonicalJson(base.lots) ? null : lots;
}

/** A lot that took over from another request stays its heir. */
const withAncestors = (lots: readonly Lot[], base: PlanRecord): Lot[] =>
  lots.map((lot) => {
    const ancestor = base.lots.find((one) => group(one) === group(lot) && asks(lot, one))?.ancestor;
    return ancestor ? { ...lot, ancestor } : lot;
  });

/** Requests that were sent outside stay in every later plan; a lot for the very same is theirs. */
function withInFlight(lots: readonly Lot[], base: PlanRecord | null): Lot[] {
  const sent = (base?.lots ?? []).filter(({ inFlight }) => inFlight !== undefined);
  const same = (lot: Lot) => sent.some((one) => group(one) === group(lot) && asks(one, lot));
  return [...lots.filter((lot) => !same(lot)), ...sent];
}

const asks = (one: Lot, other: Lot): boolean => other.items.every((item) => one.items.includes(item));

const group = (lot: Lot): string => `${lot.family} ${lot.measure} ${lot.addressee}`;

/** Nothing that was proposed before can be adopted any more. */
export async function supersedeProposals(tx: Tx, caseId: string): Promise<void> {
  await tx.db
    .updateTable('plans')
    .set({ state: 'SUPERSEDED' })
    .where('caseId', '=', caseId)
    .where('state', '=', 'PROPOSED')
    .execute();
}

/** Writes a plan: a DRAFT where none runs, else a PROPOSED one with its difference. */
export async function savePlan(
  tx: Tx,
  act: Act,
  determination: StoredDetermination,
  lots: readonly Lot[],
  base: PlanRecord | null,
): Promise<PlanRecord> {
  const { caseId } = determination;
  const changes = await changesAgainst(tx, caseId, lots, determination.ruleSetDigest);
  const plan = {
    id: newId(),
    caseId,
    determinationId: determination.id,
    digest: planDigest(determination, lots),
    baseDigest: base?.digest ?? null,
    state: base ? ('PROPOSED' as const) : ('DRAFT' as const),
    createdAt: act.at,
  };
  const difference = differenceOf(changes);
  await tx.db
    .insertInto('plans')
    .values({
      ...plan,
      basePlanId: base?.id ?? null,
      lots: JSON.stringify(lots),
      difference: JSON.stringify(difference),
      chosenBy: JSON.stringify(act.actor),
    })
    .execute();
  tx.audit({
    verb: base ? 'DETERMINATION_PROPOSED' : 'PLAN_CHOSEN',
    act,
    subject: { kind: 'plan', id: plan.id },
    caseId,
    oldDigest: plan.baseDigest,
    newDigest: plan.digest,
    body: { determinationId: determination.id, lots: lots.map((lot) => lot.key), difference },
  });
  return {
    ...plan,
    lots,
    difference,
    chosenBy: act.actor,
    activatedAt: null,
    activatedBy: null,
    reason: null,
  };
}

/** What adopting these lots would do now. */
export async function changesAgainst(
  read: Reading,
  caseId: string,
  lots: readonly Lot[],
  ruleSetDigest: string,
): Promise<Change[]> {
  const running = await runningRoutes(read, caseId);
  return compareWithRunning(lots, running, (lot) => sliceDigestOf(lot, ruleSetDigest));
}

const all = (read: Reading) => read.db.selectFrom('plans').selectAll();

export async function planById(read: Reading, id: string): Promise<PlanRecord | null> {
  const row = await all(read).where('id', '=', id).executeTakeFirst();
  return row ? fromRow(read, row) : null;
}

/** The plan that runs, if one does. */
export async function activePlan(read: Reading, caseId: string): Promise<PlanRecord | null> {
  const row = await all(read).where('caseId', '=', caseId).where('state', '=', 'ACTIVE').executeTakeFirst();
  return row ? fromRow(read, row) : null;
}

/** The plan, or `null` when there is none or the reader may not see its case. */
export async function planForReader(read: Reading, reader: Reader, id: string): Promise<PlanRecord | null> {
  return (await seesRow(read, reader, 'plans', id)) ? planById(read, id) : null;
}

/** Plans of a case, newest first. */
export async function plansOfCase(read: Reading, caseId: string): Promise<PlanRecord[]> {
  const rows = await all(read).where('caseId', '=', caseId).orderBy('id', 'desc').execute();
  return Promise.all(rows.map((row) => fromRow(read, row)));
}
