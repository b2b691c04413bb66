import type { BoundRuleSet } from '../rule-set/bound.js';
import { none } from './codes.js';
import { bitsOf } from './effects.js';
import type { Layout } from './layout.js';
import { loadCode, type Load } from './load-code.js';
import { reachingCase } from './uses.js';
import { levelCode, type Level, type LevelRun } from './level-code.js';
import { Merge } from './merge.js';
import type { Outcome } from './outcome.js';
import { Plan } from './plan.js';
import { Sheets } from './sheets.js';

type LevelRuns = { ofCase: LevelRun | undefined; ofItem: LevelRun | undefined };

/**
 * Decides packed cases by the pages of one day, in whole numbers from the first fact to the merged plan, on sheets that are
 * used again: no object is made for a case. Outcome-equal to `determine`; `test/rules/batch.test.ts` holds it to that.
 */
export class Decider {
  private readonly plan: Plan;
  private readonly sheets: Sheets;
  private readonly merge: Merge;
  /** Levels of the rule set, then the conditions that only the merge reads. */
  private readonly levels: readonly LevelRuns[];
  private readonly ofCase: Load;
  private readonly ofItem: Load;
  private readonly reaching: ReadonlySet<string>;

  /** `truths`: whether the sheets keep the truth of every condition, or only of those that are read again. */
  constructor(rules: BoundRuleSet, layout: Layout, truths: 'every' | 'read again' = 'read again') {
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
    const kept = new Set(truths === 'every' ? program.nodes.list.keys() : this.merge.conditions);
    const code = (level: Level, name: string, nodes: readonly number[]) => ({
      ofCase: levelCode(plan, level, nodes, false, `${rules.asOf}/${name}/case`, kept),
      ofItem: levelCode(plan, level, nodes, true, `${rules.asOf}/${name}/item`, kept),
    });
    const written = [
      ...program.levels.map((level, index) =>
        code(
          level,
          String(index),
          fresh([...level.ofCase, ...level.ofItem].flatMap(({ numbers }) => numbers)),
        ),
      ),
      code({ facts: [], ofCase: [], ofItem: [] }, 'merge', fresh(this.merge.conditions)),
    ];
    this.levels = written.map(({ ofCase, ofItem }) => ({ ofCase: ofCase?.(kept), ofItem: ofItem?.(kept) }));
    const { length: facts } = program.ground.entries;
    const conditions = program.nodes.list.length;
    const pages = Math.ceil(effects.pages.length / 32);
    this.sheets = new Sheets({ facts: facts + 3, conditions, effects: effects.words, pages });
    this.ofCase = loadCode(plan, layout.ofCase, 'case', `${rules.asOf}/load/case`);
    this.ofItem = loadCode(plan, layout.ofItem, 'item', `${rules.asOf}/load/item`);
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
    this.ofCase(this.sheets.ofCase, cells, at);
    for (let item = 0; item < items; item++) this.loadItem(cells, at + this.plan.layout.size(item), item);
  }

  private loadItem(cells: Int32Array, atItem: number, item: number): void {
    const sheet = this.sheets.items[item];
    if (sheet === undefined) return;
    this.ofItem(sheet, cells, atItem);
    sheet[this.plan.settled.page] = none;
    sheet[this.plan.settled.securing] = 0;
  }
}
