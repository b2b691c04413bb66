import type { RouteRef } from '../contracts/activities.js';
import type { RouteState } from '../contracts/codes.js';
import type { ClockEvent } from '../contracts/route-events.js';
import type { RouteCarry, RunningClock } from '../contracts/workflow-inputs.js';
import { endDueClocks } from './clocks.js';

/** Which clocks end a wait, by the states that started them, and as what event. */
export type Ends = readonly { event: ClockEvent; starts: readonly RouteState[] }[];

type Run = {
  ref: RouteRef;
  carry: RouteCarry;
  incident(code: string, says: string): Promise<void>;
};

/**
 * Ends the clocks whose end has come. One that asks is noted; one of law or of a preservation that ends where it does not end
 * the wait is an incident. Answers whether any has ended.
 */
export async function endClocks(run: Run, ends: Ends): Promise<boolean> {
  const ended = await endDueClocks(run.ref, run.carry.clocks);
  if (ended.some(({ asks }) => asks)) run.carry.asked = true;
  for (const clock of ended.filter((one) => isMissed(one, ends))) {
    const says = `${clock.what} ended while the route stood in ${run.carry.state}.`;
    await run.incident(`CLOCK_MISSED/${clock.term}`, says);
  }
  return ended.length > 0;
}

const isMissed = ({ asks, starts, nature }: RunningClock, ends: Ends): boolean =>
  !asks && !ends.some((one) => one.starts.includes(starts)) && (nature === 'law' || starts === 'PRESERVED');
