import type { FactValue, Frame } from '../../../contracts/determination.js';
import type { Dictionary } from '../rule-set/dictionary.js';
import { sheetOf, type Ground } from './ground.js';
import type { Sheet } from './kernel.js';
import type { State } from './state.js';

export const caseSubject = 'case';

/**
 * Everything known about one run: a sheet for the case and one for each item. An item reads the case for facts of the case.
 * A stored fact that nobody has answered reads as the dictionary assumes; `unsure` says whether an assumption had a part.
 */
export class Board {
  /** The case, then the items; the sheets stand in the same order. */
  readonly subjects: readonly string[];
  readonly items: readonly string[];
  readonly sheets: readonly Sheet[];
  readonly ofCase: Sheet;
  readonly dictionary: Dictionary;
  private readonly ground: Ground;
  private readonly places: ReadonlyMap<string, number>;

  /** `states`: of every condition before it is worked out. */
  constructor(frame: Frame, ground: Ground, states: readonly State[] = []) {
    this.ground = ground;
    this.dictionary = ground.dictionary;
    this.items = frame.items.map(({ id }) => id);
    this.subjects = [caseSubject, ...this.items];
    this.ofCase = sheetOf(ground, frame.case, states);
    this.sheets = [this.ofCase, ...frame.items.map(({ facts }) => sheetOf(ground, facts, states))];
    this.places = new Map(this.subjects.map((subject, index) => [subject, index]));
  }

  value(subject: string, fact: string): FactValue {
    return this.read(fact, this.sheet(subject));
  }

  /** Whether somebody has answered. What the engine works out is always known. */
  known(subject: string, fact: string): boolean {
    return this.isKnown(fact, this.sheet(subject));
  }

  /** Value of a fact of the subject of a sheet, or of the case. */
  read(fact: string, sheet: Sheet): FactValue {
    const slot = this.slot(fact);
    return this.homeOf(slot, sheet).values[slot] ?? null;
  }

  isKnown(fact: string, sheet: Sheet): boolean {
    return this.ground.entries[this.slot(fact)]?.origin !== 'stored' || this.unsure(fact, sheet) === 0;
  }

  /** 1 where an assumption had a part in the value. */
  unsure(fact: string, sheet: Sheet): number {
    const slot = this.slot(fact);
    return this.homeOf(slot, sheet).unsure[slot] ?? 0;
  }

  /** Writes what was worked out; a doubt that stands already stays. */
  set(fact: string, sheet: Sheet, value: FactValue, unsure: boolean): void {
    const slot = this.slot(fact);
    const home = this.homeOf(slot, sheet);
    home.values[slot] = value;
    if (unsure) home.unsure[slot] = 1;
  }

  sheet(subject: string): Sheet {
    return this.sheets[this.places.get(subject) ?? -1] ?? this.ofCase;
  }

  slot(fact: string): number {
    const slot = this.ground.slots.get(fact);
    if (slot === undefined) throw new Error(`fact ${fact} is not declared`);
    return slot;
  }

  private homeOf(slot: number, sheet: Sheet): Sheet {
    return this.ground.entries[slot]?.scope === 'case' ? this.ofCase : sheet;
  }
}
