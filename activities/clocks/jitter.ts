import type { Rung } from '../../contracts/plan.js';
import { sha256 } from '../../store/index.js';

export type RungAt = { at: string; rung: Rung };

/**
 * Reminders of days come up to so many minutes before the ladder says, by the same time for one route, so that what falls
 * due for many at once is told one after the other. Calls, escalations, what counts in hours, and every end stay exact.
 * @param notBefore ISO 8601; nothing comes earlier
 */
export const spreadOver = (
  rungs: readonly RungAt[],
  { routeId, minutes, notBefore }: { routeId: string; minutes: number; notBefore: string },
): RungAt[] => {
  const earlier = shareOf(routeId) * minutes * 60_000;
  return rungs.map(({ at, rung }) => {
    const planned = Date.parse(at);
    const moved = spreads(rung)
      ? Math.max(planned - earlier, Math.min(planned, Date.parse(notBefore)))
      : planned;
    return { at: new Date(Math.round(moved)).toISOString(), rung };
  });
};

const spreads = ({ what, left, after }: Rung): boolean => {
  const { amount, unit } = left ?? after;
  return what === 'remind' && amount > 0 && (unit === 'day' || unit === 'working-day');
};

/** From 0 up to 1, the same for one route for ever. */
const shareOf = (routeId: string): number => Number.parseInt(sha256(routeId).slice(0, 8), 16) / 2 ** 32;
