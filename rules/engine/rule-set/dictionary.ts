import { routeFamilies } from '../../../contracts/codes.js';
import type { ConcludedFact, DerivedFact, StoredFact, ValueType } from '../schema/dictionary.js';

/** A fact that the engine itself makes from the effects of pages, so that later pages can read them. */
export type EffectFact = {
  id: string;
  scope: 'case' | 'item';
  type: 'boolean';
  origin: 'effect';
  of: EffectRead;
  family?: string;
  values?: undefined;
};
export type EffectRead =
  'opened' | 'shut' | 'removed' | 'planned' | 'ended' | 'settled' | 'settledButSecuring';

export type FactEntry =
  | (StoredFact & { origin: 'stored' })
  | (DerivedFact & { origin: 'derived' })
  | (ConcludedFact & { origin: 'concluded' })
  | EffectFact;

/** The fact dictionary by id. */
export type Dictionary = ReadonlyMap<string, FactEntry>;

const routeFacts = (family: string): EffectFact[] =>
  (['opened', 'shut', 'removed', 'planned'] as const).map((of) => ({
    id: `route.${family}.${of}`,
    scope: 'item',
    type: 'boolean',
    origin: 'effect',
    of,
    family,
  }));

/** Facts that every effect can be read as (design, section 4). */
export const effectFacts: readonly EffectFact[] = [
  { id: 'case.ended', scope: 'case', type: 'boolean', origin: 'effect', of: 'ended' },
  { id: 'item.settled', scope: 'item', type: 'boolean', origin: 'effect', of: 'settled' },
  {
    id: 'item.settledButSecuring',
    scope: 'item',
    type: 'boolean',
    origin: 'effect',
    of: 'settledButSecuring',
  },
  ...routeFamilies.flatMap(routeFacts),
];

/** Type of a fact as rules read it: identifiers are no value for rules, a window is one of its two words. */
export const typeOf = (fact: FactEntry): ValueType => fact.type;

export const entryOf = (dictionary: Dictionary, id: string): FactEntry => {
  const entry = dictionary.get(id);
  if (entry === undefined) throw new Error(`fact ${id} is not declared`);
  return entry;
};
