import type { BoundRuleSet } from '../rule-set/bound.js';
import { none, unknown } from './codes.js';
import { bitsOf } from './effects.js';
import type { Column, Layout } from './layout.js';
import { reachingCase } from './uses.js';
import { levelCode, type Level, type LevelRun } from './level-code.js';
import { Merge } from './merge.js';
import type { Outcome } from './outcome.js';
import { Plan } from './plan.js';
import { Sheets } from './sheets.js';

/** Where columns go, and what stands there while nobody has answered; and facts that pages make, as they start. */
type Reads = { columns: Int32Array; slots: Int32Array; assumed: Int32Array };

type LevelCode = { ofCase: LevelRun | undefined; ofItem: LevelRun | undefined };

/**
 * Decides packed cases by the pages of one day, in whole numbers from the first fact to the merged plan, on sheets that are
 * used again: no object is made for a case. Outcome-equal to `determine`; `test/rules/batch.test.ts` holds it to that.
 */
export class Decider {
  private readonly plan: Plan;
  private readonly sheets: Sheets;
  private readonly merge: Merge;
  /** Levels of the rule set, then the conditions that only the merge reads. */
  private readonly levels: readonly LevelCode[];
  private readonly ofCase: Reads;
  private readonly ofItem: Reads;
  private readonly reaching: ReadonlySet<string>;

  constructor(rules: BoundRuleSet, layout: Layout) {
    const plan = new Plan(rules, layout);
    this.plan = plan;
    const { program, effects } = plan;
    this.merge = new Merge(plan);
    const done = new Set<number>();
    const fresh = (asked: Iterable<number>): number[] => {
      const within = new Set<number>();
      for (const number of asked) program.nodes.within(number, within);
      const numbers = [...within].filter((number) => !done.has(number)).sort((a, b) => a - b);
      numbers.forEach((number) => done.add(number));
      return numbers;
    };
    const code = (level: Level, name: string, nodes: readonly number[]): LevelCode => ({
      ofCase: levelCode(plan, level, nodes, false, `${rules.asOf}/${name}/case`),
      ofItem: levelCode(plan, level, nodes, true, `${rules.asOf}/${name}/item`),
    });
    this.levels = [
      ...program.levels.map((level, index) =>
        code(
          level,
          String(index),
          fresh([...level.ofCase, ...level.ofItem].flatMap(({ numbers }) => numbers)),
        ),
      ),
      code({ facts: [], ofCase: [], ofItem: [] }, 'merge', fresh(this.merge.conditions)),
    ];
    const { length: facts } = program.ground.entries;
    const conditions = program.nodes.list.length;
    const pages = Math.ceil(effects.pages.length / 32);
    this.sheets = new Sheets({ facts: facts + 3, conditions, effects: effects.words, pages });
    this.ofCase = this.reads(layout.ofCase, 'case');
    this.ofItem = this.reads(layout.ofItem, 'item');
    this.reaching = reachingCase(rules);
  }

  /** Decides the case whose cells begin at `at`. The outcome is good until the next case is decided. */
  decide(cells: Int32Array, at: number, items: number): Outcome {
    return this.merge.merge(this.evaluate(cells, at, items));
  }

  /**
   * Runs the pages without merging what they do: truths of conditions, effects that stand and pages that fired, as bits. Good
   * until the next case is decided.
   */
  evaluate(cells: Int32Array, at: number, items: number): Sheets {
    const { sheets, levels } = this;
    const { ofCase, ofItem } = this.plan.layout;
    const atItems = at + ofCase.length;
    this.load(cells, at, items);
    for (const level of levels) {
      level.ofCase?.(sheets, cells, at, atItems, -1);
      if (level.ofItem === undefined) continue;
      for (let item = 0; item < items; item++)
        level.ofItem(sheets, cells, at, atItems + item * ofItem.length, item);
    }
    return sheets;
  }

  /**
   * Decides one item again, its cells changed, beside the case and the other items as they were last decided. Good only for
   * facts that do not reach the case. The outcome is that of this item alone.
   */
  decideItem(cells: Int32Array, at: number, item: number): Outcome {
    const { sheets, plan } = this;
    const atItem = at + plan.layout.size(item);
    sheets.clearItem(item);
    this.loadItem(cells, atItem, item);
    for (const level of this.levels) level.ofItem?.(sheets, cells, at, atItem, item);
    return this.merge.mergeItem(sheets, item);
  }

  /** Pages that fired for the case decided last, or for one of its items, in the order in which they are judged. */
  pagesFired(): string[] {
    const { pagesOfCase, pages, count } = this.sheets;
    const sheets = [pagesOfCase, ...pages.slice(0, count)];
    return this.plan.effects.pages.flatMap(({ bound }, place) =>
      sheets.some((bits) => ((bits[place >> 5] ?? 0) & (1 << (place & 31))) !== 0) ? bound.page.id : [],
    );
  }

  /** Some pages by their ids, as bits of the pages that fired. */
  pageBits(ids: ReadonlySet<string>): Int32Array {
    const { pages } = this.plan.effects;
    const places = pages.flatMap(({ bound }, place) => (ids.has(bound.page.id) ? place : []));
    return bitsOf(places, Math.ceil(pages.length / 32));
  }

  /** Whether a fact of an item has a part in what the case itself reads, or can end it. */
  reachesCase(fact: string): boolean {
    return this.reaching.has(fact) || this.plan.itemsEnd;
  }

  private load(cells: Int32Array, at: number, items: number): void {
    this.sheets.clear(items);
    fill(this.sheets.ofCase, this.ofCase, cells, at);
    for (let item = 0; item < items; item++) this.loadItem(cells, at + this.plan.layout.size(item), item);
  }

  private loadItem(cells: Int32Array, atItem: number, item: number): void {
    const sheet = this.sheets.items[item];
    if (sheet === undefined) return;
    fill(sheet, this.ofItem, cells, atItem);
    sheet[this.plan.settled.page] = none;
    sheet[this.plan.settled.securing] = 0;
  }

  /** Stated facts by column; facts that pages conclude have none and start as the dictionary says. */
  private reads(columns: readonly Column[], scope: 'case' | 'item'): Reads {
    const { facts, program } = this.plan;
    const stated = columns.flatMap(({ fact }, column) =>
      program.ground.slots.has(fact) ? [{ column, ...facts.slot(fact) }] : [],
    );
    const concluded = program.ground.entries
      .filter((entry) => entry.origin === 'concluded' && entry.scope === scope)
      .map(({ id }) => ({ column: -1, ...facts.slot(id) }));
    const all = [...stated, ...concluded];
    return {
      columns: Int32Array.from(all, ({ column }) => column),
      slots: Int32Array.from(all, ({ slot }) => slot),
      assumed: Int32Array.from(all, ({ assumed }) => assumed),
    };
  }
}

function fill(sheet: Int32Array, { columns, slots, assumed }: Reads, cells: Int32Array, at: number): void {
  for (let read = 0; read < slots.length; read++) {
    const column = columns[read] ?? -1;
    const code = column < 0 ? unknown : (cells[at + column] ?? unknown);
    sheet[slots[read] ?? 0] = code === unknown ? (assumed[read] ?? none) : code;
  }
}
