import { Temporal as T } from 'temporal-polyfill';
import type { ClockTerm } from '../../../contracts/plan.js';
import { instantsOf, type ClockInstants } from './instants.js';
import type { Offices } from './office-days.js';

/** A clock that a dispatch would start, or that would start at once if the addressee preserved the same moment. */
export type ClockIfSent = { term: ClockTerm; instants: ClockInstants };

/** Clocks of a request, computed as if it were sent at an instant; `officesOf` gives the calendars a term counts by. */
export function clocksIfSent(
  terms: readonly ClockTerm[],
  at: string,
  officesOf: (term: ClockTerm) => Offices,
): ClockIfSent[] {
  return terms
    .filter(({ starts }) => starts === 'DISPATCHED' || starts === 'PRESERVED')
    .map((term) => ({ term, instants: instantsOf(term, at, officesOf(term), null) }))
    .sort((one, other) => one.instants.endsAt.localeCompare(other.instants.endsAt));
}

/** Our office, and that of the addressee where the term says that its working days count too. */
export const officesFor = ({ offices }: ClockTerm, own: Offices, other: Offices[0]): Offices =>
  offices?.includes('REQUESTED') === true ? [...own, other] : own;

/** The same time of day tomorrow, on the clock of our office. ISO 8601 in UTC. */
export const tomorrow = (now: string, [{ zone }]: Offices): string =>
  T.Instant.from(now)
    .toZonedDateTimeISO(zone)
    .add({ days: 1 })
    .toInstant()
    .toString({ smallestUnit: 'millisecond' });
