import { isList } from '../rule-set/value-types.js';
import type { Board } from './board.js';
import type { Sheet } from './kernel.js';

/** Whether two sheets read the same in some slots: the values, and whether an assumption had a part in them. */
export const readAlike = (slots: readonly number[], one: Sheet, other: Sheet): boolean =>
  slots.every((slot) => one.unsure[slot] === other.unsure[slot] && isSame(slot, one, other));

function isSame(slot: number, one: Sheet, other: Sheet): boolean {
  const [a, b] = [one.values[slot] ?? null, other.values[slot] ?? null];
  if (a === b) return true;
  return isList(a) && isList(b) && a.length === b.length && a.every((member, at) => member === b[at]);
}

/** Each item with the first item of the case that reads the same of every fact; that may be the item itself. */
export function firstAlike({ items, sheets }: Board): ReadonlyMap<string, string> {
  const firsts: { item: string; sheet: Sheet }[] = [];
  return new Map(
    items.map((item, index) => {
      const sheet = sheets[index + 1];
      if (sheet === undefined) throw new RangeError(`${item} has no sheet`);
      const slots = [...sheet.values.keys()];
      const first = firsts.find((one) => readAlike(slots, one.sheet, sheet));
      if (first === undefined) firsts.push({ item, sheet });
      return [item, first?.item ?? item];
    }),
  );
}
