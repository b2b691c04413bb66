import { log } from '@temporalio/workflow';
import type { RouteEvent } from '../../contracts/route-events.js';
import { nowInstant } from '../instants.js';
import { activities } from '../proxies.js';
import type { RouteRun } from '../run.js';

/** Tells whom the page names when an event happens (event rules of section B). Never in the way of the event itself. */
export async function tellOf(run: RouteRun, event: RouteEvent): Promise<void> {
  const { lot, seq } = run.carry;
  const told = lot.terms.events.filter((term) => term.on === event);
  for (const [index, { tell, what, says }] of told.entries()) {
    const dueAt = nowInstant();
    const rung = { after: { amount: 0, unit: 'minute' }, tell, what } as const;
    const key = `${run.ref.routeId}/${event}/${seq}/${index}`;
    const telling = activities.remind({ ...run.ref, key, rung, what: says, dueAt });
    await telling.catch((failure: unknown) => log.error('not told', { event, failure }));
  }
}
