import ical, { ICalCalendarMethod, ICalEventStatus, type ICalEventData } from 'ical-generator';
import type { Deadline } from '../store/index.js';

type Setting = { now: Date; mode: 'embedded' | 'site'; baseUrl: string | null };

const natures = { law: 'legal period', office: 'office period', provider: 'period of the provider' } as const;

/**
 * Deadlines as a calendar (RFC 5545): case reference and kind of period, nothing else of the case. An event keeps its UID
 * for as long as its clock or signature lives; what rests on an estimated calendar is tentative and says so.
 */
export function calendarOf(deadlines: readonly Deadline[], setting: Setting): string {
  const training = setting.mode === 'embedded' ? ' (TRAINING - NOT A REQUEST)' : '';
  const calendar = ical({ name: `Rogatory${training}`, method: ICalCalendarMethod.PUBLISH, ttl: 3600 });
  for (const deadline of deadlines) calendar.createEvent(eventOf(deadline, setting));
  return calendar.toString();
}

function eventOf(deadline: Deadline, { now, mode, baseUrl }: Setting): ICalEventData {
  const { id, kind, at, nature, provisional, caseReference, routeId } = deadline;
  const what = kind === 'APPROVAL' ? 'signature' : 'deadline';
  const mark = mode === 'embedded' ? '[TRAINING] ' : '';
  const estimated = provisional ? ' (provisional)' : '';
  return {
    id: `${id}@rogatory`,
    start: new Date(at),
    end: new Date(at),
    stamp: now,
    summary: `${mark}Rogatory: ${what}, case ${caseReference}${estimated}`,
    description: kind === 'APPROVAL' ? 'office period' : natures[nature],
    status: provisional ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
    url: baseUrl === null ? null : `${baseUrl}/v1/routes/${routeId}`,
  };
}
