import { Script } from 'node:vm';
import type { FactValue } from '../../../contracts/determination.js';
import type { Leaf } from '../rule-set/conditions.js';
import type { Nodes } from './nodes.js';
import { comparisons } from '../rule-set/operators.js';
import { negated, type State } from './state.js';

/** What is known of one subject: values, 1 where a value is assumed, and states of conditions; by slot and by number. */
export type Sheet = { values: FactValue[]; unsure: number[]; states: State[] };

/** Works the states of its conditions out for one subject, on the case's sheet and on the item's. */
export type Kernel = (ofCase: Sheet, ofItem: Sheet) => void;

/** Where a kernel finds a fact, and whether `isKnown` may ever be false of it. */
export type Place = { slot: number; ofItem: boolean; stored: boolean };

/**
 * Straight-line code for some conditions: every one once, parts first, without a branch between them. Words of pages enter the
 * source as JSON only.
 */
export function kernelOf(
  nodes: Nodes,
  numbers: readonly number[],
  placeOf: (fact: string) => Place,
  name: string,
): Kernel {
  if (numbers.length === 0) return () => undefined;
  const writing = new Writing(nodes, placeOf);
  const lines = numbers.map((number) => writing.line(number));
  const source = `'use strict';(function(compare,sets,not){return function(ofCase,ofItem){
const v=ofItem.values,u=ofItem.unsure,t=ofItem.states,c=ofCase.values,d=ofCase.unsure,s=ofCase.states;
${[...writing.reads, ...lines].join('\n')}
}})`;
  const make = new Script(source, { filename: `kernel/${name}` }).runInThisContext() as (
    compare: typeof comparisons,
    sets: readonly ReadonlySet<string>[],
    not: readonly State[],
  ) => Kernel;
  return make(comparisons, writing.sets, [0, 1, 2, 3, 4, 5, 6, 7].map(negated));
}

/** Longer lists are looked up, shorter ones compared one by one. */
const compared = 6;

class Writing {
  readonly sets: Set<string>[] = [];
  private readonly nodes: Nodes;
  private readonly placeOf: (fact: string) => Place;
  private readonly local = new Map<string, string>();

  constructor(nodes: Nodes, placeOf: (fact: string) => Place) {
    this.nodes = nodes;
    this.placeOf = placeOf;
  }

  get reads(): string[] {
    return [...this.local].map(([read, name]) => `const ${name}=${read};`);
  }

  line(number: number): string {
    const { condition, parts, ofItem } = this.nodes.node(number);
    const states = parts.map((part) => `${this.nodes.node(part).ofItem ? 't' : 's'}[${part}]`);
    const says =
      condition.kind === 'leaf'
        ? this.leaf(condition)
        : condition.word === 'not'
          ? `not[${states[0]}]`
          : states.join(condition.word === 'all' ? '&' : '|');
    return `${ofItem ? 't' : 's'}[${number}]=${says};`;
  }

  private leaf(leaf: Leaf): string {
    const unsure = this.unsure(leaf.fact);
    const { stored } = this.placeOf(leaf.fact);
    if (leaf.operator === 'isKnown') return stored ? `7*(1-${unsure})` : '7';
    if (leaf.operator === 'isUnknown') return stored ? `7*${unsure}` : '0';
    const both = leaf.expected.kind === 'fact' ? `(${unsure}|${this.unsure(leaf.expected.fact)})` : unsure;
    return `${this.test(leaf)}?7^${both}<<1:${both}<<2`;
  }

  private test({ fact, operator, expected }: Leaf): string {
    const seen = this.value(fact);
    if (expected.kind === 'fact') return `compare.${operator}(${seen},${this.value(expected.fact)})`;
    const { value } = expected;
    const written = JSON.stringify(value);
    if (operator === 'is' && !Array.isArray(value)) return `${seen}===${written}`;
    if (operator === 'isNot' && !Array.isArray(value)) return `${seen}!==${written}`;
    if (operator === 'in' && Array.isArray(value)) return this.oneOf(seen, value);
    if (operator === 'atLeast' && typeof value === 'number')
      return `(typeof ${seen}==='number'&&${seen}>=${written})`;
    if (operator === 'atMost' && typeof value === 'number')
      return `(typeof ${seen}==='number'&&${seen}<=${written})`;
    return `compare.${operator}(${seen},${written})`;
  }

  private oneOf(seen: string, members: readonly string[]): string {
    if (members.length === 0) return 'false';
    if (members.length <= compared)
      return `(${members.map((one) => `${seen}===${JSON.stringify(one)}`).join('||')})`;
    return `sets[${this.sets.push(new Set(members)) - 1}].has(${seen})`;
  }

  private value(fact: string): string {
    const { slot, ofItem } = this.placeOf(fact);
    return this.once(`${ofItem ? 'v' : 'c'}[${slot}]`, `${ofItem ? 'v' : 'c'}${slot}`);
  }

  private unsure(fact: string): string {
    const { slot, ofItem } = this.placeOf(fact);
    return this.once(`${ofItem ? 'u' : 'd'}[${slot}]`, `${ofItem ? 'u' : 'd'}${slot}`);
  }

  private once(read: string, name: string): string {
    this.local.set(read, name);
    return name;
  }
}
