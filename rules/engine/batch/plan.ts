import { programOf, type Program } from '../evaluate/program.js';
import type { BoundRuleSet } from '../rule-set/bound.js';
import type { WrittenEffect } from '../schema/page.js';
import { listed } from '../evaluate/effects.js';
import { Candidates } from './candidates.js';
import { none } from './codes.js';
import { bitsOf, effectsOf, scopesIn, type Effects, type NumberedEffect } from './effects.js';
import { Facts } from './facts.js';
import type { Layout } from './layout.js';
import { Words } from './words.js';
import { usesOf, type Uses } from './uses.js';

/** A rule set of a day laid out in whole numbers: all that generated code and the merge need to know beforehand. */
export class Plan {
  readonly program: Program;
  readonly layout: Layout;
  readonly facts: Facts;
  readonly effects: Effects;
  readonly words = new Words();
  readonly candidates: Candidates;
  readonly uses: Uses;
  /** Slots behind those of facts: rank and page that settle an item, and whether securing goes on. */
  readonly settled: { rank: number; page: number; securing: number };

  readonly opens: { from: number; to: number };
  private readonly openers = new Map<number, number[]>();
  private readonly pageBits = new Map<number, Int32Array>();
  private readonly settling: readonly { page: number; bits: Int32Array }[];

  constructor(rules: BoundRuleSet, layout: Layout) {
    this.program = programOf(rules);
    this.layout = layout;
    this.facts = new Facts(this.program, layout.book);
    this.effects = effectsOf(this.program);
    this.candidates = new Candidates(this.program, this.effects, this.facts, this.words);
    this.uses = usesOf(rules);
    this.opens = this.effects.range('open');
    for (const { opens, number } of this.effects.list)
      if (opens !== 0) this.openers.set(opens, [...(this.openers.get(opens) ?? []), number]);
    const settling = this.effects.list.filter(({ effect }) => 'settle' in effect).map(({ page }) => page);
    this.settling = [...new Set(settling)].map((page) => ({ page, bits: this.ofPage(page) }));
    const free = this.program.ground.entries.length;
    this.settled = { rank: free, page: free + 1, securing: free + 2 };
  }

  /** Whether a page of items can end the case. */
  get itemsEnd(): boolean {
    return this.effects.list.some(
      ({ effect, page }) => 'end' in effect && this.effects.pages[page]?.ofCase === false,
    );
  }

  /** Effects that open a family, by its bit. */
  opensOf(family: number): readonly number[] {
    return this.openers.get(family) ?? [];
  }

  /** Families that an effect removes as a whole. */
  removes(one: NumberedEffect): number {
    const { effect } = one;
    if (!('block' in effect) || effect.stage !== 'remove' || effect.measure !== undefined) return 0;
    return scopesIn(one).scopes.reduce((all, scope) => all | this.program.bitsOf(scope), 0);
  }

  /** Bits of the effects of a page. */
  ofPage(page: number): Int32Array {
    const known = this.pageBits.get(page);
    if (known !== undefined) return known;
    const numbers = (this.effects.byPage[page] ?? []).map(({ number }) => number);
    const fresh = bitsOf(numbers, this.effects.words);
    this.pageBits.set(page, fresh);
    return fresh;
  }

  /** Statement that writes what a page concludes; two values for one fact are a fault of the pages. */
  conclusion(effect: WrittenEffect, page: number): string {
    if (!('conclude' in effect)) return '';
    const { slot, assumed } = this.facts.slot(effect.conclude);
    if (effect.is === undefined)
      return `V[${slot}]|=${this.facts.mask(effect.conclude, listed(effect.add))};`;
    const code = this.facts.code(effect.conclude, effect.is);
    return `if(V[${slot}]!==${assumed}&&V[${slot}]!==${code})clash(${page},${slot});V[${slot}]=${code};`;
  }

  /** Effects of settling pages that another page beats do not stand. */
  beat = (values: Int32Array, effects: Int32Array): void => {
    const best = values[this.settled.page] ?? none;
    if (best === none) return;
    for (const { page, bits } of this.settling)
      if (page !== best)
        for (let word = 0; word < bits.length; word++)
          effects[word] = (effects[word] ?? 0) & ~(bits[word] ?? 0);
  };

  clash = (page: number, slot: number): never => {
    const { file } = this.effects.pages[page]?.bound.page ?? { file: '' };
    throw new Error(`${file}: ${this.program.ground.entries[slot]?.id ?? ''} is concluded with two values`);
  };
}
