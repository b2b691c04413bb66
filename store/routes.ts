import type { Selectable } from 'kysely';
import type { Projection } from '../contracts/activities.js';
import { endStates, type RouteState } from '../contracts/codes.js';
import type { Lot } from '../contracts/determination.js';
import { RogatoryError } from '../contracts/errors.js';
import type { Act, Reader } from './actor.js';
import { seesRow } from './reader.js';
import type { RoutesTable } from './schema.js';
import type { Reading, Tx } from './tx.js';

/** A route: where it stands is the workflow's projection; the lot is the one of the active plan, or the one it was sent under. */
export type RouteRecord = Selectable<RoutesTable> & {
  planId: string;
  lotKey: string;
  lot: Lot;
  sliceDigest: string;
  /** The active plan no longer has it: somebody is to decide on its withdrawal. */
  withdrawalProposed: boolean;
};

const withLot = (read: Reading) =>
  read.db
    .selectFrom('routes')
    .innerJoin('plans', (on) =>
      on.onRef('plans.caseId', '=', 'routes.caseId').on('plans.state', '=', 'ACTIVE'),
    )
    .innerJoin('planRoutes as p', (on) =>
      on.onRef('p.routeId', '=', 'routes.id').onRef('p.planId', '=', 'plans.id'),
    )
    .selectAll('routes')
    .select(['p.planId', 'p.lotKey', 'p.lot', 'p.sliceDigest', 'p.effect']);

type WithLot = Awaited<ReturnType<ReturnType<typeof withLot>['execute']>>[number];
const fromRow = ({ effect, ...row }: WithLot): RouteRecord => ({
  ...row,
  withdrawalProposed: effect === 'WITHDRAW',
});

/** Routes of a case, in the order they were planned. */
export async function routesOfCase(read: Reading, caseId: string): Promise<RouteRecord[]> {
  const rows = await withLot(read).where('routes.caseId', '=', caseId).orderBy('routes.id').execute();
  return rows.map(fromRow);
}

export async function routeById(read: Reading, id: string): Promise<RouteRecord | null> {
  const row = await withLot(read).where('routes.id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** The route, or `null` when there is none or the reader may not see its case. */
export async function routeForReader(read: Reading, reader: Reader, id: string): Promise<RouteRecord | null> {
  return (await seesRow(read, reader, 'routes', id)) ? routeById(read, id) : null;
}

/** Locks the route after its case, so that everything done to a route happens one after the other. Throws NOT_FOUND. */
export async function lockRoute(tx: Tx, id: string): Promise<RouteRecord> {
  const { caseId } = await tx.db
    .selectFrom('routes')
    .select('caseId')
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new RogatoryError('NOT_FOUND', { internal: `route ${id}` }));
  await tx.db.selectFrom('cases').select('id').where('id', '=', caseId).forShare().execute();
  await tx.db.selectFrom('routes').select('id').where('id', '=', id).forUpdate().execute();
  const route = await routeById(tx, id);
  if (!route) throw new RogatoryError('NOT_FOUND', { internal: `route ${id} has no active plan` });
  return route;
}

/** A projection that leaves a gap, or contradicts what was projected under its number: an incident, never repaired here. */
export class ProjectionRefused extends Error {
  constructor(detail: string) {
    super(`PROJECTION_REFUSED: ${detail}`);
    this.name = 'ProjectionRefused';
  }
}

/**
 * Writes where a route stands. The first `seq` is 1. The same number with the same content does nothing; an old number
 * with another content, or a number that leaves a gap, throws ProjectionRefused.
 */
export async function project(tx: Tx, act: Act, projection: Projection): Promise<void> {
  const { routeId, workflowId, seq, state, reason } = projection;
  const route = await lockRoute(tx, routeId);
  if (route.workflowId !== workflowId)
    throw new ProjectionRefused(`${workflowId} is not the route's workflow`);
  const move = { seq, state, reason, waitsFor: projection.waitsFor, nextAt: instant(projection.nextAt) };
  if (seq <= route.seq) return refuseOther(tx, routeId, move);
  if (seq !== route.seq + 1)
    throw new ProjectionRefused(`${workflowId} is at ${route.seq}, not at ${seq - 1}`);
  const at = new Date(projection.at).toISOString();
  await tx.db
    .insertInto('routeMoves')
    .values({ ...move, routeId, at })
    .execute();
  await tx.db
    .updateTable('routes')
    .set({ ...move, movedAt: at })
    .where('id', '=', routeId)
    .execute();
  if (route.state === state && route.seq > 0) return;
  const body = { from: route.state, to: state, seq, waitsFor: move.waitsFor, nextAt: move.nextAt };
  tx.audit({
    verb: 'ROUTE_MOVED',
    act: { ...act, at },
    subject: { kind: 'route', id: routeId },
    caseId: route.caseId,
    reason,
    body,
  });
}

const instant = (at: string | null): string | null => (at === null ? null : new Date(at).toISOString());

type Move = {
  seq: number;
  state: RouteState;
  reason: string;
  waitsFor: string | null;
  nextAt: string | null;
};
async function refuseOther(tx: Tx, routeId: string, move: Move): Promise<void> {
  const kept = await tx.db
    .selectFrom('routeMoves')
    .select(['seq', 'state', 'reason', 'waitsFor', 'nextAt'])
    .where('routeId', '=', routeId)
    .where('seq', '=', move.seq)
    .executeTakeFirst();
  const same =
    kept !== undefined &&
    kept.state === move.state &&
    kept.reason === move.reason &&
    kept.waitsFor === move.waitsFor &&
    kept.nextAt === move.nextAt;
  if (!same) throw new ProjectionRefused(`${routeId} was projected otherwise under ${move.seq}`);
}

/** Every move of a route, oldest first. */
export async function movesOfRoute(read: Reading, routeId: string): Promise<(Move & { at: string })[]> {
  return read.db
    .selectFrom('routeMoves')
    .select(['seq', 'state', 'reason', 'waitsFor', 'nextAt', 'at'])
    .where('routeId', '=', routeId)
    .orderBy('seq')
    .execute();
}

export const hasEnded = (state: RouteState): boolean => endStates.includes(state);
