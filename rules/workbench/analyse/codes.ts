import type { FactValue } from '../../../contracts/determination.js';
import { isState } from '../../../contracts/states.js';
import type { ValueType } from '../../engine/schema/dictionary.js';

/** Stands for `null`; no date, figure or word comes near it. */
export const none = -1_000_000_000;
const millisecondsOfDay = 86_400_000;
const firstWord = 1000;

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const states = letters.flatMap((one) => letters.map((two) => one + two)).filter(isState);

/** Least and greatest number of a type whose values are too many to be listed; lists and identifiers have none. */
export const rangeOf = (type: ValueType): readonly [least: number, most: number] | undefined => {
  if (type === 'integer') return [0, 1_000_000];
  if (type === 'date') return [0, 40_000];
  if (type === 'state') return [firstWord, firstWord + states.length - 1];
  if (type === 'text') return [firstWord, firstWord + 9999];
  return undefined;
};

/** Values of facts as whole numbers and back: words by their place in a list, dates as days, yes and no as 1 and 0. */
export class Codes {
  /** States come first, so that their numbers are one range. */
  private readonly words: string[] = [...states];

  of(value: FactValue): number {
    if (value === null) return none;
    if (typeof value === 'boolean') return value ? 1 : 0;
    if (typeof value === 'number') return value;
    if (typeof value !== 'string') throw new Error('a list has no single number');
    return /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? Math.round(Date.parse(value) / millisecondsOfDay)
      : firstWord + this.place(value);
  }

  /** The value of a fact of this type that a number stands for. */
  value(type: ValueType, code: number): FactValue {
    if (code === none) return null;
    if (type === 'boolean') return code === 1;
    if (type === 'integer') return code;
    if (type === 'date') return new Date(code * millisecondsOfDay).toISOString().slice(0, 10);
    return this.words[code - firstWord] ?? `some text ${code - firstWord}`;
  }

  private place(word: string): number {
    const at = this.words.indexOf(word);
    return at < 0 ? this.words.push(word) - 1 : at;
  }
}
