import type { GapEnd } from '../contracts/gaps.js';
import { RogatoryError } from '../contracts/errors.js';
import { byWhom } from './actor.js';
import type { PersonAct } from './actor.js';
import { gapsOfRoute } from './gaps.js';
import { hasEnded, lockRoute, routeById, type RouteRecord } from './routes.js';
import type { Tx } from './tx.js';

/**
 * A person closes one gap, with the reason; ELSEWHERE names the route of the case that asks for the item. Throws NOT_FOUND,
 * ROUTE_STATE for a gap that is closed and for a route that does not ask for it.
 */
export async function endGap(
  tx: Tx,
  act: PersonAct & { reason: string },
  input: { routeId: string; gapId: string; how: GapEnd; otherRouteId?: string },
): Promise<void> {
  const { gapId, how, otherRouteId } = input;
  const route = await lockRoute(tx, input.routeId);
  const gap = (await gapsOfRoute(tx, route.id)).find(({ id }) => id === gapId);
  if (!gap) throw new RogatoryError('NOT_FOUND', { internal: `gap ${gapId}` });
  if (gap.ended)
    throw new RogatoryError('ROUTE_STATE', { about: `The gap was closed before: ${gap.ended.how}.` });
  if (gap.laterReply !== null)
    throw new RogatoryError('ROUTE_STATE', { about: 'A later answer says what became of it.' });
  if (otherRouteId !== undefined) await refuseOtherRoute(tx, route, gap.item, otherRouteId);
  const { caseId, id: routeId } = route;
  const { reason } = act;
  const sealed = (await tx.secrets.of(caseId)).seal('gapEnds', gapId, { reason });
  await tx.db
    .insertInto('gapEnds')
    .values({ gapId, how, otherRouteId: otherRouteId ?? null, ...byWhom(act), at: act.at, ...sealed })
    .execute();
  const subject = { kind: 'gap', id: gapId };
  const body = { routeId, item: gap.item, how, otherRouteId: otherRouteId ?? null };
  tx.audit({ verb: 'GAP_CLOSED', act, subject, caseId, reason, body });
}

async function refuseOtherRoute(
  tx: Tx,
  { id, caseId }: RouteRecord,
  item: string,
  otherId: string,
): Promise<void> {
  const other = await routeById(tx, otherId);
  if (
    !other ||
    other.caseId !== caseId ||
    other.id === id ||
    hasEnded(other.state) ||
    !other.lot.items.includes(item)
  )
    throw new RogatoryError('ROUTE_STATE', {
      about: `No other open route of the case with this id asks for item ${item}.`,
    });
}
