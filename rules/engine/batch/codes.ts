import type { FactValue } from '../../../contracts/determination.js';
import type { FactEntry } from '../rule-set/dictionary.js';
import { isList } from '../rule-set/value-types.js';

/** What stands in a cell: nobody has answered; the answer is none; a word that no rule names. */
export const unknown = -0x80000000;
export const none = unknown + 1;
export const other = unknown + 2;

/**
 * How a fact is written as one whole number: `word` and `set` by their number in the book, `number` as itself, `day` as days
 * since 1970, `mask` (sets that pages make) as one bit for each member.
 */
export type Kind = 'word' | 'number' | 'day' | 'set' | 'mask';

export function kindOf({ origin, type }: FactEntry): Kind {
  if (type === 'set' || type === 'states' || type === 'identifiers')
    return origin === 'stored' ? 'set' : 'mask';
  if (type === 'integer') return 'number';
  return type === 'date' ? 'day' : 'word';
}

export const millisecondsOfDay = 86_400_000;

/** Words and sets in the order of their numbers. */
export type News = { words: readonly FactValue[]; sets: readonly (readonly string[])[] };

/** Words and sets by number. A number that was given stays; truth values come first. */
export class CodeBook {
  private readonly words: FactValue[] = [false, true];
  private readonly numbers = new Map<FactValue, number>([
    [false, 0],
    [true, 1],
  ]);
  private readonly sets: (readonly string[])[] = [];
  private readonly setNumbers = new Map<string, number>();

  word(value: string | boolean): number {
    const known = this.numbers.get(value);
    if (known !== undefined) return known;
    this.numbers.set(value, this.words.length);
    return this.words.push(value) - 1;
  }

  /** Number of a word that is in the book already. */
  listed(value: FactValue): number {
    return this.numbers.get(value) ?? other;
  }

  wordOf(code: number): FactValue {
    return code === none ? null : (this.words[code] ?? null);
  }

  set(members: readonly string[]): number {
    const key = members.join('\n');
    const known = this.setNumbers.get(key);
    if (known !== undefined) return known;
    this.setNumbers.set(key, this.sets.length);
    return this.sets.push([...members]) - 1;
  }

  membersOf(code: number): readonly string[] {
    return this.sets[code] ?? [];
  }

  /** What was given a number since so many were: for whoever reads cells of this book elsewhere. */
  since({ words, sets }: { words: number; sets: number }): News {
    return { words: this.words.slice(words), sets: this.sets.slice(sets) };
  }

  /**
   * Number of a value of a fact that is stated.
   * @throws RangeError for a value of another type than the fact's
   */
  codeOf(value: FactValue, kind: Kind): number {
    if (value === null) return none;
    if (kind === 'set' && isList(value)) return this.set(value);
    if (kind === 'number' && typeof value === 'number') return value;
    if (kind === 'day' && typeof value === 'string') return dayOf(value);
    if (kind === 'word' && (typeof value === 'string' || typeof value === 'boolean')) return this.word(value);
    throw new RangeError(`${JSON.stringify(value)} is no ${kind}`);
  }
}

const dayOf = (text: string): number =>
  Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10))) /
  millisecondsOfDay;
