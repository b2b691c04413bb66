import { Temporal as T } from 'temporal-polyfill';
import type { Period } from '../../../contracts/plan.js';
import type { WorkingCalendar } from '../registers/model.js';
import { joinedDay, type Offices } from './office-days.js';

/** How an instant was computed: kept with the clock, so that it can be recomputed and disputed. */
export type Derivation = {
  from: string;
  zone: string;
  amount: number;
  unit: Period['unit'];
  rule: string;
  /** The end on the clock of the office, with offset and zone. */
  local: string;
  /** Calendars whose working days were counted; empty where every day counts. */
  calendars: readonly { state: string; version: string }[];
  skipped: readonly { date: string; why: string }[];
};
export type Counted = { at: string; provisional: boolean; derivation: Derivation };

const rules: Record<Period['unit'], string> = {
  minute: 'exact minutes from the start',
  hour: 'exact hours from the start',
  day: 'calendar days at the same time of day on the clock of the office',
  'working-hour': 'hours in which the office is open, from the start or the next opening',
  'working-day': 'working days after the day of the start, until the office closes on the last one',
};

/**
 * End of a period that starts at an instant (specification T03): minutes and hours exact, days as calendar days, working
 * days and hours by the calendars that are named: ours, and another where both offices must work. `provisional` when a day that was counted rests on an estimate.
 * @param from ISO 8601 instant. @throws RangeError when it is none or the amount is no whole number from 0 up.
 */
export function endOf(from: string, period: Period, offices: Offices): Counted {
  const { amount, unit } = period;
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`${amount} ${unit} is no period`);
  const [{ zone }] = offices;
  const start = T.Instant.from(from).toZonedDateTimeISO(zone);
  const { end, skipped, provisional } = count(start, period, offices);
  const counted = unit === 'working-day' || unit === 'working-hour';
  return {
    at: iso(end.toInstant()),
    provisional: counted && provisional,
    derivation: {
      from: iso(start.toInstant()),
      zone,
      amount,
      unit,
      rule: rules[unit],
      local: end.toString({ smallestUnit: 'second' }),
      calendars: counted ? offices.map(({ state, version }) => ({ state, version })) : [],
      skipped,
    },
  };
}

/** The instant that lies some hours or calendar days before another, on the clock of the office; never before `notBefore`. */
export function aheadOf(at: string, { amount, unit }: Period, offices: Offices, notBefore: string): Ahead {
  const [{ zone }] = offices;
  const day = T.Instant.from(at).toZonedDateTimeISO(zone);
  const ahead = day.subtract(unit === 'hour' ? { hours: amount } : { days: amount });
  const from = T.Instant.from(notBefore).toZonedDateTimeISO(zone);
  const end = T.ZonedDateTime.compare(ahead, from) < 0 ? from : ahead;
  return { at: iso(end.toInstant()), local: end.toString({ smallestUnit: 'second' }) };
}
type Ahead = { at: string; local: string };

type Walk = { end: T.ZonedDateTime; skipped: { date: string; why: string }[]; provisional: boolean };

function count(start: T.ZonedDateTime, { amount, unit }: Period, offices: Offices): Walk {
  const plain = (end: T.ZonedDateTime): Walk => ({ end, skipped: [], provisional: false });
  if (amount === 0) return plain(start);
  switch (unit) {
    case 'minute':
      return plain(start.add({ minutes: amount }));
    case 'hour':
      return plain(start.add({ hours: amount }));
    case 'day':
      return plain(start.add({ days: amount }));
    case 'working-day':
      return workingDays(start, amount, offices);
    case 'working-hour':
      return workingHours(start, amount, offices);
  }
}

function workingDays(start: T.ZonedDateTime, amount: number, offices: Offices): Walk {
  const skipped: Walk['skipped'] = [];
  let date = start.toPlainDate();
  let left = amount;
  let provisional = false;
  let closes = '';
  while (left > 0) {
    date = nextDay(date, start);
    const day = joinedDay(offices, date.toString());
    provisional ||= day.provisional;
    closes = day.closes;
    if (day.works) left -= 1;
    else skipped.push({ date: date.toString(), why: day.why ?? 'closed' });
  }
  return { end: atTime(date, closes, offices[0]), skipped, provisional };
}

function workingHours(start: T.ZonedDateTime, amount: number, offices: Offices): Walk {
  const skipped: Walk['skipped'] = [];
  let date = start.toPlainDate();
  let left = amount * 3_600_000;
  let provisional = false;
  for (;;) {
    const day = joinedDay(offices, date.toString());
    provisional ||= day.provisional;
    if (day.works) {
      const opens = atTime(date, day.opens, offices[0]);
      const begin = T.ZonedDateTime.compare(start, opens) > 0 ? start : opens;
      const open = atTime(date, day.closes, offices[0]).epochMilliseconds - begin.epochMilliseconds;
      if (open >= left) return { end: begin.add({ milliseconds: left }), skipped, provisional };
      left -= Math.max(0, open);
    } else {
      skipped.push({ date: date.toString(), why: day.why ?? 'closed' });
    }
    date = nextDay(date, start);
  }
}

const furthest = { days: 4000 };

/** A calendar without working days would be walked for ever; nothing in an office takes eleven years. */
function nextDay(date: T.PlainDate, start: T.ZonedDateTime): T.PlainDate {
  const next = date.add({ days: 1 });
  if (T.PlainDate.compare(next, start.toPlainDate().add(furthest)) > 0) {
    throw new RangeError('The calendar has no working day within reach.');
  }
  return next;
}

const atTime = (date: T.PlainDate, time: string, { zone }: WorkingCalendar): T.ZonedDateTime =>
  date.toZonedDateTime({ timeZone: zone, plainTime: T.PlainTime.from(time) });

const iso = (instant: T.Instant): string => instant.toString({ smallestUnit: 'millisecond' });
