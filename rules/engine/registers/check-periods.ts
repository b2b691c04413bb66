import type { Sourced } from './schema.js';

/** Entry with both time axes: in force from/until, known from/until. Ends are exclusive. */
export type Dated = Partial<
  Record<'since' | 'until', string | undefined> & Pick<Sourced, 'knownFrom' | 'knownUntil'>
>;

const START = '0000-01-01';
const END = '9999-12-31';

/**
 * Faults of a list of entries about one thing, each with the index of the entry it stands at: a period that ends
 * before it begins, two that hold at the same time in the same state of knowledge, a hole between two.
 */
export function periodFaults(entries: readonly Dated[]): { index: number; says: string }[] {
  const faults = entries.flatMap((entry, index) => backwards(entry).map((says) => ({ index, says })));
  if (faults.length > 0) return faults;
  return entries
    .flatMap((entry, index) =>
      entries.slice(0, index).flatMap((earlier) => {
        const says = clash(earlier, entry);
        return says ? [{ index, says }] : [];
      }),
    )
    .concat(gaps(entries));
}

function backwards(entry: Dated): string[] {
  const says: string[] = [];
  if (entry.since && entry.until && entry.until <= entry.since) {
    says.push(`ends before it begins (${entry.since} to ${entry.until})`);
  }
  if (entry.knownFrom && entry.knownUntil && entry.knownUntil <= entry.knownFrom) {
    says.push(`knowledge ends before it begins (${entry.knownFrom} to ${entry.knownUntil})`);
  }
  return says;
}

const meets = (fromA: string, toA: string, fromB: string, toB: string): boolean => fromA < toB && fromB < toA;

function clash(a: Dated, b: Dated): string | undefined {
  const inForce = meets(a.since ?? START, a.until ?? END, b.since ?? START, b.until ?? END);
  return inForce && sameKnowledge(a, b)
    ? `overlaps an earlier entry about the same thing (${a.since ?? 'always'} to ${a.until ?? 'open'})`
    : undefined;
}

const sameKnowledge = (a: Dated, b: Dated): boolean =>
  meets(a.knownFrom ?? START, a.knownUntil ?? END, b.knownFrom ?? START, b.knownUntil ?? END);

function gaps(entries: readonly Dated[]): { index: number; says: string }[] {
  const current = entries
    .map((entry, index) => ({ entry, index }))
    .filter(({ entry }) => entry.knownUntil === undefined)
    .sort((a, b) => ((a.entry.since ?? START) < (b.entry.since ?? START) ? -1 : 1));
  return current.flatMap(({ entry, index }, place) => {
    const before = current[place - 1]?.entry;
    if (!before?.until || !entry.since || before.until >= entry.since) return [];
    return [{ index, says: `leaves a gap: nothing is said from ${before.until} to ${entry.since}` }];
  });
}
