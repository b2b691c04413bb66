import { operatorOf } from '../../engine/rule-set/conditions.js';
import { valueOn, type RuleSet } from '../../engine/rule-set/rule-set.js';
import type { Other, WrittenCondition, WrittenLeaf } from '../../engine/schema/words.js';
import type { Wording } from '../../engine/wording/wording.js';

/** Reads conditions out in the words of the dictionary, with the figures of one day. */
export class Reading {
  readonly words: Wording;
  private readonly ruleSet: RuleSet;
  private readonly day: string;

  constructor(ruleSet: RuleSet, words: Wording, day: string) {
    this.ruleSet = ruleSet;
    this.words = words;
    this.day = day;
  }

  /** A condition as one clause. Groups inside groups stand in brackets. */
  condition(condition: WrittenCondition, inside = false): string {
    if ('fact' in condition) return this.leaf(condition, 'must');
    if ('not' in condition) return this.denied(condition.not);
    const [parts, word] = 'all' in condition ? [condition.all, 'and'] : [condition.any, 'or'];
    const joined = parts.map((part) => this.condition(part, true)).join(this.words.label(`page.${word}`));
    return inside && parts.length > 1 ? `(${joined})` : joined;
  }

  /** A parameter by its title and its value on the day. */
  parameter(id: string): string {
    const parameter = this.ruleSet.parameters.get(id);
    const value = parameter && valueOn(parameter, this.day);
    const unit = parameter?.unit === undefined ? '' : ` ${this.words.said(parameter.unit)}`;
    return this.words.label('page.parameter', {
      title: this.words.said(parameter?.title ?? id),
      value: `${this.words.value(value ?? null)}${unit}`,
      id,
    });
  }

  private denied(condition: WrittenCondition): string {
    if ('fact' in condition) return this.leaf(condition, 'mustNot');
    return this.words.label('page.not', { what: this.condition(condition, true) });
  }

  private leaf(leaf: WrittenLeaf, must: 'must' | 'mustNot'): string {
    const { operator, other } = operatorOf(leaf);
    const stated = operator === 'isKnown' || operator === 'isUnknown' ? '' : this.expected(other);
    const expected = this.words.label(`word.${operator}`, { expected: stated });
    return this.words.label('page.leaf', {
      fact: this.words.fact(leaf.fact),
      must: this.words.label(must, { expected }),
    });
  }

  private expected(other: Other | true): string {
    if (typeof other !== 'object' || other === null || Array.isArray(other)) return this.words.value(other);
    return 'fact' in other ? `"${this.words.fact(other.fact)}"` : this.parameter(other.parameter);
  }
}
