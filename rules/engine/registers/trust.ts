import type { FactSource, FactValue } from '../../../contracts/determination.js';
import type { Sourced } from './schema.js';

/** A legal adviser's word that an entry still holds: a recorded decision `clearance.entryConfirmed[ref]`, never a guess. */
export type Confirmation = { ref: string; on: string };

/** The day the law is asked for, the day of knowledge, and how old an entry may be. Dates are `YYYY-MM-DD`. */
export type Asking = {
  /** Day on which the law is applied. */
  asOf: string;
  /** Day whose knowledge is used; entries learnt later are not seen. Absent: all that is known. */
  knownOn?: string;
  /** Dated parameter; an entry last checked longer ago is stale. */
  maxAgeDays: number;
  confirmations?: readonly Confirmation[];
  /**
   * `CONFIRMED`: only entries within the age limit count. `ASSUMED` (training, scenarios): age is not asked;
   * low confidence and unknown stay doubtful all the same.
   */
  checks?: 'CONFIRMED' | 'ASSUMED';
};

export type DoubtReason = 'UNKNOWN' | 'LOW_CONFIDENCE' | 'NEVER_CHECKED' | 'STALE' | 'NO_DATE' | 'UNCLEAR';

/** A register entry that would have decided a fact and is not sure enough: question M14 names it. */
export type Doubt = {
  fact: string;
  /** Member of a set or value that would hold if the entry were confirmed; absent when nothing is known. */
  value?: FactValue;
  ref: string;
  why: DoubtReason;
  lastChecked: string | null;
  says: string;
};

/** What a resolver returns. A fact that is in `doubtful` and not in `facts` is unknown. */
export type Resolved = {
  facts: Record<string, FactValue>;
  sources: Record<string, FactSource>;
  doubtful: Doubt[];
};

/** Entry and its place, as `states/KZ#treaties.untoc`; what a confirmation and a determination name. */
export type Placed<T> = { ref: string; entry: T };

export type Trust =
  { sure: true; at: string | undefined } | { sure: false; why: DoubtReason; at: string | null };

/** Whether an entry may decide anything on the day it is asked for. */
export function trust(
  { ref, entry }: Placed<Pick<Sourced, 'lastChecked' | 'confidence'>>,
  asking: Asking,
): Trust {
  const confirmed = confirmationOf(ref, asking);
  const at = later(entry.lastChecked, confirmed);
  const unsure = (why: DoubtReason): Trust => ({ sure: false, why, at: at ?? null });
  if (entry.confidence === 'low' && !confirmed) return unsure('LOW_CONFIDENCE');
  if (asking.checks === 'ASSUMED') return { sure: true, at };
  if (!at) return unsure('NEVER_CHECKED');
  if (daysBetween(at, asking.knownOn ?? asking.asOf) > asking.maxAgeDays) return unsure('STALE');
  return { sure: true, at };
}

/** The last day on which somebody confirmed an entry; a confirmation of a whole (`providers/x`) covers its parts (`providers/x#y`). */
export function confirmationOf(ref: string, asking: Asking): string | undefined {
  const limit = asking.knownOn ?? '9999-12-31';
  const covers = [ref, ref.split('#')[0]];
  const dates = (asking.confirmations ?? []).filter((one) => covers.includes(one.ref) && one.on <= limit);
  return dates
    .map((entry) => entry.on)
    .sort()
    .at(-1);
}

/** Entries as they were known on the day asked for. An entry without dates is known since the register was compiled. */
export const visible = <T extends Partial<Sourced>>(
  entries: readonly T[],
  asking: Asking,
  compiledOn: string,
): T[] => {
  const on = asking.knownOn;
  if (!on) return entries.filter((entry) => entry.knownUntil === undefined);
  return entries.filter(
    (entry) =>
      (entry.knownFrom ?? entry.lastChecked ?? compiledOn) <= on &&
      (entry.knownUntil === undefined || on < entry.knownUntil),
  );
};

/** The period that covers the day, else undefined. */
export const covering = <T extends { since?: string | undefined; until?: string | undefined }>(
  entries: readonly T[],
  day: string,
): T | undefined =>
  entries.find((entry) => (entry.since ?? '') <= day && (entry.until === undefined || day < entry.until));

/** Whole days from one date to another; negative when the second comes first. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

export const later = (a: string | undefined, b: string | undefined): string | undefined =>
  a && b ? (a > b ? a : b) : (a ?? b);

export const earliest = (dates: readonly (string | undefined)[]): string | undefined =>
  dates.filter((date) => date !== undefined).sort()[0];

/** Source of a fact: the entries it rests on, and the oldest date among them. */
export function registerSource(refs: readonly string[], at: string | undefined): FactSource {
  const ref = [...new Set(refs)].join(' ');
  return at ? { kind: 'register', ref, at } : { kind: 'register', ref };
}

/** Writes a fact with its source. */
export function settle(
  resolved: Resolved,
  fact: string,
  value: FactValue,
  refs: readonly string[],
  at: string | undefined,
): void {
  resolved.facts[fact] = value;
  resolved.sources[fact] = registerSource(refs, at);
}

/** Entries that a legal adviser would have to confirm: those too doubtful to decide, and those too old, in the order of their names. */
export const toConfirm = (
  { doubtful, sources }: Resolved,
  { asOf, knownOn, maxAgeDays }: Asking,
): string[] => {
  const aged = Object.values(sources)
    .filter(({ at }) => at !== undefined && daysBetween(at, knownOn ?? asOf) > maxAgeDays)
    .flatMap(({ ref }) => ref.split(' '));
  return [...new Set([...doubtful.map(({ ref }) => ref), ...aged])].sort();
};

export const nothing = (): Resolved => ({ facts: {}, sources: {}, doubtful: [] });
