import { isLater, nowInstant } from '../instants.js';
import { activities } from '../proxies.js';
import type { RouteRun } from '../run.js';

const DAY = 86_400_000;

/**
 * On the first day of a preservation: does it last, with the renewals that are left, until the step it is kept for may be
 * expected at best? If not, the officer is told at once, not when the last days run (rules T02 and S07).
 */
export async function warnOfShortPeriod(run: RouteRun): Promise<void> {
  const { carry, ref } = run;
  const { keptFor, renewals } = carry.lot.terms;
  const clock = carry.clocks.find((one) => one.starts === 'PRESERVED' && !one.ended);
  if (!keptFor || !clock || clock.warned) return;
  clock.warned = true;
  const from = nowInstant();
  const { dueAt } = await activities.computeInstants({ ...ref, from, within: keptFor, ladder: [] });
  const term = carry.lot.terms.clocks.find(({ id }) => id === clock.term);
  const more = renewals === null ? 0 : Math.max(0, renewals - carry.renewals);
  const days = (term?.renewed ?? term?.length)?.amount ?? 0;
  const lasts = new Date(Date.parse(clock.dueAt) + more * days * DAY).toISOString();
  if (!isLater(dueAt, lasts)) return;
  const rung = { after: { amount: 0, unit: 'day' }, tell: 'CASE_OFFICER', what: 'remind' } as const;
  const what = `${clock.what}: ends, with ${more} renewals, before the step it is kept for can be expected`;
  await activities.remind({ ...ref, key: `${clock.key}/kept-for`, rung, what, dueAt: lasts });
}
