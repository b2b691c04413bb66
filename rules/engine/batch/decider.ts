import type { BoundRuleSet } from '../rule-set/bound.js';
import { none, unknown } from './codes.js';
import type { Column, Layout } from './layout.js';
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
  }

  /** Decides the case whose cells begin at `at`. The outcome is good until the next case is decided. */
  decide(cells: Int32Array, at: number, items: number): Outcome {
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
    return this.merge.merge(sheets);
  }

  private load(cells: Int32Array, at: number, items: number): void {
    const { sheets, plan, ofCase, ofItem } = this;
    sheets.clear(items);
    fill(sheets.ofCase, ofCase, cells, at);
    let atItem = at + plan.layout.ofCase.length;
    for (let item = 0; item < items; item++) {
      const sheet = sheets.items[item];
      if (sheet === undefined) continue;
      fill(sheet, ofItem, cells, atItem);
      sheet[plan.settled.page] = none;
      sheet[plan.settled.securing] = 0;
      atItem += plan.layout.ofItem.length;
    }
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
