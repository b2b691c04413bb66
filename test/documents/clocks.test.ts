import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  assumedCalendar,
  endOf,
  instantsOf,
  preservationOf,
  rungsFrom,
  untilAnnounced,
  type Offices,
} from '../../rules/engine/clocks/index.js';
import type { ClockTerm, Period } from '../../contracts/plan.js';
import { buildCalendars } from '../../rules/engine/registers/calendars.js';
import type { WorkingCalendar } from '../../rules/engine/registers/model.js';
import { weekFile, yearFile } from '../../rules/engine/registers/schema-calendars.js';

const calendarsDir = fileURLToPath(new URL('../../rules/registers/calendars/', import.meta.url));

/** The shipped calendar of a State. */
function calendarOf(state: string): WorkingCalendar {
  const read = (file: string) => {
    const text = readFileSync(`${calendarsDir}${state}/${file}`, 'utf8');
    return { text, file, data: parse(text) as unknown };
  };
  const years = readdirSync(`${calendarsDir}${state}`).filter((file) => /^\d/.test(file));
  const week = read('week.yaml');
  const source = ({ text, file }: { text: string; file: string }) => ({ file, text });
  const built = buildCalendars(
    [{ source: source(week), data: weekFile.parse(week.data) }],
    years.map(read).map((year) => ({ source: source(year), data: yearFile.parse(year.data) })),
  ).get(state);
  if (built === undefined) throw new Error(`${state} has no calendar`);
  return built;
}

/** Our office alone. */
const officesOf = (state: string): Offices => [calendarOf(state)];

const period = (text: string): Period => {
  const [amount, unit] = text.split(' ');
  const units = ['minute', 'hour', 'day', 'working-hour', 'working-day'] as const;
  const found = units.find((one) => one === unit);
  if (found === undefined) throw new Error(text);
  return { amount: Number(amount), unit: found };
};

type Row = [what: string, state: string, from: string, length: string, ends: string];
const table: Row[] = [
  ['minutes are exact', 'KZ', '2026-11-24T12:30:10.500Z', '15 minute', '2026-11-24T12:45:10.500Z'],
  [
    '72 hours are exact over a change to winter time',
    'IE',
    '2026-10-24T10:00:00Z',
    '72 hour',
    '2026-10-27T10:00:00.000Z',
  ],
  [
    'three days keep the time of day over a change to winter time',
    'IE',
    '2026-10-24T10:00:00Z',
    '3 day',
    '2026-10-27T11:00:00.000Z',
  ],
  [
    'three days keep the time of day over a change to summer time',
    'NL',
    '2026-03-27T10:00:00Z',
    '3 day',
    '2026-03-30T09:00:00.000Z',
  ],
  [
    'a day that ends in the hour left out goes on to the next',
    'IE',
    '2026-03-28T01:30:00Z',
    '1 day',
    '2026-03-29T01:30:00.000Z',
  ],
  [
    'a day that ends in the doubled hour takes the first',
    'IE',
    '2026-10-24T00:30:00Z',
    '1 day',
    '2026-10-25T00:30:00.000Z',
  ],
  ['ninety days from the end of January', 'KZ', '2026-01-31T06:00:00Z', '90 day', '2026-05-01T06:00:00.000Z'],
  [
    'thirty days over the end of February',
    'KZ',
    '2026-01-30T06:00:00Z',
    '30 day',
    '2026-03-01T06:00:00.000Z',
  ],
  ['sixty days over a 29 February', 'KZ', '2028-01-15T06:00:00Z', '60 day', '2028-03-15T06:00:00.000Z'],
  ['calendar days run through holidays', 'KZ', '2026-12-31T06:00:00Z', '3 day', '2027-01-03T06:00:00.000Z'],
  [
    'a working day ends when the office closes',
    'KZ',
    '2026-11-24T06:00:00Z',
    '1 working-day',
    '2026-11-25T13:30:00.000Z',
  ],
  [
    'the day of the start is not counted, even at night',
    'KZ',
    '2026-11-23T20:00:00Z',
    '1 working-day',
    '2026-11-25T13:30:00.000Z',
  ],
  ['a weekend is skipped', 'KZ', '2026-11-27T06:00:00Z', '1 working-day', '2026-11-30T13:30:00.000Z'],
  [
    'Nauryz and its substitute day are skipped',
    'KZ',
    '2026-03-20T06:00:00Z',
    '1 working-day',
    '2026-03-26T13:30:00.000Z',
  ],
  [
    'a Sunday that was made a working day counts',
    'KZ',
    '2025-01-04T06:00:00Z',
    '1 working-day',
    '2025-01-05T13:30:00.000Z',
  ],
  ['a working Saturday counts', 'TJ', '2026-01-09T06:00:00Z', '1 working-day', '2026-01-10T12:00:00.000Z'],
  [
    'the next ordinary Saturday does not',
    'TJ',
    '2026-01-16T06:00:00Z',
    '1 working-day',
    '2026-01-19T12:00:00.000Z',
  ],
  [
    'ten working days over New Year',
    'UZ',
    '2025-12-26T06:00:00Z',
    '10 working-day',
    '2026-01-14T13:00:00.000Z',
  ],
  [
    'working hours inside one day',
    'KZ',
    '2026-11-24T05:00:00Z',
    '4 working-hour',
    '2026-11-24T09:00:00.000Z',
  ],
  [
    'working hours go on at the next opening',
    'KZ',
    '2026-11-24T12:00:00Z',
    '4 working-hour',
    '2026-11-25T06:30:00.000Z',
  ],
  [
    'working hours begin at the opening when it is early',
    'KZ',
    '2026-11-23T20:00:00Z',
    '4 working-hour',
    '2026-11-24T08:00:00.000Z',
  ],
  [
    'working hours over a weekend',
    'KZ',
    '2026-11-27T12:30:00Z',
    '2 working-hour',
    '2026-11-30T05:00:00.000Z',
  ],
  [
    'working hours to the last minute of the day',
    'KZ',
    '2026-11-24T11:30:00Z',
    '2 working-hour',
    '2026-11-24T13:30:00.000Z',
  ],
  ['no length is no time', 'KZ', '2026-11-28T05:00:00Z', '0 working-day', '2026-11-28T05:00:00.000Z'],
];

describe('the end of a period', () => {
  it.each(table)('%s (%s)', (_, state, from, length, ends) => {
    expect(endOf(from, period(length), officesOf(state)).at).toBe(ends);
  });
});

describe('the end of a period on machines in other time zones', () => {
  const before = process.env['TZ'];
  afterEach(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  it.each(['Pacific/Kiritimati', 'America/New_York', 'America/Los_Angeles', 'Asia/Almaty'])(
    'is the same in %s',
    (zone) => {
      process.env['TZ'] = zone;
      expect(new Date('2026-07-01T00:00:00Z').getTimezoneOffset()).not.toBe(0);
      for (const [what, state, from, length, ends] of table) {
        expect(endOf(from, period(length), officesOf(state)).at, what).toBe(ends);
      }
    },
  );
});

describe('a period that two offices must both work through', () => {
  const states = readdirSync(calendarsDir).filter((name) => /^[A-Z]{2}$/.test(name));
  const calendars = new Map(states.map((state) => [state, calendarOf(state)]));
  const starts = ['2026-03-06T06:00:00Z', '2026-04-29T06:00:00Z', '2026-12-22T06:00:00Z'];
  const amount = 5;

  /** The days after the start up to the end on which neither office is closed, read off the calendars one by one. */
  const counted = (offices: Offices, from: string, end: string): string[] => {
    const days: string[] = [];
    const day = new Date(`${from.slice(0, 10)}T00:00:00Z`);
    while (day.toISOString().slice(0, 10) < end) {
      day.setUTCDate(day.getUTCDate() + 1);
      const date = day.toISOString().slice(0, 10);
      const open = ({ years, workingDays }: WorkingCalendar): boolean =>
        years.get(day.getUTCFullYear())?.days.get(date)?.open ?? workingDays.includes(day.getUTCDay() || 7);
      if (offices.every(open)) days.push(date);
    }
    return days;
  };

  it.each(states)('counts for %s and each other State exactly the days on which both work', (ours) => {
    for (const theirs of states)
      for (const from of starts) {
        const own = calendars.get(ours);
        const other = calendars.get(theirs);
        if (own === undefined || other === undefined) throw new Error(`${ours} or ${theirs} has no calendar`);
        const { derivation } = endOf(from, { amount, unit: 'working-day' }, [own, other]);
        const end = derivation.local.slice(0, 10);
        const days = counted([own, other], from, end);
        expect(days, `${ours} and ${theirs} from ${from}`).toHaveLength(amount);
        expect(days.at(-1)).toBe(end);
      }
  });

  it('names the State whose office is closed', () => {
    const offices: Offices = [calendarOf('KZ'), calendarOf('US')];
    const { derivation, at } = endOf('2026-11-25T06:00:00Z', period('2 working-day'), offices);
    expect(derivation.skipped[0]?.date).toBe('2026-11-26');
    expect(derivation.skipped[0]?.why).toMatch(/^US: /);
    expect(derivation.calendars.map(({ state }) => state)).toEqual(['KZ', 'US']);
    expect(at.slice(0, 10)).toBe('2026-11-30');
  });
});

describe('how sure a date is', () => {
  it('is provisional where the year was not seen in full', () => {
    expect(endOf('2027-03-01T06:00:00Z', period('2 working-day'), officesOf('KZ')).provisional).toBe(true);
    expect(endOf('2026-11-24T06:00:00Z', period('2 working-day'), officesOf('KZ')).provisional).toBe(false);
  });

  it('is provisional when the walk only touches such a year', () => {
    expect(endOf('2026-12-30T06:00:00Z', period('3 working-day'), officesOf('KZ')).provisional).toBe(true);
  });

  it('is never provisional for minutes, hours and calendar days', () => {
    for (const length of ['10 minute', '48 hour', '90 day']) {
      expect(endOf('2027-03-01T06:00:00Z', period(length), officesOf('KZ')).provisional).toBe(false);
    }
  });

  it('is provisional for a State without a calendar, counted from Monday to Friday', () => {
    const counted = endOf('2026-11-27T06:00:00Z', period('1 working-day'), [assumedCalendar('XX')]);
    expect(counted).toMatchObject({ at: '2026-11-30T18:00:00.000Z', provisional: true });
  });
});

describe('the derivation of a date', () => {
  it('names start, rule, calendar with its version, zone and each skipped day with its reason', () => {
    const calendar = calendarOf('KZ');
    const { derivation } = endOf('2026-03-20T06:00:00Z', period('1 working-day'), [calendar]);
    expect(derivation).toEqual({
      from: '2026-03-20T06:00:00.000Z',
      zone: 'Asia/Almaty',
      amount: 1,
      unit: 'working-day',
      rule: 'working days after the day of the start, until the office closes on the last one',
      local: '2026-03-26T18:30:00+05:00[Asia/Almaty]',
      calendars: [{ state: 'KZ', version: calendar.version }],
      skipped: ['2026-03-21', '2026-03-22', '2026-03-23', '2026-03-24', '2026-03-25'].map((date) => ({
        date,
        why: calendar.years.get(2026)?.days.get(date)?.name ?? 'weekend',
      })),
    });
  });
});

describe('what is no period', () => {
  it.each([-1, 1.5, Number.NaN])('refuses %s days', (amount) => {
    expect(() => endOf('2026-11-24T06:00:00Z', { amount, unit: 'day' }, officesOf('KZ'))).toThrow(RangeError);
  });

  it('refuses a start that is no instant', () => {
    expect(() => endOf('2026-02-30T06:00:00Z', period('1 day'), officesOf('KZ'))).toThrow(RangeError);
    expect(() => endOf('2026-02-20T06:00:00', period('1 day'), officesOf('KZ'))).toThrow(RangeError);
  });

  it('does not walk for ever through a calendar without working days', () => {
    const never: Offices = [{ ...calendarOf('KZ'), workingDays: [] }];
    expect(() => endOf('2030-01-01T06:00:00Z', period('1 working-day'), never)).toThrow(RangeError);
  });
});

describe('a ladder', () => {
  it('counts each rung from the start', () => {
    const ladder = [
      { after: period('2 working-hour'), tell: 'SUPERVISOR', what: 'remind' },
      { after: period('1 working-day'), tell: 'HEAD_OF_OFFICE', what: 'escalate' },
    ] as const;
    expect(rungsFrom('2026-11-24T05:00:00Z', ladder, officesOf('KZ')).map((one) => one.at)).toEqual([
      '2026-11-24T07:00:00.000Z',
      '2026-11-25T13:30:00.000Z',
    ]);
  });
});

describe('a notice to the user that the provider announces', () => {
  const term = {
    id: 'notice',
    title: 'Decision before the user is told',
    starts: 'NOTICE_ANNOUNCED',
    length: period('1 working-day'),
    before: { amount: 1, unit: 'day' },
    nature: 'office',
    reference: 'specification C.9, rule P13',
    ladder: [
      { after: period('4 working-hour'), tell: 'SUPERVISOR', what: 'call' },
      { after: period('1 working-day'), tell: 'PROSECUTOR', what: 'escalate' },
    ],
  } satisfies ClockTerm;
  const startedAt = '2026-11-24T05:00:00.000Z';
  const to = (at: string) => untilAnnounced(term, startedAt, officesOf('KZ'), { replyId: 'r', at });

  it('is decided by the day before, whose last rung comes then; the supervisor is called at once', () => {
    const { endsAt, rungs, provisional, derivation } = to('2026-12-04T09:00:00.000Z');
    expect(endsAt).toBe('2026-12-03T09:00:00.000Z');
    expect(rungs.map(({ at }) => at)).toEqual(['2026-11-24T09:00:00.000Z', endsAt]);
    expect(provisional).toBe(false);
    expect(derivation).toMatchObject({ announced: { at: '2026-12-04T09:00:00.000Z' }, skipped: [] });
  });

  it('leaves no rung for after its end, and no time at all where the day before has passed', () => {
    const soon = to('2026-11-25T07:00:00.000Z');
    expect(soon.endsAt).toBe('2026-11-24T07:00:00.000Z');
    expect(soon.rungs.map(({ at }) => at)).toEqual([soon.endsAt, soon.endsAt]);
    expect(to('2026-11-24T20:00:00.000Z').endsAt).toBe(startedAt);
  });
});

describe('a preservation whose confirmation names its own dates', () => {
  const days = (amount: number) => ({ amount, unit: 'day' }) as const;
  const term: ClockTerm = {
    id: 'preservation',
    title: 'Preservation ends',
    starts: 'PRESERVED',
    length: days(90),
    nature: 'provider',
    reference: 'register entry',
    ladder: [
      { after: days(60), tell: 'CASE_OFFICER', what: 'remind' },
      { after: days(89), tell: 'SUPERVISOR', what: 'escalate' },
    ],
  };
  const startedAt = '2026-11-24T06:00:00.000Z';
  const instants = (granted: Parameters<typeof instantsOf>[3], of = term) =>
    instantsOf(of, startedAt, officesOf('KZ'), granted);

  it('counts by the register when the confirmation names none', () => {
    expect(instants(null)).toMatchObject({ startedAt, endsAt: '2027-02-22T06:00:00.000Z' });
  });

  it('counts from the day it names', () => {
    const granted = { replyId: 'r', preservedFrom: '2026-11-20T06:00:00.000Z', preservedUntil: null };
    expect(instants(granted)).toMatchObject({
      startedAt: '2026-11-20T06:00:00.000Z',
      endsAt: '2027-02-18T06:00:00.000Z',
      derivation: { granted },
    });
  });

  it('ends on the day it names, and its ladder keeps the days left', () => {
    const granted = { replyId: 'r', preservedFrom: null, preservedUntil: '2027-01-23T06:00:00.000Z' };
    const { endsAt, rungs } = instants(granted);
    expect(endsAt).toBe('2027-01-23T06:00:00.000Z');
    expect(rungs.map((one) => one.at)).toEqual(['2026-12-24T06:00:00.000Z', '2027-01-22T06:00:00.000Z']);
  });

  it('is told at once of rungs that a short grant leaves no time for', () => {
    const granted = { replyId: 'r', preservedFrom: null, preservedUntil: '2026-12-10T06:00:00.000Z' };
    expect(instants(granted).rungs.map((one) => one.at)).toEqual([startedAt, '2026-12-09T06:00:00.000Z']);
  });

  it("is the clock of law or of the provider, and the office's own only where there is no other", () => {
    const own: ClockTerm = { ...term, id: 'own', nature: 'office' };
    const waiting: ClockTerm = { ...term, id: 'waiting', starts: 'DISPATCHED' };
    expect(preservationOf([own, term, waiting])).toEqual([term]);
    expect(preservationOf([own, waiting])).toEqual([own]);
  });
});
