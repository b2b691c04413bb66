import type { Registers } from './model.js';
import type { Sourced, TreatyRow } from './schema.js';
import { covering, trust, visible, type Asking, type DoubtReason } from './trust.js';

/** How one State stands to a treaty or channel on a day: in, out, or not sure with the reason. */
export type Standing = {
  is: 'in' | 'out' | 'doubtful';
  ref: string;
  at: string | undefined;
  why?: DoubtReason;
  says: string;
};

/**
 * Standing of a State towards a treaty. Only `party`, in force for the State and in force at all, is in; invited,
 * signatory and none are out. Specification H.8.
 */
export function treatyStanding(registers: Registers, state: string, id: string, asking: Asking): Standing {
  const ref = `treaties/${state}#${id}`;
  const instrument = registers.instruments[id];
  const dormant = !instrument?.inForce || (instrument.entryIntoForce ?? '') > asking.asOf;
  if (dormant) return { is: 'out', ref, at: undefined, says: `${id} is not in force` };
  const found = registers.states.get(state);
  const rows = visible(found?.treaties[id] ?? [], asking, registers.compiledOn);
  const row = covering(rows, asking.asOf);
  if (row) return rowStanding(row, ref, asking);
  if (rows.length > 0)
    return { is: 'out', ref, at: undefined, says: `not in force for ${state} on ${asking.asOf}` };
  const group = visible(found?.notParty ?? [], asking, registers.compiledOn).find((entry) =>
    entry.instruments.includes(id),
  );
  if (group) return outUnlessLow(group, ref, `${state} is not a Party`);
  return { is: 'doubtful', ref, at: undefined, why: 'UNKNOWN', says: `the register has no row of ${state}` };
}

function rowStanding(row: TreatyRow, ref: string, asking: Asking): Standing {
  const says = row.note ?? row.status;
  if (row.status === 'unknown') return { is: 'doubtful', ref, at: row.lastChecked, why: 'UNKNOWN', says };
  if (row.status !== 'party') return outUnlessLow(row, ref, says);
  const trusted = trust({ ref, entry: row }, asking);
  if (!trusted.sure) return { is: 'doubtful', ref, at: trusted.at ?? undefined, why: trusted.why, says };
  if (!row.since && asking.checks !== 'ASSUMED' && asking.asOf < (trusted.at ?? '')) {
    return {
      is: 'doubtful',
      ref,
      at: trusted.at,
      why: 'NO_DATE',
      says: 'the day it entered into force is not known',
    };
  }
  return { is: 'in', ref, at: trusted.at, says };
}

/** A "no" stands even when it is old: nothing opens on it. Only a "no" of low confidence is a question. */
const outUnlessLow = (entry: Sourced, ref: string, says: string): Standing =>
  entry.confidence === 'low'
    ? { is: 'doubtful', ref, at: entry.lastChecked, why: 'LOW_CONFIDENCE', says }
    : { is: 'out', ref, at: entry.lastChecked, says };

/** Standing of a State in a network of contacts; where the channel follows a treaty, the treaty's. */
export function channelStanding(registers: Registers, state: string, id: string, asking: Asking): Standing {
  const channel = registers.channels.channels[id];
  if (channel?.follows) return treatyStanding(registers, state, channel.follows, asking);
  const ref = `channels/${state}#${id}`;
  const rows = visible(registers.states.get(state)?.channels[id] ?? [], asking, registers.compiledOn);
  const row = covering(rows, asking.asOf);
  if (rows.length === 0 && channel?.absent === 'none')
    return { is: 'out', ref, at: undefined, says: 'no member' };
  if (!row || row.status === undefined || row.status === 'unknown') {
    return { is: 'doubtful', ref, at: row?.lastChecked, why: 'UNKNOWN', says: row?.note ?? 'not known' };
  }
  if (row.status === 'none') return outUnlessLow(row, ref, row.note ?? 'no member');
  const trusted = trust({ ref, entry: row }, asking);
  return trusted.sure
    ? { is: 'in', ref, at: trusted.at, says: row.body ?? 'member' }
    : { is: 'doubtful', ref, at: trusted.at ?? undefined, why: trusted.why, says: row.body ?? 'member' };
}

/** Two States together: in only if both are; out as soon as one is surely out; else the doubtful ones. */
export function together(sides: readonly Standing[]): { is: Standing['is']; doubts: readonly Standing[] } {
  if (sides.some((side) => side.is === 'out')) return { is: 'out', doubts: [] };
  const doubts = sides.filter((side) => side.is === 'doubtful');
  return { is: doubts.length > 0 ? 'doubtful' : 'in', doubts };
}
