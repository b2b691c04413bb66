import type { FactValue } from '../../../contracts/determination.js';
import type { Program } from '../evaluate/program.js';
import { entryOf, type FactEntry } from '../rule-set/dictionary.js';
import { isList } from '../rule-set/value-types.js';
import { kindOf, none, type CodeBook, type Kind } from './codes.js';

/** A fact on the sheets of whole numbers: where it stands, how it is written, what it reads while nobody has said. */
export type Slot = { entry: FactEntry; slot: number; kind: Kind; ofItem: boolean; assumed: number };

/** Facts of a rule set as whole numbers, and the members of sets that pages make. */
export class Facts {
  readonly book: CodeBook;
  private readonly program: Program;
  private readonly slots = new Map<string, Slot>();
  private readonly members = new Map<string, readonly string[]>();

  constructor(program: Program, book: CodeBook) {
    this.program = program;
    this.book = book;
  }

  slot(fact: string): Slot {
    const known = this.slots.get(fact);
    if (known !== undefined) return known;
    const { ground } = this.program;
    const entry = entryOf(ground.dictionary, fact);
    const slot = ground.slots.get(fact) ?? -1;
    const fresh = { entry, slot, kind: kindOf(entry), ofItem: entry.scope === 'item' };
    const made = { ...fresh, assumed: this.code(fact, ground.values[slot] ?? null) };
    this.slots.set(fact, made);
    return made;
  }

  /** A value of a fact as a whole number. */
  code(fact: string, value: FactValue): number {
    const entry = entryOf(this.program.ground.dictionary, fact);
    const kind = kindOf(entry);
    // What the engine makes reads `false` before it is made, whatever its type.
    if (value === false && entry.origin !== 'stored' && entry.type !== 'boolean') return none;
    if (kind === 'mask') return value === null ? 0 : this.mask(fact, isList(value) ? value : []);
    return this.book.codeOf(value, kind);
  }

  /** Members that a set made by pages can have, in the order of their bits. */
  membersOf(fact: string): readonly string[] {
    const known = this.members.get(fact);
    if (known !== undefined) return known;
    const found = this.possible(fact);
    if (found.length > 31) throw new RangeError(`${fact} can have more than 31 members`);
    this.members.set(fact, found);
    return found;
  }

  /** Members of a set that pages make as bits; one that it cannot have is none. */
  mask(fact: string, members: readonly string[]): number {
    const all = this.membersOf(fact);
    return members.reduce((bits, one) => bits | (all.includes(one) ? 1 << all.indexOf(one) : 0), 0);
  }

  /** Members of a set by its number or its bits. */
  membersIn(fact: string, code: number): readonly string[] {
    const { kind } = this.slot(fact);
    if (kind === 'set') return this.book.membersOf(code);
    return this.membersOf(fact)
      .filter((_, bit) => (code & (1 << bit)) !== 0)
      .sort();
  }

  private possible(fact: string): string[] {
    const { ground, rules } = this.program;
    const entry = entryOf(ground.dictionary, fact);
    const ofPages = [...rules.pages.values()].flatMap(({ page }) =>
      page.then.flatMap((one) => ('conclude' in one && one.conclude === fact ? (one.add ?? []) : [])),
    );
    const source =
      entry.origin === 'derived' && 'over' in entry.derive
        ? (entryOf(ground.dictionary, entry.derive.over.fact).values ?? [])
        : [];
    const before = entry.origin === 'concluded' && isList(entry.else) ? entry.else : [];
    return [...new Set([...before, ...ofPages, ...source])].sort();
  }
}
