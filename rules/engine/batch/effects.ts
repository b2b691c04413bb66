import type { PlannedEffect, PlannedPage, Program } from '../evaluate/program.js';
import { isRead } from '../rule-set/dependencies.js';
import { listed } from '../evaluate/effects.js';

/** What kind of thing an effect does in the merge; effects of one sort stand side by side in the bits. */
export const sorts = ['open', 'kill', 'hold', 'ask', 'cite', 'safeguard', 'tell'] as const;
export type Sort = (typeof sorts)[number];

/** An effect that stands or does not, as one bit; conclusions are none. `page` is the page's place in the list. */
export type NumberedEffect = PlannedEffect & { number: number; sort: Sort; page: number };

/** Every effect of the pages in force, numbered by sort, then by page; and the pages in the order in which they are judged. */
export type Effects = {
  pages: readonly PlannedPage[];
  /** Rules in alphabetical order, and the place there of each page's. */
  rules: readonly string[];
  ruleOfPage: readonly number[];
  list: readonly NumberedEffect[];
  /** Effects of each page, by its place. */
  byPage: readonly (readonly NumberedEffect[])[];
  /** Words of bits that all effects take. */
  words: number;
  /** First number of a sort, and the first that is none of it. */
  range(sort: Sort): { from: number; to: number };
  /** Bits of some effects. */
  bits(some: (one: NumberedEffect) => boolean): Int32Array;
};

export function effectsOf({ levels }: Program): Effects {
  const pages = levels.flatMap(({ ofCase, ofItem }) => [...ofCase, ...ofItem]);
  const all = pages.flatMap(({ effects }, page) =>
    effects.filter(({ effect }) => !('conclude' in effect)).map((planned) => ({ planned, page })),
  );
  const list = sorts.flatMap((sort) =>
    all.filter(({ planned }) => sortOf(planned) === sort).map((one) => ({ ...one, sort })),
  );
  const numbered = list.map(({ planned, page, sort }, number) => ({ ...planned, number, sort, page }));
  const rules = [...new Set(pages.map(({ rule }) => rule))].sort();
  const words = Math.ceil(numbered.length / 32);
  return {
    pages,
    rules,
    ruleOfPage: pages.map(({ rule }) => rules.indexOf(rule)),
    list: numbered,
    byPage: pages.map((_, page) => numbered.filter((one) => one.page === page)),
    words,
    range: (sort) => {
      const some = numbered.filter((one) => one.sort === sort);
      return { from: some[0]?.number ?? 0, to: (some.at(-1)?.number ?? -1) + 1 };
    },
    bits: (some) =>
      bitsOf(
        numbered.filter(some).map(({ number }) => number),
        words,
      ),
  };
}

function sortOf({ effect }: PlannedEffect): Sort {
  if ('open' in effect) return 'open';
  if ('shut' in effect) return 'kill';
  if ('block' in effect) return effect.stage === 'remove' ? 'kill' : 'hold';
  if ('ask' in effect) return 'ask';
  if ('cite' in effect) return 'cite';
  return 'safeguard' in effect ? 'safeguard' : 'tell';
}

export function bitsOf(numbers: readonly number[], words: number): Int32Array {
  const bits = new Int32Array(words);
  for (const number of numbers) bits[number >> 5] = (bits[number >> 5] ?? 0) | (1 << (number & 31));
  return bits;
}

/** Routes that a shutting or blocking effect names, and the fact from which it reads them instead. */
export function scopesIn({ effect }: PlannedEffect): { scopes: readonly string[]; readFrom?: string } {
  if ('shut' in effect) return { scopes: listed(effect.shut) };
  if (!('block' in effect)) return { scopes: [] };
  return isRead(effect.scope)
    ? { scopes: [], readFrom: effect.scope.fact }
    : { scopes: listed(effect.scope) };
}
