import type { Registers } from '../../engine/registers/index.js';

/** An entry that decides nothing before somebody has read its source again, with the place where it stands. */
export type Stale = {
  at: string;
  why: 'low-confidence' | 'never-checked' | 'too-old';
  lastChecked: string | null;
  /** Days behind the limit; `null` where nobody ever checked. */
  over: number | null;
  source: string;
};

type Entry = {
  confidence: string;
  source: unknown;
  lastChecked?: string;
  until?: string;
  knownUntil?: string;
};

/**
 * Entries of the registers that are no ground to act on, on a day (M14): of low confidence, never checked, or checked longer
 * ago than the limit; the longest first. What has ended, what was corrected and what is invented for training is left out.
 */
export function staleEntries(registers: Registers, day: string, limitDays: number): Stale[] {
  const { states, providers, agreements, unions, unionLaw, channels, instruments } = registers;
  const real = new Map([...providers].filter(([, { training }]) => training !== true));
  const all = { states, providers: real, agreements, unions, unionLaw, channels, instruments };
  return entriesIn(all, [])
    .filter(({ entry }) => stands(entry.until, day) && stands(entry.knownUntil, day))
    .flatMap(({ at, entry }) => staleness(at, entry, day, limitDays) ?? [])
    .sort((a, b) => (b.over ?? Infinity) - (a.over ?? Infinity) || (a.at < b.at ? -1 : 1));
}

const stands = (end: string | undefined, day: string): boolean => end === undefined || day < end;

function staleness(at: string, entry: Entry, day: string, limit: number): Stale | undefined {
  const { lastChecked, confidence } = entry;
  const age = lastChecked === undefined ? null : daysBetween(lastChecked, day);
  const said = { at, lastChecked: lastChecked ?? null, source: [entry.source].flat().map(String).join('; ') };
  if (confidence === 'low') return { ...said, why: 'low-confidence', over: null };
  if (age === null) return { ...said, why: 'never-checked', over: null };
  return age > limit ? { ...said, why: 'too-old', over: age - limit } : undefined;
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Everything below that says how sure it is and who says so; places of a list count from one. */
function entriesIn(value: unknown, at: readonly string[]): { at: string; entry: Entry }[] {
  if (typeof value !== 'object' || value === null) return [];
  const members: [string, unknown][] =
    value instanceof Map
      ? [...value].map(([key, member]: [unknown, unknown]) => [String(key), member])
      : Array.isArray(value)
        ? value.map((member: unknown, place) => [String(place + 1), member])
        : Object.entries(value);
  const below = members.flatMap(([key, member]) => entriesIn(member, [...at, key]));
  return isEntry(value) ? [{ at: at.join(' / '), entry: value }, ...below] : below;
}

const isEntry = (value: object): value is Entry => 'confidence' in value && 'source' in value;
