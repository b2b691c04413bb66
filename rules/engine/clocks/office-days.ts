import { isoWeekday, workingDay } from '../registers/calendars.js';
import type { WorkingCalendar } from '../registers/model.js';

export type OfficeDay = {
  works: boolean;
  why: string | null;
  provisional: boolean;
  opens: string;
  closes: string;
};

const assumedHours = { from: '09:00', to: '18:00' };

/**
 * What the calendar says of a day, with its office hours (`HH:MM`, local). Breaks are not taken out, so that a period in
 * working hours ends rather early than late. A working Saturday has the hours of an ordinary Monday.
 */
export function officeDay(calendar: WorkingCalendar, date: string): OfficeDay {
  const { works, why, provisional } = workingDay(calendar, date);
  const hours = calendar.hours.get(isoWeekday(date)) ?? calendar.hours.get(1) ?? assumedHours;
  return { works, why, provisional, opens: hours.from, closes: hours.to };
}

/** The calendars by which working days are counted: that of our own office first; a day counts when all of them work. */
export type Offices = readonly [WorkingCalendar, ...WorkingCalendar[]];

/** What several calendars say of a day together. Hours are those of our own office: it is there that the period ends. */
export function joinedDay(offices: Offices, date: string): OfficeDay {
  const [own, ...others] = offices;
  const day = officeDay(own, date);
  return others.reduce((all, calendar) => {
    const other = officeDay(calendar, date);
    const why = other.works ? null : `${calendar.state}: ${other.why ?? 'closed'}`;
    return {
      ...all,
      works: all.works && other.works,
      why: all.why ?? why,
      provisional: all.provisional || other.provisional,
    };
  }, day);
}

/** Stands in for a State without a calendar: Monday to Friday in UTC. It has no years, so everything counted is provisional. */
export const assumedCalendar = (state: string): WorkingCalendar => ({
  state,
  zone: 'UTC',
  workingDays: [1, 2, 3, 4, 5],
  hours: new Map([1, 2, 3, 4, 5].map((day) => [day, assumedHours])),
  years: new Map(),
  version: 'none',
});
