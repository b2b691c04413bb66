import { Script } from 'node:vm';
import type { Level as FullLevel, WorkedFact } from '../evaluate/program.js';
import { none } from './codes.js';
import { deriveCode, type Tables } from './derive-code.js';
import type { NumberedEffect } from './effects.js';
import type { Slot } from './facts.js';
import { leafCode, type SetTests } from './leaf-code.js';
import { pageCode } from './page-code.js';
import type { Plan } from './plan.js';
import { plannedIn } from './planned.js';
import type { Sheets } from './sheets.js';

/** What a level is made of. */
export type Level = Pick<FullLevel, 'facts' | 'ofCase' | 'ofItem'>;

/** Works one level out for the case, or for one item. `at`: where the case's and the item's cells begin. */
export type LevelRun = (
  sheets: Sheets,
  cells: Int32Array,
  atCase: number,
  atItem: number,
  item: number,
) => void;

/** Makes the code of a level; the truths of these conditions are kept on the sheets. */
export type LevelCode = (kept: ReadonlySet<number>) => LevelRun;

/**
 * Straight-line code for one level: its facts, then every condition once, then its pages. Words of pages never enter the
 * source: whatever they say stands there as whole numbers. `undefined` where the level has nothing for the subject.
 * @param elsewhere takes up the conditions that the level reads and does not work out itself
 */
export function levelCode(
  plan: Plan,
  level: Level,
  nodes: readonly number[],
  ofItem: boolean,
  name: string,
  elsewhere: Set<number>,
): LevelCode | undefined {
  const writing = new Writing(plan, ofItem, elsewhere);
  const facts = level.facts.filter((fact) => (fact.entry.scope === 'item') === ofItem);
  const own = nodes.filter((number) => plan.program.nodes.node(number).ofItem === ofItem);
  const worked = facts.flatMap((fact) => writing.fact(fact));
  const conditions = own.map((number) => ({ number, line: writing.node(number) }));
  const pages = pageCode(plan, ofItem ? level.ofItem : level.ofCase, writing.truth);
  if (worked.length + conditions.length + pages.length === 0) return undefined;
  return (kept) => {
    const keeping = conditions.map(({ number, line }) =>
      kept.has(number) ? `${line}T[${number}]=t${number};` : line,
    );
    return compiled(plan, writing, ofItem, name, [...worked, ...writing.reads, ...keeping, ...pages]);
  };
}

function compiled(
  plan: Plan,
  { tests, tables }: Writing,
  ofItem: boolean,
  name: string,
  lines: readonly string[],
): LevelRun {
  const source = `'use strict';(function(tests,tables,planned,beat,clash){return function(sheets,cells,atCase,atItem,item){
const C=sheets.ofCase,S=sheets.truthsOfCase,B=sheets.effectsOfCase,items=sheets.items,n=sheets.count;
const ${ofItem ? 'V=items[item],T=sheets.truths[item],A=sheets.effects[item],P=sheets.pages[item]' : 'V=C,T=S,A=B,P=sheets.pagesOfCase'};
${lines.join('\n')}
}})`;
  const make = new Script(source, { filename: `batch/${name}` }).runInThisContext() as (
    tests: SetTests,
    tables: Tables,
    planned: (family: number, sheets: Sheets, item: number) => boolean,
    beat: Plan['beat'],
    clash: Plan['clash'],
  ) => LevelRun;
  const planned = (family: number, sheets: Sheets, item: number): boolean =>
    plannedIn(plan, family, sheets, item);
  return make(tests, tables, planned, plan.beat, plan.clash);
}

class Writing {
  readonly tests: SetTests = [];
  readonly tables: Tables = [];
  private readonly plan: Plan;
  private readonly ofItem: boolean;
  private readonly local = new Set<number>();
  private readonly values = new Map<string, string>();

  private readonly elsewhere: Set<number>;

  constructor(plan: Plan, ofItem: boolean, elsewhere: Set<number>) {
    this.plan = plan;
    this.ofItem = ofItem;
    this.elsewhere = elsewhere;
  }

  /** The line that works a fact out, where somebody reads it. What beats a settling page is worked out in any case. */
  fact({ entry, slot, family }: WorkedFact): string[] {
    const { plan } = this;
    const before = entry.origin === 'effect' && entry.of === 'settled' ? ['beat(V,A);'] : [];
    if (!plan.uses.read.has(entry.id)) return before;
    if (entry.origin === 'derived') {
      const parameter = (id: string): unknown => plan.program.rules.parameter(id);
      return [`V[${slot}]=${deriveCode(entry, plan.facts, this.value, this.tables, parameter)};`];
    }
    if (entry.origin !== 'effect') return [];
    const bit = (test: string): string[] => [...before, `V[${slot}]=${test}?1:0;`];
    switch (entry.of) {
      case 'ended':
        return bit(`sheets.end!==${none}`);
      case 'settled':
        return bit(`V[${plan.settled.page}]!==${none}`);
      case 'settledButSecuring':
        return ['beat(V,A);', ...bit(`V[${plan.settled.securing}]===1`)];
      case 'opened':
        return bit(this.anyOf((one) => (one.opens & family) !== 0));
      case 'shut':
        return bit(this.anyOf((one) => (one.shuts & family) !== 0));
      case 'removed':
        return bit(this.anyOf((one) => (plan.removes(one) & family) !== 0));
      case 'planned':
        return bit(`planned(${family},sheets,item)`);
    }
  }

  /** A condition, worked out without a branch. */
  node(number: number): string {
    const { condition, parts } = this.plan.program.nodes.node(number);
    const states = parts.map(this.truth);
    const says =
      condition.kind === 'leaf'
        ? leafCode(condition, this.plan.facts, { value: this.read, cell: this.cell }, this.tests)
        : condition.word === 'not'
          ? `1^${states[0]}`
          : states.join(condition.word === 'all' ? '&' : '|');
    this.local.add(number);
    return `const t${number}=${says};`;
  }

  /** Values that conditions read, each read once. */
  get reads(): string[] {
    return [...this.values].map(([name, read]) => `const ${name}=${read};`);
  }

  value = ({ slot, ofItem }: Slot): string => `${ofItem === this.ofItem ? 'V' : 'C'}[${slot}]`;

  truth = (number: number): string => {
    if (this.local.has(number)) return `t${number}`;
    this.elsewhere.add(number);
    return `${this.plan.program.nodes.node(number).ofItem ? 'T' : 'S'}[${number}]`;
  };

  private read = (slot: Slot): string => {
    const name = `${slot.ofItem ? 'i' : 'c'}${slot.slot}`;
    this.values.set(name, this.value(slot));
    return name;
  };

  private cell = ({ entry, ofItem }: Slot): string | undefined => {
    const place = this.plan.layout.place(entry.id);
    return place === undefined ? undefined : `cells[${ofItem ? 'atItem' : 'atCase'}+${place}]`;
  };

  /** Whether an effect of the case or of the subject stands, of those that match. */
  private anyOf(match: (one: NumberedEffect) => boolean): string {
    const words = this.plan.effects.bits(match);
    const tests = [...words].flatMap((bits, word) =>
      bits === 0 ? [] : [`((A[${word}]|B[${word}])&${bits})!==0`],
    );
    return tests.length === 0 ? 'false' : `(${tests.join('||')})`;
  }
}
