import type { FactMap, FactValue } from '../../../contracts/determination.js';
import { entryOf, type Dictionary, type FactEntry } from '../rule-set/dictionary.js';
import type { Place, Sheet } from './kernel.js';
import type { State } from './state.js';

/** The dictionary laid out: every fact in a slot, and what a subject reads of which nothing is known yet. */
export type Ground = {
  dictionary: Dictionary;
  slots: ReadonlyMap<string, number>;
  entries: readonly FactEntry[];
  values: readonly FactValue[];
  unsure: readonly number[];
};

const grounds = new WeakMap<Dictionary, Ground>();

export function groundOf(dictionary: Dictionary): Ground {
  const known = grounds.get(dictionary);
  if (known !== undefined) return known;
  const entries = [...dictionary.values()];
  const fresh = {
    dictionary,
    entries,
    slots: new Map(entries.map(({ id }, slot) => [id, slot])),
    values: entries.map(assumedOf),
    unsure: entries.map(({ origin }) => (origin === 'stored' ? 1 : 0)),
  };
  grounds.set(dictionary, fresh);
  return fresh;
}

export function placeOf({ dictionary, slots }: Ground, fact: string): Place {
  const { scope, origin } = entryOf(dictionary, fact);
  return { slot: slots.get(fact) ?? -1, ofItem: scope === 'item', stored: origin === 'stored' };
}

/** Sheet of one subject. `null` is an answer where it means "none", and no answer where it means "unknown". */
export function sheetOf(ground: Ground, facts: FactMap, states: readonly State[]): Sheet {
  const values = ground.values.slice();
  const unsure = ground.unsure.slice();
  for (const fact in facts) {
    const slot = ground.slots.get(fact);
    const value = facts[fact];
    if (slot === undefined || value === undefined) continue;
    const entry = ground.entries[slot];
    if (value === null && entry?.origin === 'stored' && entry.nullMeans === 'unknown') continue;
    values[slot] = value;
    unsure[slot] = 0;
  }
  return { values, unsure, states: states.slice() };
}

function assumedOf(entry: FactEntry): FactValue {
  if (entry.origin === 'concluded') return entry.else;
  if (entry.origin !== 'stored') return false;
  return typeof entry.whenUnknown === 'object' && entry.whenUnknown !== null && 'refuse' in entry.whenUnknown
    ? null
    : entry.whenUnknown;
}
