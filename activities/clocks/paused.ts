import type { PausedClock } from '../../rules/engine/clocks/index.js';
import { clocksOfRoute, type Reading } from '../../store/index.js';

/** Of the clocks that are named those that stand still, by their term. */
export async function pausedAmong(
  read: Reading,
  routeId: string,
  clockIds: readonly string[],
): Promise<ReadonlyMap<string, PausedClock>> {
  if (clockIds.length === 0) return new Map();
  const clocks = (await clocksOfRoute(read, routeId)).filter(({ id }) => clockIds.includes(id));
  return new Map(
    clocks.flatMap(({ id, termId, stoppedAt, endsAt, rungs }) =>
      stoppedAt === null ? [] : [[termId, { clockId: id, pausedAt: stoppedAt, endsAt, rungs }] as const],
    ),
  );
}
