import { Temporal as T } from 'temporal-polyfill';

/** One instant three times: as it was received, in UTC, and on the clock of its zone with the offset that held there. */
export type ReadTime = { received: string; utc: string; local: string; zone: string };
export type TimeFault = { at: 'timestamp' | 'timezone'; says: string };

const shape =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::([0-5]\d)(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d{2}:?\d{2})?$/;
const offsetZone = /^(?:UTC|GMT)?\s?([+-])(\d{1,2})(?::?(\d{2}))?$/;

const timeAllowed = 'allowed: 2026-11-20T22:14:05, with fractions and with Z or an offset such as +05:00';
const zoneAllowed = 'allowed: an IANA zone such as Asia/Almaty, UTC, or UTC+05:00';

/** The zone in the words of the time zone database: `Asia/Almaty`, `UTC`, `+05:00`; undefined for what is none, `MSK` too. */
export function zoneOf(text: string): string | undefined {
  if (text === 'UTC' || text === 'GMT' || text === 'Z') return 'UTC';
  const [, sign, hours, minutes] = offsetZone.exec(text) ?? [];
  if (sign !== undefined) return offsetOf(sign, Number(hours), Number(minutes ?? 0));
  if (!text.includes('/')) return undefined;
  try {
    return T.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId;
  } catch {
    return undefined;
  }
}

function offsetOf(sign: string, hours: number, minutes: number): string | undefined {
  if (hours > 14 || minutes > 59) return undefined;
  return `${sign}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

type Wall = { wall: T.PlainDateTime; offset: string | undefined };

function wallOf(timestamp: string): Wall | undefined {
  const [, day, minute, second, fraction, offset] = shape.exec(timestamp) ?? [];
  if (day === undefined || minute === undefined) return undefined;
  try {
    const text = `${day}T${minute}:${second ?? '00'}.${fraction ?? '0'}`;
    return { wall: T.PlainDateTime.from(text, { overflow: 'reject' }), offset: written(offset) };
  } catch {
    return undefined;
  }
}

const written = (offset: string | undefined): string | undefined =>
  offset === undefined || offset === 'Z' ? offset : `${offset.slice(0, 3)}:${offset.slice(-2)}`;

/**
 * The instant that a time and a zone name. `null` while neither an offset nor a zone is given, or no time at all.
 * Refused, with both readings named: a local time that the clock showed twice, or never (daylight saving, a change of zone).
 * Refused too: an offset that the zone did not have at that time.
 */
export function readTime(
  timestamp: string | undefined,
  timezone: string | undefined,
): { time: ReadTime | null } | { fault: TimeFault } {
  const zone = timezone === undefined ? undefined : zoneOf(timezone);
  if (timezone !== undefined && zone === undefined)
    return { fault: { at: 'timezone', says: `"${timezone}" is no time zone; ${zoneAllowed}` } };
  if (timestamp === undefined) return { time: null };
  const read = wallOf(timestamp);
  if (read === undefined)
    return { fault: { at: 'timestamp', says: `"${timestamp}" is no time that exists; ${timeAllowed}` } };
  if (read.offset !== undefined) return byOffset(timestamp, read.wall, read.offset, zone);
  return zone === undefined ? { time: null } : byZone(timestamp, read.wall, zone);
}

function byOffset(
  received: string,
  wall: T.PlainDateTime,
  offset: string,
  zone: string | undefined,
): { time: ReadTime } | { fault: TimeFault } {
  const instant = wall.toZonedDateTime(offset === 'Z' ? 'UTC' : offset).toInstant();
  const local = instant.toZonedDateTimeISO(zone ?? (offset === 'Z' ? 'UTC' : offset));
  if (offset === 'Z' || sameOffset(local.offset, offset)) return { time: told(received, local) };
  const says = `the offset ${offset} is not that of ${local.timeZoneId}, which stood at ${local.offset} then; correct one of them`;
  return { fault: { at: 'timestamp', says } };
}

const sameOffset = (one: string, other: string): boolean => one === other.replace('-00:00', '+00:00');

function byZone(
  received: string,
  wall: T.PlainDateTime,
  zone: string,
): { time: ReadTime } | { fault: TimeFault } {
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.equals(later)) return { time: told(received, earlier) };
  const twice = earlier.toPlainDateTime().equals(wall) && later.toPlainDateTime().equals(wall);
  const [first, second] = [earlier, later].map(
    (one) => `${one.toPlainDateTime().toString()}${one.offset} (${one.toInstant().toString()})`,
  );
  const says = twice
    ? `the clock of ${zone} showed this time twice: ${first} and ${second}; write the offset behind the time`
    : `the clock of ${zone} never showed this time, it was set forward: either ${first} or ${second} is meant; ask the source`;
  return { fault: { at: 'timestamp', says } };
}

const told = (received: string, local: T.ZonedDateTime): ReadTime => ({
  received,
  utc: local.toInstant().toString(),
  local: `${local.toPlainDateTime().toString()}${local.offset}`,
  zone: local.timeZoneId,
});

/** The fault of a window whose zone is none, or whose ends carry an offset that the zone did not have then. */
export function windowFaults({ from, to, zone }: { from: string; to: string; zone: string }): {
  at: 'from' | 'to' | 'zone';
  says: string;
}[] {
  if (zoneOf(zone) === undefined) return [{ at: 'zone', says: `"${zone}" is no time zone; ${zoneAllowed}` }];
  return (['from', 'to'] as const).flatMap((at) => {
    const read = readTime(at === 'from' ? from : to, zone);
    return 'fault' in read ? [{ at, says: read.fault.says }] : [];
  });
}
