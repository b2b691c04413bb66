import type { Lot } from '../../contracts/determination.js';
import type { StoredValue } from '../../contracts/facts.js';
import type { Condition, LotPart } from './form-schema.js';
import type { DraftMaterial } from './material.js';

/** What a lot says under one of the words of a form. */
export function lotValue(lot: Lot, word: LotPart): string | readonly string[] {
  switch (word) {
    case 'urgency':
      return lot.terms.urgency;
    case 'addressee':
    case 'basis':
    case 'categories':
    case 'family':
    case 'measure':
    case 'route':
    case 'safeguards':
      return lot[word];
  }
}

/** Does the condition hold for this draft? A condition on items holds when it holds for one of them. */
export function holds(condition: Condition, material: DraftMaterial): boolean {
  return subjects(condition, material).some((value) => passes(condition, value));
}

function subjects(condition: Condition, material: DraftMaterial): readonly (StoredValue | undefined)[] {
  if ('lot' in condition) return [lotValue(material.lot, condition.lot)];
  if ('fact' in condition) return [material.facts[condition.fact]];
  if ('item' in condition) return material.items.map((item) => item.facts[condition.item]);
  return material.items.map((item) => {
    const key = item.facts[condition.by];
    if (typeof key !== 'string') return undefined;
    const id = `${condition.pick}.${key}`;
    return item.facts[id] ?? material.facts[id];
  });
}

function passes(condition: Condition, value: StoredValue | undefined): boolean {
  if (condition.isKnown !== undefined) return (value !== undefined && value !== null) === condition.isKnown;
  if (value === undefined) return condition.orUnknown;
  const wanted = condition.in ?? [condition.is];
  const members: readonly unknown[] = Array.isArray(value) ? value : [value];
  return members.some((member) => wanted.some((one) => one === member));
}
