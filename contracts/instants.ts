import { z } from 'zod';

/** Offsets that a clock on Earth shows, in minutes: from -12:00 to +14:00. */
const offsets = { least: -12 * 60, most: 14 * 60 };

function isOnACalendar(text: string): boolean {
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d\d):?(\d\d)$/.exec(text) ?? [];
  const offset = sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
  return hasYear(text) && offset >= offsets.least && offset <= offsets.most;
}

const hasYear = (text: string): boolean => !text.startsWith('0000');

/** An instant as it is told, ISO 8601 with its offset. One that no calendar or database holds is refused. */
export const instant = z.iso
  .datetime({ offset: true, error: 'an instant with its zone, such as 2026-10-12T03:00:00+05:00' })
  .refine(isOnACalendar, 'an instant of a year from 0001 on, with an offset from -12:00 to +14:00');

/** A day as it is told, YYYY-MM-DD. */
export const day = z.iso
  .date('a date that exists, YYYY-MM-DD')
  .refine(hasYear, 'a day of a year from 0001 on');
