import type { FactMap, FactValue, Frame } from '../../../contracts/determination.js';
import type { BoundRuleSet } from '../rule-set/bound.js';
import { entryOf, type FactEntry } from '../rule-set/dictionary.js';
import { CodeBook, kindOf, none, other, unknown, type Kind } from './codes.js';
import { usesOf, type Uses } from './uses.js';

/** One fact of a packed case. */
export type Column = {
  fact: string;
  kind: Kind;
  nullMeansUnknown: boolean;
  /** `known`: only whether it is known counts. `listed`: only words that rules name. `all`: every word. */
  keeps: 'known' | 'listed' | 'all';
};

/**
 * How a case is written as whole numbers: its own facts, then those of each item. Made for one rule set, or for several that
 * are compared on the same cases; holds the facts that any of them reads and no other.
 */
export class Layout {
  readonly book = new CodeBook();
  readonly ofCase: readonly Column[];
  readonly ofItem: readonly Column[];
  private readonly places: ReadonlyMap<string, number>;
  private readonly itemFacts: ReadonlySet<string>;
  private readonly columns: ReadonlyMap<string, Column>;

  constructor(rules: readonly BoundRuleSet[]) {
    const columns = rules.flatMap((one) => columnsOf(one, usesOf(one), this.book));
    this.ofCase = once(columns.filter(({ scope }) => scope === 'case'));
    this.ofItem = once(columns.filter(({ scope }) => scope === 'item'));
    this.columns = new Map([...this.ofCase, ...this.ofItem].map((column) => [column.fact, column]));
    this.itemFacts = new Set(this.ofItem.map(({ fact }) => fact));
    const places = (some: readonly Column[]): [string, number][] => some.map(({ fact }, at) => [fact, at]);
    this.places = new Map([...places(this.ofCase), ...places(this.ofItem)]);
  }

  /** Cells that a case of so many items takes. */
  size(items: number): number {
    return this.ofCase.length + items * this.ofItem.length;
  }

  /** Place of a fact among those of its subject; `undefined` where no rule reads it. */
  place(fact: string): number | undefined {
    return this.places.get(fact);
  }

  /** Cell of a fact of an item (from 0) or of the case (-1); `undefined` where no rule reads it, or not of that subject. */
  cell(fact: string, item: number): number | undefined {
    const [place, ofItem] = [this.places.get(fact), this.itemFacts.has(fact)];
    if (place === undefined || ofItem !== item >= 0) return undefined;
    return ofItem ? this.size(item) + place : place;
  }

  pack(frame: Frame): Int32Array<ArrayBuffer> {
    const cells = new Int32Array(this.size(frame.items.length));
    this.write(this.ofCase, frame.case, cells, 0);
    frame.items.forEach(({ facts }, item) => this.write(this.ofItem, facts, cells, this.size(item)));
    return cells;
  }

  /** A value of a fact as it would stand in its cell. */
  codeOfFact(fact: string, value: FactValue): number {
    const column = this.columns.get(fact);
    return column === undefined ? unknown : this.codeOf(column, value);
  }

  codeOf({ kind, keeps, nullMeansUnknown }: Column, value: FactValue | undefined): number {
    if (value === undefined || (value === null && nullMeansUnknown)) return unknown;
    if (value === null) return none;
    if (keeps === 'known') return other;
    if (keeps === 'listed' && kind === 'word') return this.book.listed(value);
    return this.book.codeOf(value, kind);
  }

  private write(columns: readonly Column[], facts: FactMap, cells: Int32Array, at: number): void {
    for (const column of columns) cells[at++] = this.codeOf(column, facts[column.fact]);
  }
}

type Scoped = Column & { scope: FactEntry['scope'] };

function columnsOf({ ruleSet: { dictionary } }: BoundRuleSet, uses: Uses, book: CodeBook): Scoped[] {
  uses.words.forEach((word) => book.word(word));
  return [...uses.read].flatMap((fact) => {
    const entry = entryOf(dictionary, fact);
    if (entry.origin !== 'stored') return [];
    const { scope, nullMeans } = entry;
    const keeps = uses.open.has(fact) ? 'all' : uses.valued.has(fact) ? 'listed' : 'known';
    return [{ fact, scope, kind: kindOf(entry), nullMeansUnknown: nullMeans === 'unknown', keeps }];
  });
}

/** Columns of several rule sets, each fact once, keeping the most that any of them needs. */
function once(columns: readonly Scoped[]): Column[] {
  const kept = new Map<string, Scoped>();
  for (const column of columns) {
    const before = kept.get(column.fact);
    if (before !== undefined && before.kind !== column.kind)
      throw new RangeError(
        `${column.fact} is a ${before.kind} in one rule set and a ${column.kind} in another`,
      );
    if (before === undefined || weight(before) < weight(column)) kept.set(column.fact, column);
  }
  return [...kept.values()].sort((a, b) => (a.fact < b.fact ? -1 : 1));
}

const weight = ({ keeps }: Column): number => ['known', 'listed', 'all'].indexOf(keeps);
