import type { ClockTerm, Period, Rung } from '../../../contracts/plan.js';
import type { ClockInstants } from './instants.js';
import type { Offices } from './office-days.js';
import { endOf } from './periods.js';

/** A clock as it stood when it was paused. Instants are ISO 8601 in UTC. */
export type PausedClock = {
  clockId: string;
  pausedAt: string;
  endsAt: string;
  rungs: readonly { at: string; rung: Rung }[];
};

/**
 * A paused clock that goes on: what was left of it is counted from the new start, by the same days (T12), and so is each
 * rung that had not come yet. What was told is not told again.
 */
export function continuedFrom(
  { length }: Pick<ClockTerm, 'length'>,
  paused: PausedClock,
  startedAt: string,
  offices: Offices,
): ClockInstants {
  const { clockId, pausedAt } = paused;
  const left = leftOf(pausedAt, paused.endsAt, length.unit, offices);
  const { at, provisional, derivation } = endOf(startedAt, left, offices);
  const rungs = paused.rungs
    .filter((one) => Date.parse(one.at) > Date.parse(pausedAt))
    .map(({ at: planned, rung }) => {
      const until = leftOf(pausedAt, planned, rung.after.unit, offices);
      return { at: endOf(startedAt, until, offices).at, rung };
    });
  return {
    startedAt,
    endsAt: at,
    provisional,
    derivation: { ...derivation, continues: { clockId, pausedAt } },
    rungs,
  };
}

/**
 * What is left from an instant to a later one: working days and hours as the fewest that reach it, everything else in
 * minutes. Nothing is left of what has passed.
 */
export function leftOf(from: string, to: string, unit: Period['unit'], offices: Offices): Period {
  if (unit !== 'working-day' && unit !== 'working-hour') {
    const minutes = Math.ceil((Date.parse(to) - Date.parse(from)) / 60_000);
    return { amount: Math.max(0, minutes), unit: 'minute' };
  }
  let amount = 0;
  while (Date.parse(endOf(from, { amount, unit }, offices).at) < Date.parse(to)) amount += 1;
  return { amount, unit };
}
