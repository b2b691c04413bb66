import type { RouteRef } from '../contracts/activities.js';
import type { RouteCarry, RunningClock } from '../contracts/workflow-inputs.js';
import { isDue, nowInstant } from './instants.js';
import { isOf, takeAll } from './mailbox.js';
import { activities } from './proxies.js';
import { runningClock } from './clocks.js';

export const isTurn = isOf('turn');

/** Whether there is anything to turn; a route that nobody paused runs as it did before there was such a thing. */
export const turnsNow = ({ mail, clocks }: RouteCarry): boolean =>
  mail.some(isTurn) || clocks.some(({ byHand }) => byHand !== undefined && isDue(byHand.until));

/**
 * Pauses and resumes periods of the office as persons decided, and resumes those whose day has come, so that none stands
 * still for ever. Periods of law and of a provider are never touched. True when one was turned.
 */
export async function turnByHand(ref: RouteRef, carry: RouteCarry): Promise<boolean> {
  let turned = false;
  for (const { clockId, turn, until } of takeAll(carry, isTurn)) {
    const clock = carry.clocks.find((one) => one.clockId === clockId);
    if (!clock) continue;
    turned = (await (turn === 'pause' ? pause(ref, clock, until) : goOn(ref, carry, clock))) || turned;
  }
  for (const clock of carry.clocks.filter(({ byHand }) => byHand && isDue(byHand.until)))
    turned = (await goOn(ref, carry, clock)) || turned;
  return turned;
}

async function pause(ref: RouteRef, clock: RunningClock, until: string | null): Promise<boolean> {
  if (clock.nature !== 'office' || clock.ended || clock.paused || until === null) return false;
  const why = 'paused by a person';
  await activities.stopClocks({ ...ref, clockIds: [clock.clockId], at: nowInstant(), why });
  Object.assign(clock, { paused: true, byHand: { until } });
  return true;
}

async function goOn(ref: RouteRef, carry: RouteCarry, clock: RunningClock): Promise<boolean> {
  const term = carry.lot.terms.clocks.find(({ id, starts }) => id === clock.term && starts === clock.starts);
  if (!clock.byHand || !term) return false;
  const started = await activities.startClocks({
    ...ref,
    clocks: [term],
    startedAt: nowInstant(),
    event: carry.state,
    replyId: null,
    continues: [clock.clockId],
  });
  const fresh = started.map((one) => runningClock(one, term));
  carry.clocks = [...carry.clocks.filter((one) => one !== clock), ...fresh];
  return true;
}
