import type { ClockTerm, Period, Rung } from '../../../contracts/plan.js';
import type { Offices } from './office-days.js';
import { aheadOf, endOf, type Derivation } from './periods.js';

/** What a confirmation of preservation says of its own dates. Instants, ISO 8601 in UTC. */
export type Granted = { replyId: string; preservedFrom: string | null; preservedUntil: string | null };

/** A date that a reply announces, such as that of the word to the user. Instant, ISO 8601 in UTC. */
export type Announced = { replyId: string; at: string };

export type ClockInstants = {
  startedAt: string;
  endsAt: string;
  provisional: boolean;
  derivation: Derivation & {
    granted?: Granted;
    announced?: Announced;
    /** The paused clock whose time left this one runs. */
    continues?: { clockId: string; pausedAt: string };
  };
  rungs: readonly { at: string; rung: Rung }[];
};

/** Instants of rungs, counted from the start as `Rung.after` is. */
export const rungsFrom = (
  from: string,
  ladder: readonly Rung[],
  offices: Offices,
): { at: string; rung: Rung }[] => ladder.map((rung) => ({ at: endOf(from, rung.after, offices).at, rung }));

/** Which of these terms is the preservation itself: that of law or of the provider, or the office's own where there is no other. */
export function preservationOf(terms: readonly ClockTerm[]): readonly ClockTerm[] {
  const preserved = terms.filter((term) => term.starts === 'PRESERVED');
  const owed = preserved.filter((term) => term.nature !== 'office');
  return owed.length > 0 ? owed : preserved;
}

/**
 * Instants of one clock. Where a reply names dates of its own (`granted`), the clock counts from `preservedFrom` and ends
 * at `preservedUntil`; its rungs then keep their distance from the end, since a ladder of preservation counts days left
 * (specification C.7, T01, T04). A rung that lies before the start is due at the start.
 */
export function instantsOf(
  term: ClockTerm,
  startedAt: string,
  offices: Offices,
  granted: Granted | null,
): ClockInstants {
  const from = granted?.preservedFrom ?? startedAt;
  const { at, provisional, derivation } = endOf(from, term.length, offices);
  const rungs = rungsFrom(from, term.ladder, offices);
  if (granted === null) return { startedAt: from, endsAt: at, provisional, derivation, rungs };
  const kept = { ...derivation, granted };
  if (granted.preservedUntil === null)
    return { startedAt: from, endsAt: at, provisional, derivation: kept, rungs };
  const endsAt = granted.preservedUntil;
  const rule = 'until the date that the reply names';
  return {
    startedAt: from,
    endsAt,
    provisional: false,
    derivation: {
      ...kept,
      rule,
      local: endOf(endsAt, { amount: 0, unit: 'minute' }, offices).derivation.local,
    },
    rungs: rungs.map(({ at: planned, rung }) => ({ at: shifted(planned, at, endsAt, startedAt), rung })),
  };
}

/**
 * Instants of a clock that runs until some time before the date that a reply announces (P13). The last rungs come at that end;
 * the others when planned, and at the end where it is earlier. Where no time is left, the clock ends at once.
 */
export function untilAnnounced(
  term: ClockTerm & { before: Period },
  startedAt: string,
  offices: Offices,
  announced: Announced,
): ClockInstants {
  const planned = instantsOf(term, startedAt, offices, null);
  const { at: endsAt, local } = aheadOf(announced.at, term.before, offices, planned.startedAt);
  const rule = `${term.before.amount} ${term.before.unit} before the date that the reply announces`;
  return {
    ...planned,
    endsAt,
    provisional: false,
    derivation: { ...planned.derivation, rule, local, calendars: [], skipped: [], announced },
    rungs: planned.rungs.map(({ at, rung }) => ({
      at: at >= planned.endsAt || at > endsAt ? endsAt : at,
      rung,
    })),
  };
}

function shifted(planned: string, plannedEnd: string, end: string, notBefore: string): string {
  const instant = Date.parse(planned) + (Date.parse(end) - Date.parse(plannedEnd));
  return new Date(Math.max(instant, Date.parse(notBefore))).toISOString();
}
