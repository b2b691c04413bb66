import { none } from './codes.js';

/**
 * What one decision works on, used again for the next: values of facts, truths of conditions, effects that stand and pages
 * that fired as bits, for the case and for each item.
 */
export class Sheets {
  readonly ofCase: Int32Array;
  readonly truthsOfCase: Uint8Array;
  readonly effectsOfCase: Int32Array;
  readonly pagesOfCase: Int32Array;
  readonly items: Int32Array[] = [];
  readonly truths: Uint8Array[] = [];
  readonly effects: Int32Array[] = [];
  readonly pages: Int32Array[] = [];
  /** Items of the case at hand. */
  count = 0;
  /** Page that ends the case, by its place, and its rank; `none` while no page does. */
  end = none;
  rank = 0;
  private readonly sizes: Sizes;

  constructor(sizes: Sizes) {
    this.sizes = sizes;
    this.ofCase = new Int32Array(sizes.facts);
    this.truthsOfCase = new Uint8Array(sizes.conditions);
    this.effectsOfCase = new Int32Array(sizes.effects);
    this.pagesOfCase = new Int32Array(sizes.pages);
  }

  /** Makes room for a case of so many items, nothing decided yet. */
  clear(count: number): void {
    while (this.items.length < count) {
      this.items.push(new Int32Array(this.sizes.facts));
      this.truths.push(new Uint8Array(this.sizes.conditions));
      this.effects.push(new Int32Array(this.sizes.effects));
      this.pages.push(new Int32Array(this.sizes.pages));
    }
    this.count = count;
    this.end = none;
    this.rank = 0;
    this.effectsOfCase.fill(0);
    this.pagesOfCase.fill(0);
    for (let item = 0; item < count; item++) this.clearItem(item);
  }

  clearItem(item: number): void {
    this.effects[item]?.fill(0);
    this.pages[item]?.fill(0);
  }
}

export type Sizes = { facts: number; conditions: number; effects: number; pages: number };
