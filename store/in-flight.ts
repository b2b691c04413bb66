import type { Lot } from '../contracts/determination.js';
import { RogatoryError } from '../contracts/errors.js';
import { byWhom, namesOf, sameName } from './actor.js';
import type { PersonAct } from './actor.js';
import { begin, type PlanBegun } from './adoption.js';
import { lockCase } from './cases.js';
import { determinationById, type StoredDetermination } from './determinations.js';
import { newId } from './ids.js';
import { activePlan, savePlan } from './plans.js';
import { hasEnded, lockRoute, routesOfCase } from './routes.js';
import type { ToldApproval } from './schema-in-flight.js';
import type { Reading, Tx } from './tx.js';

export type InFlightToEnter = {
  caseId: string;
  /** The determination on which the first plan of the case rests, where none runs yet. */
  determinationId: string;
  lot: Lot;
  /** Lots that start with it where no plan runs yet. */
  alongside?: readonly Lot[];
  sentAt: string;
  means: string;
  reference: string;
  /** Lower-case hex, of the scan that is uploaded to the route afterwards. */
  scanSha256: string;
  approval: ToldApproval | null;
};

/**
 * Enters a request that was sent outside Rogatory: the running plan takes it in, its route begins at the wait for an answer and
 * its clocks count from the stated time (C.2). No approval is made up; what was told of one is kept as told. Throws ROUTE_STATE
 * where the case has a route for the same already.
 */
export async function enterInFlight(
  tx: Tx,
  act: PersonAct & { reason: string },
  input: InFlightToEnter,
): Promise<PlanBegun & { routeId: string }> {
  const { caseId } = input;
  await lockCase(tx, caseId);
  await refuseSecondRoute(tx, input);
  const base = await activePlan(tx, caseId);
  const determination = await determinationOf(tx, base?.determinationId ?? input.determinationId);
  const dispatchId = newId();
  const inFlight = { dispatchId, sentAt: input.sentAt, digest: input.scanSha256 };
  const lot = { ...input.lot, key: dispatchId, after: [], inFlight };
  const plan = await savePlan(tx, act, determination, [...(base?.lots ?? input.alongside ?? []), lot], base);
  const begun = await begin(tx, act, plan, base);
  const routeId = begun.routes.find(({ lotKey }) => lotKey === lot.key)?.routeId;
  if (routeId === undefined) throw new Error(`No route was begun for ${lot.key}.`);
  await writeDown(tx, act, { ...input, routeId, dispatchId });
  return { ...begun, routeId };
}

async function determinationOf(tx: Tx, id: string): Promise<StoredDetermination> {
  const found = await determinationById(tx, id);
  if (found) return found;
  throw new RogatoryError('NOT_FOUND', { internal: `determination ${id}` });
}

/** The same request twice would be two routes with two sets of clocks. */
async function refuseSecondRoute(tx: Tx, { caseId, lot }: InFlightToEnter): Promise<void> {
  const same = (await routesOfCase(tx, caseId)).find(
    (route) =>
      !hasEnded(route.state) &&
      route.family === lot.family &&
      route.measure === lot.measure &&
      route.addressee === lot.addressee &&
      route.items.some((item) => lot.items.includes(item)),
  );
  if (!same) return;
  const about = `The case has a route ${same.route} to ${same.addressee} for the same items already (${same.state}); withdraw it first, or record its dispatch there.`;
  throw new RogatoryError('ROUTE_STATE', { about });
}

async function writeDown(
  tx: Tx,
  act: PersonAct & { reason: string },
  input: InFlightToEnter & { routeId: string; dispatchId: string },
): Promise<void> {
  const { caseId, routeId, dispatchId, sentAt, means, reference, scanSha256, approval } = input;
  const secrets = await tx.secrets.of(caseId);
  const { at, reason } = act;
  await tx.db
    .insertInto('dispatches')
    .values({
      ...{ id: dispatchId, caseId, routeId, outboxId: null, sentAt, ...byWhom(act), at },
      ...secrets.seal('dispatches', dispatchId, { means, reference }),
    })
    .execute();
  await tx.db
    .insertInto('inFlight')
    .values({
      ...{ routeId, caseId, dispatchId, scanSha256, at },
      ...secrets.seal('inFlight', routeId, { reason, approval }),
    })
    .execute();
  const body = { dispatchId, sentAt, approvedOutside: approval !== null };
  const subject = { kind: 'route', id: routeId };
  tx.audit({ verb: 'ENTERED_LATER', act, subject, caseId, newDigest: scanSha256, body });
}

/**
 * A second person confirms that the request went out as it was entered, the scan in hand: it must have arrived whole. Throws
 * DECISION_SECOND_SAME, ROLE_MAY_NOT, ROUTE_STATE.
 */
export async function confirmInFlight(tx: Tx, act: PersonAct, routeId: string): Promise<void> {
  const { caseId } = await lockRoute(tx, routeId);
  const entered = await inFlightOf(tx, routeId);
  if (!entered) throw new RogatoryError('ROUTE_STATE', { about: 'It was not sent outside Rogatory.' });
  if (entered.confirmed) throw new RogatoryError('ROUTE_STATE', { about: 'It was confirmed before.' });
  if (sameName(act, entered))
    throw new RogatoryError('DECISION_SECOND_SAME', { about: 'SUPERVISOR, DUTY_SUPERVISOR' });
  const scan = await tx.db
    .selectFrom('evidence')
    .select('id')
    .where('routeId', '=', routeId)
    .where('sha256', '=', entered.scanSha256)
    .where('state', '=', 'SEALED')
    .limit(1)
    .executeTakeFirst();
  if (entered.approval && !namesOf(act).includes(entered.approval.byPerson))
    throw new RogatoryError('ROLE_MAY_NOT', { about: 'the person who is said to have approved it' });
  if (!scan)
    throw new RogatoryError('ROUTE_STATE', {
      about: 'The scan that was announced has not been uploaded yet.',
    });
  await tx.db
    .insertInto('inFlightSeconds')
    .values({ routeId, ...byWhom(act), at: act.at })
    .execute();
  const subject = { kind: 'route', id: routeId };
  tx.audit({ verb: 'ENTERED_LATER_CONFIRMED', act, subject, caseId, newDigest: entered.scanSha256 });
}

/** What was entered of a request sent outside, by whom, and who confirmed it; `null` for any other route. */
export async function inFlightOf(read: Reading, routeId: string) {
  const row = await read.db
    .selectFrom('inFlight')
    .innerJoin('dispatches as d', 'd.id', 'inFlight.dispatchId')
    .leftJoin('inFlightSeconds as s', 's.routeId', 'inFlight.routeId')
    .select(['inFlight.caseId', 'inFlight.scanSha256', 'inFlight.reason', 'inFlight.approval', 'inFlight.at'])
    .select(['d.sentAt', 'd.byPerson', 'd.role', 'd.onBehalfOf'])
    .select(['s.byPerson as sBy', 's.role as sRole', 's.at as sAt'])
    .where('inFlight.routeId', '=', routeId)
    .executeTakeFirst();
  if (!row) return null;
  const { sBy, sRole, sAt, caseId, ...said } = row;
  const opened = (await read.secrets.of(caseId)).open('inFlight', routeId, said);
  const confirmed =
    sBy === null || sRole === null || sAt === null ? null : { byPerson: sBy, role: sRole, at: sAt };
  return { ...opened, confirmed };
}

/** Whether a file is the scan of our own request: no answer to it, so it is confirmed and not received. */
export async function isScan(
  { db }: Pick<Reading, 'db'>,
  { routeId, senderSha256 }: { routeId: string; senderSha256: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('inFlight')
    .select('routeId')
    .where('routeId', '=', routeId)
    .where('scanSha256', '=', senderSha256)
    .executeTakeFirst();
  return row !== undefined;
}
