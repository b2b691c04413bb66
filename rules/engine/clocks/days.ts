import { Temporal as T } from 'temporal-polyfill';
import type { Derivation } from './periods.js';

/** One day of a period: its number in the count, or why it does not count. */
export type DayOfPeriod = { date: string; counts: number | null; why: string | null };

/**
 * The derivation of a period in days, day by day, so that it can be followed with a calendar in hand. Empty for minutes
 * and hours, which pass on any day. Dates are those of the office's own zone.
 */
export function dayByDay({ from, local, zone, unit, skipped }: Derivation): DayOfPeriod[] {
  if (unit === 'minute' || unit === 'hour') return [];
  const reasons = new Map(skipped.map(({ date, why }) => [date, why]));
  const first = T.Instant.from(from).toZonedDateTimeISO(zone).toPlainDate();
  const last = T.PlainDate.from(local);
  const days: DayOfPeriod[] = [];
  let counted = 0;
  for (let date = first; T.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    const why = startsOn(date, first, unit) ?? reasons.get(date.toString()) ?? null;
    if (why === null) counted += 1;
    days.push({ date: date.toString(), counts: why === null ? counted : null, why });
  }
  return days;
}

/** The day of the start does not count, save in a period of office hours, which run from the start on. */
const startsOn = (date: T.PlainDate, first: T.PlainDate, unit: Derivation['unit']): string | null =>
  unit !== 'working-hour' && T.PlainDate.compare(date, first) === 0 ? 'day of the start' : null;
