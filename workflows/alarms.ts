import type { RouteRef } from '../contracts/activities.js';
import type { Alarm, RouteCarry, RunningClock } from '../contracts/workflow-inputs.js';
import { earliest, isDue } from './instants.js';
import { activities } from './proxies.js';

/** When the next rung of an alarm is due; null when the ladder is at its end. */
export const nextRung = (alarm: Alarm): string | null => alarm.rungs[alarm.rung]?.at ?? null;

export const nextOfAlarms = (alarms: readonly Alarm[]): string | null => earliest(alarms.map(nextRung));

export const runningClocks = (carry: RouteCarry): readonly RunningClock[] =>
  carry.clocks.filter((clock) => !clock.paused);

/** Next instant of clocks: a rung or the end of one that runs, the day on which one that a person paused goes on. */
export function nextOfClocks(clocks: readonly RunningClock[]): string | null {
  const running = clocks.filter((clock) => !clock.paused);
  const ends = running.map((clock) => (clock.ended ? null : clock.dueAt));
  const goOn = clocks.map(({ byHand }) => byHand?.until ?? null);
  return earliest([nextOfAlarms(running), ...ends, ...goOn]);
}

/** Tells whoever stands on each rung that is due. True when somebody was told. */
export async function ringDue(ref: RouteRef, alarms: readonly Alarm[]): Promise<boolean> {
  let told = false;
  for (const alarm of alarms) {
    for (let due = alarm.rungs[alarm.rung]; due && isDue(due.at); due = alarm.rungs[alarm.rung]) {
      const { key, what, dueAt } = alarm;
      await activities.remind({ ...ref, key: `${key}/${due.at}/${alarm.rung}`, rung: due.rung, what, dueAt });
      alarm.rung += 1;
      told = true;
    }
  }
  return told;
}
