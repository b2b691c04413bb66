import { isDay, type Days } from '../rules/engine/index.js';
import { InputError } from './input.js';

export type DayOptions = { at?: string; known?: string };

/** The two days of a recomputation. A day that does not exist is refused, and so is knowledge of a day to come. */
export function daysFrom({ at, known }: DayOptions): Days {
  const faults = [
    ...(at === undefined || isDay(at) ? [] : [dateFault('--at', at)]),
    ...(known === undefined || isDay(known) ? [] : [dateFault('--known', known)]),
  ];
  if (faults.length === 0 && known !== undefined && known > today())
    faults.push(`DATE_INVALID  --known ${known}: nobody knows yet; today is ${today()}.`);
  if (faults.length > 0) throw new InputError(faults);
  return {
    ...(at === undefined ? {} : { asOf: at }),
    ...(known === undefined ? {} : { knownOn: known }),
  };
}

/** The day of `--on`, or today. Throws InputError for a day that does not exist. */
export function dayOn(on: string | undefined): string {
  if (on === undefined) return today();
  if (!isDay(on)) throw new InputError([dateFault('--on', on)]);
  return on;
}

/** Today in UTC, YYYY-MM-DD. */
export const today = (): string => new Date().toISOString().slice(0, 10);

const dateFault = (option: string, written: string): string =>
  `DATE_INVALID  ${option} ${written}: a date that exists, YYYY-MM-DD.`;
