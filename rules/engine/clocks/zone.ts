import { Temporal as T } from 'temporal-polyfill';

/** Whether a name is that of a time zone, such as `Asia/Almaty`. */
export function isZone(name: string): boolean {
  try {
    T.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
