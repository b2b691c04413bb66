import type { FactValue } from '../../../contracts/determination.js';
import { entryOf, type Dictionary } from '../rule-set/dictionary.js';
import type { DerivedFact } from '../schema/dictionary.js';
import type { Literal } from '../schema/words.js';
import { isList } from '../rule-set/value-types.js';

/** What a derivation reads: one subject, and for `over` every item. */
export type DerivationReader = {
  value(fact: string): FactValue;
  ofEveryItem(fact: string): readonly FactValue[];
  parameter(id: string): Literal;
};

const millisecondsOfDay = 86_400_000;

/** Value of a derived fact: one of the five kinds of design section 4, pure. */
export function derive(
  { derive: how }: DerivedFact,
  dictionary: Dictionary,
  reader: DerivationReader,
): FactValue {
  if ('pick' in how) {
    const source = how.pick.from[String(reader.value(how.pick.by))];
    return source === undefined ? how.pick.else : reader.value(source);
  }
  if ('firstOf' in how) {
    const list = reader.parameter(how.firstOf.list);
    const set = reader.value(how.firstOf.in);
    const first =
      Array.isArray(list) && Array.isArray(set) ? list.find((one) => set.includes(one)) : undefined;
    return first ?? how.firstOf.else;
  }
  if ('days' in how)
    return daysBetween(reader.value(how.days.from), reader.value(how.days.to), how.days.plus ?? 0);
  if ('order' in how) {
    const rank = entryOf(dictionary, how.order.of).values?.indexOf(String(reader.value(how.order.of))) ?? -1;
    return rank < 0 ? null : rank;
  }
  return overItems(how.over.items, reader.ofEveryItem(how.over.fact), how.over.is ?? true);
}

/** Whole days from one date to the other; `null` when either is not known. */
function daysBetween(from: FactValue, to: FactValue, plus: number): FactValue {
  if (typeof from !== 'string' || typeof to !== 'string') return null;
  return Math.round((Date.parse(to) - Date.parse(from)) / millisecondsOfDay) + plus;
}

function overItems(word: string, values: readonly FactValue[], wanted: Literal): FactValue {
  const matching = values.filter((value) => value === wanted).length;
  const numbers = values.filter((value) => typeof value === 'number');
  switch (word) {
    case 'any':
      return matching > 0;
    case 'all':
      return values.length > 0 && matching === values.length;
    case 'none':
      return matching === 0;
    case 'count':
      return matching;
    case 'min':
      return numbers.length === 0 ? null : Math.min(...numbers);
    case 'max':
      return numbers.length === 0 ? null : Math.max(...numbers);
    default:
      return [
        ...new Set(
          values.flatMap((value) => (isList(value) ? value : typeof value === 'string' ? [value] : [])),
        ),
      ].sort();
  }
}
