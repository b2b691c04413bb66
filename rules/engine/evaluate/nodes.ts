import type { Condition } from '../rule-set/conditions.js';

/** One distinct condition of a rule set: its parts by number, and whether it reads facts of an item. */
export type Node = { condition: Condition; parts: readonly number[]; ofItem: boolean };

/**
 * The distinct conditions of a rule set, numbered so that parts come before the groups they stand in. Two conditions that ask
 * the same have one number; the code of `else` plays no part in it.
 */
export class Nodes {
  readonly list: Node[] = [];
  private readonly byKey = new Map<string, number>();
  private readonly numbers = new Map<Condition, number>();
  private readonly reads = new Map<number, readonly string[]>();
  private readonly isOfItem: (fact: string) => boolean;

  constructor(isOfItem: (fact: string) => boolean) {
    this.isOfItem = isOfItem;
  }

  /** Number of a condition; a condition that was not asked before gets the next one. */
  numberOf(condition: Condition): number {
    const known = this.numbers.get(condition);
    if (known !== undefined) return known;
    const parts = condition.kind === 'leaf' ? [] : condition.parts.map((part) => this.numberOf(part));
    const key =
      condition.kind === 'leaf'
        ? JSON.stringify([condition.fact, condition.operator, condition.expected])
        : `${condition.word} ${parts.join()}`;
    const number = this.byKey.get(key) ?? this.list.length;
    if (number === this.list.length) {
      this.list.push({ condition, parts, ofItem: this.readsItem(condition, parts) });
      this.byKey.set(key, number);
    }
    this.numbers.set(condition, number);
    return number;
  }

  node(number: number): Node {
    const node = this.list[number];
    if (node === undefined) throw new RangeError(`there is no condition ${number}`);
    return node;
  }

  /** A condition with every part of it, parts first. */
  within(number: number, into = new Set<number>()): Set<number> {
    for (const part of this.node(number).parts) this.within(part, into);
    return into.add(number);
  }

  /** Facts that an item's conditions within this one read; facts of the case may be among them. */
  readsOfItem(number: number): readonly string[] {
    const known = this.reads.get(number);
    if (known !== undefined) return known;
    const facts = [...this.within(number)].flatMap((part) => {
      const { condition, ofItem } = this.node(part);
      if (!ofItem || condition.kind === 'group') return [];
      const { fact, expected } = condition;
      return expected.kind === 'fact' ? [fact, expected.fact] : [fact];
    });
    const once = [...new Set(facts)];
    this.reads.set(number, once);
    return once;
  }

  private readsItem(condition: Condition, parts: readonly number[]): boolean {
    if (condition.kind === 'group') return parts.some((part) => this.node(part).ofItem);
    const { fact, expected } = condition;
    return this.isOfItem(fact) || (expected.kind === 'fact' && this.isOfItem(expected.fact));
  }
}
