import type { FactValue } from '../../../contracts/determination.js';
import type { BoundRuleSet } from '../../engine/rule-set/bound.js';
import type { Condition, Leaf } from '../../engine/rule-set/conditions.js';
import { entryOf, type FactEntry } from '../../engine/rule-set/dictionary.js';
import { Codes, none } from './codes.js';
import { Effects } from './effects.js';
import type { Figure, Truth, Z } from './solver.js';
import { isListType, StatedFacts } from './stated.js';
import type { Terms } from './terms.js';
import { vocabularyOf } from './vocabulary.js';

/**
 * The rules of a day for a solver, over a case with one item: each condition as a truth, each fact as a whole number or a set of
 * members. Facts that pages conclude, derivations and effects that are read as facts stand for what makes them; what people and
 * registers state is free within its domain. The registers' own consistency is not told: a case found may be one that only
 * answers of people bring about.
 */
export class Encoding implements Terms {
  readonly z: Z;
  readonly rules: BoundRuleSet;
  readonly effects: Effects;
  readonly stated: StatedFacts;
  readonly wordsOf: (entry: FactEntry) => readonly string[];
  private readonly codes = new Codes();
  private readonly values = new Map<string, Figure>();
  private readonly truths = new Map<Condition, Truth>();

  constructor(z: Z, rules: BoundRuleSet) {
    this.z = z;
    this.rules = rules;
    this.wordsOf = vocabularyOf(rules);
    this.stated = new StatedFacts(z, this.codes, rules.asOf, this.wordsOf);
    this.effects = new Effects(this);
  }

  entry(fact: string): FactEntry {
    return entryOf(this.rules.ruleSet.dictionary, fact);
  }

  truth(condition: Condition): Truth {
    const before = this.truths.get(condition) ?? this.encoded(condition);
    this.truths.set(condition, before);
    return before;
  }

  is(fact: string, value: FactValue): Truth {
    return this.value(fact).eq(this.codes.of(value));
  }

  figureOf(value: FactValue): Figure {
    return this.z.Int.val(this.codes.of(value));
  }

  /** A fact with one value. */
  value(fact: string): Figure {
    const before = this.values.get(fact) ?? this.valueOf(this.entry(fact));
    this.values.set(fact, before);
    return before;
  }

  /** Whether a list holds a word. */
  member(fact: string, word: string): Truth {
    const { z } = this;
    const entry = this.entry(fact);
    if (entry.origin === 'stored') return this.stated.of(entry).members.get(word) ?? z.Bool.val(false);
    if (entry.origin === 'concluded') return this.effects.adds(fact, word);
    if (entry.origin !== 'derived' || !('over' in entry.derive)) throw new Error(`${fact} is no list`);
    const { fact: ofItem } = entry.derive.over;
    return isListType(this.entry(ofItem)) ? this.member(ofItem, word) : this.is(ofItem, word);
  }

  isKnown(fact: string): Truth {
    const entry = this.entry(fact);
    return entry.origin === 'stored' ? this.stated.of(entry).known : this.z.Bool.val(true);
  }

  private encoded(condition: Condition): Truth {
    if (condition.kind === 'leaf') return this.leaf(condition);
    const parts = condition.parts.map((part) => this.truth(part));
    if (condition.word === 'all') return this.z.And(...parts);
    return condition.word === 'any' ? this.z.Or(...parts) : this.z.Not(this.z.And(...parts));
  }

  private leaf(leaf: Leaf): Truth {
    const { z } = this;
    const { fact, operator, expected } = leaf;
    if (operator === 'isKnown') return this.isKnown(fact);
    if (operator === 'isUnknown') return z.Not(this.isKnown(fact));
    if (isListType(this.entry(fact))) return this.ofList(leaf);
    const seen = this.value(fact);
    if (operator === 'in') return z.Or(...literals(leaf).map((word) => this.is(fact, word)));
    const other = expected.kind === 'fact' ? this.value(expected.fact) : this.figureOf(expected.value);
    if (operator === 'is') return seen.eq(other);
    if (operator === 'isNot') return seen.neq(other);
    const both = [seen.neq(none), other.neq(none)];
    return operator === 'atLeast' || operator === 'onOrAfter'
      ? z.And(...both, seen.ge(other))
      : z.And(...both, seen.le(other));
  }

  private ofList(leaf: Leaf): Truth {
    const { z } = this;
    const { fact, operator } = leaf;
    const asked = literals(leaf);
    const some = z.Or(...asked.map((word) => this.member(fact, word)));
    if (operator === 'includes' || operator === 'includesAnyOf') return some;
    if (operator !== 'within') throw new Error(`${fact} is a list and ${operator} reads none`);
    const outside = this.wordsOf(this.entry(fact)).filter((word) => !asked.includes(word));
    return z.And(some, ...outside.map((word) => z.Not(this.member(fact, word))));
  }

  private valueOf(entry: FactEntry): Figure {
    const { z } = this;
    if (entry.origin === 'stored') return this.stated.of(entry).value;
    if (entry.origin === 'effect') return this.figure(this.effects.reads(entry));
    if (entry.origin === 'concluded')
      return this.effects
        .concludes(entry.id)
        .reduce<Figure>(
          (otherwise, { stands, is }) => z.If(stands, this.figureOf(is), otherwise),
          this.figureOf(entry.else),
        );
    return this.derived(entry);
  }

  private derived({ derive: how, id }: Extract<FactEntry, { origin: 'derived' }>): Figure {
    const { z } = this;
    if ('pick' in how)
      return Object.entries(how.pick.from).reduce<Figure>(
        (otherwise, [word, from]) => z.If(this.is(how.pick.by, word), this.value(from), otherwise),
        this.figureOf(how.pick.else),
      );
    if ('firstOf' in how)
      return [this.rules.parameter(how.firstOf.list)]
        .flat()
        .reduceRight<Figure>(
          (otherwise, word) =>
            z.If(this.member(how.firstOf.in, String(word)), this.figureOf(word), otherwise),
          this.figureOf(how.firstOf.else),
        );
    if ('order' in how)
      return (this.entry(how.order.of).values ?? []).reduce<Figure>(
        (otherwise, word, rank) => z.If(this.is(how.order.of, word), z.Int.val(rank), otherwise),
        z.Int.val(none),
      );
    if ('over' in how) return this.overItem(how.over, id);
    const [from, to] = [this.value(how.days.from), this.value(how.days.to)];
    const between = to.sub(from).add(how.days.plus ?? 0);
    return z.If(z.Or(from.eq(none), to.eq(none)), z.Int.val(none), between);
  }

  /** Over the one item of the case. */
  private overItem(over: { items: string; fact: string; is?: FactValue | undefined }, id: string): Figure {
    const same = (): Truth => this.is(over.fact, over.is ?? true);
    if (over.items === 'any' || over.items === 'all' || over.items === 'count') return this.figure(same());
    if (over.items === 'none') return this.figure(this.z.Not(same()));
    if (over.items === 'min' || over.items === 'max') return this.value(over.fact);
    throw new Error(`${id} is a list`);
  }

  private figure(of: Truth): Figure {
    return this.z.If(of, this.z.Int.val(1), this.z.Int.val(0));
  }
}

function literals({ expected, fact }: Leaf): string[] {
  if (expected.kind === 'fact') throw new Error(`${fact} is compared with the list ${expected.fact}`);
  return [expected.value].flat().map(String);
}
