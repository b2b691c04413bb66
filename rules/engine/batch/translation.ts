import type { News } from './codes.js';
import type { Layout } from './layout.js';

/** Cases that were packed by another book, in this layout's: words and sets have other numbers in each. */
export class Translation {
  private readonly layout: Layout;
  private readonly words: number[] = [];
  private readonly sets: number[] = [];
  private readonly ofCase: readonly (readonly number[])[];
  private readonly ofItem: readonly (readonly number[])[];

  constructor(layout: Layout) {
    this.layout = layout;
    const numbers = { word: this.words, set: this.sets, mask: [], number: [], day: [] };
    this.ofCase = layout.ofCase.map(({ kind }) => numbers[kind]);
    this.ofItem = layout.ofItem.map(({ kind }) => numbers[kind]);
  }

  /** What the other book has given numbers to since it was heard last, in its order. */
  learn({ words, sets }: News): void {
    const { book } = this.layout;
    for (const word of words)
      this.words.push(typeof word === 'string' || typeof word === 'boolean' ? book.word(word) : -1);
    for (const members of sets) this.sets.push(book.set(members));
  }

  /** Rewrites cases, one behind the other, in their place. */
  apply(cells: Int32Array, items: Int32Array): void {
    let at = 0;
    for (const count of items) {
      at = rewrite(this.ofCase, cells, at);
      for (let item = 0; item < count; item++) at = rewrite(this.ofItem, cells, at);
    }
  }
}

/** Numbers below zero and those of other kinds mean the same in every book. */
function rewrite(columns: readonly (readonly number[])[], cells: Int32Array, at: number): number {
  for (const numbers of columns) {
    const code = cells[at] ?? 0;
    if (code >= 0) cells[at] = numbers[code] ?? code;
    at += 1;
  }
  return at;
}
