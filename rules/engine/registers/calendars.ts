import { createHash } from 'node:crypto';
import type { CalendarYear, Read, Registers, SpecialDay, WorkingCalendar } from './model.js';
import type { WeekFile, YearFile } from './schema-calendars.js';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const dayNumber = (name: string): number => weekdays.indexOf(name) + 1;

/** Calendar of a State, or undefined when the registers have none: working days can then not be counted. */
export const workingCalendar = (registers: Registers, state: string): WorkingCalendar | undefined =>
  registers.calendars.get(state);

/**
 * Calendar of whoever is asked: of a State, or of the one State in which all companies of a provider have their seat.
 * Undefined when the registers have none, or when the seat depends on the user: working days are then an estimate.
 */
export function calendarOfAddressee(registers: Registers, addressee: string): WorkingCalendar | undefined {
  const provider = registers.providers.get(registers.providerByName.get(addressee.toLowerCase()) ?? '');
  const seats = new Set(provider?.entities.flatMap(({ seat }) => seat ?? []));
  const [seat] = seats;
  return workingCalendar(registers, seats.size === 1 && seat !== undefined ? seat : addressee);
}

/**
 * Says whether offices work on a day, why not, and whether the answer is provisional: the year is missing, was not
 * seen in full, or the day itself is an estimate.
 */
export function workingDay(
  calendar: WorkingCalendar,
  date: string,
): { works: boolean; why: string | null; provisional: boolean } {
  const year = calendar.years.get(Number(date.slice(0, 4)));
  const special = year?.days.get(date);
  const provisional = year === undefined || year.provisional || special?.expected === true;
  if (special) return { works: special.open, why: special.name, provisional };
  const works = calendar.workingDays.includes(isoWeekday(date));
  return { works, why: works ? null : 'weekend', provisional };
}

/** The first day from a date on, that date included, on which offices work; undefined where none of the next hundred is one. */
export function nextWorkingDay(calendar: WorkingCalendar, date: string): string | undefined {
  const days = Array.from({ length: 100 }, (_, after) =>
    new Date(Date.parse(`${date}T00:00:00Z`) + after * 86_400_000).toISOString().slice(0, 10),
  );
  return days.find((day) => workingDay(calendar, day).works);
}

/** ISO number of the day of the week of a calendar date, Monday = 1. */
export function isoWeekday(date: string): number {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day === 0 ? 7 : day;
}

export function buildCalendars(
  weeks: readonly Read<WeekFile>[],
  years: readonly Read<YearFile>[],
): ReadonlyMap<string, WorkingCalendar> {
  return new Map(
    weeks.map((week) => {
      const own = years.filter((year) => year.data.state === week.data.state);
      return [week.data.state, buildCalendar(week, own)];
    }),
  );
}

function buildCalendar(week: Read<WeekFile>, years: readonly Read<YearFile>[]): WorkingCalendar {
  const hash = createHash('sha256');
  for (const { source } of [week, ...years]) hash.update(`${source.file}\n${source.text}`);
  return {
    state: week.data.state,
    zone: week.data.zones[0]?.id ?? 'UTC',
    workingDays: week.data.week.days.map(dayNumber),
    hours: new Map(
      week.data.week.hours.flatMap(({ days, from, to }) => rangeOf(days).map((day) => [day, { from, to }])),
    ),
    years: new Map(years.map(({ data }) => [data.year, buildYear(data)])),
    version: hash.digest('hex'),
  };
}

function rangeOf(days: string): number[] {
  const [first = 'Mon', last = first] = days.split('-');
  const from = dayNumber(first);
  return Array.from({ length: dayNumber(last) - from + 1 }, (_, place) => from + place);
}

function buildYear(data: YearFile): CalendarYear {
  const days = data.days.flatMap((group) =>
    Object.entries(group.dates).map(([date, name]): [string, SpecialDay] => [
      date,
      {
        name,
        open: group.kind === 'working-weekend',
        expected: group.expected === true,
        confidence: group.confidence,
      },
    ]),
  );
  return {
    year: data.year,
    provisional: data.status === 'provisional',
    why: data.why ?? null,
    days: new Map(days),
    openQuestions: data.openQuestions ?? [],
  };
}
