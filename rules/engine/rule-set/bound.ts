import { RogatoryError } from '../../../contracts/errors.js';
import { bind, type Binding, type Condition } from './conditions.js';
import type { WrittenEffect } from '../schema/page.js';
import type { Literal, WrittenCondition } from '../schema/words.js';
import {
  valueOn,
  type BoundEffect,
  type BoundPage,
  type Page,
  type Parameter,
  type RuleSet,
} from './rule-set.js';

/** A rule set on one day: pages in force, parameters replaced by their values. */
export type BoundRuleSet = {
  ruleSet: RuleSet;
  asOf: string;
  pages: ReadonlyMap<string, BoundPage>;
  parameter(id: string): Literal;
  /** Binds a condition of the catalogue or of a life cycle, once. */
  condition(written: WrittenCondition): Condition;
};

const bindings = new WeakMap<RuleSet, Map<string, BoundRuleSet>>();

/** The rule set as it stands on a day. Bound once a day; the newest eight days are kept. */
export function ruleSetOn(ruleSet: RuleSet, asOf: string): BoundRuleSet {
  const days = bindings.get(ruleSet) ?? new Map<string, BoundRuleSet>();
  bindings.set(ruleSet, days);
  const known = days.get(asOf);
  if (known !== undefined) return known;
  const fresh = bindOn(ruleSet, asOf);
  days.set(asOf, fresh);
  const [oldest] = days.keys();
  if (days.size > 8 && oldest !== undefined) days.delete(oldest);
  return fresh;
}

/** The rules of a day, bound anew and kept nowhere. */
export function bindOn(ruleSet: RuleSet, asOf: string): BoundRuleSet {
  const parameter = (id: string): Literal => {
    const declared = ruleSet.parameters.get(id);
    const value = declared === undefined ? undefined : valueOn(declared, asOf);
    if (value === undefined) throw silentOn(asOf, id, declared);
    return value;
  };
  const binding: Binding = { parameter, valuesOf: (fact) => ruleSet.dictionary.get(fact)?.values };
  const inForce = [...ruleSet.pages.values()].filter(
    ({ inForce: { from, until } }) => from <= asOf && (until === undefined || asOf < until),
  );
  const written = new Map<WrittenCondition, Condition>();
  return {
    ruleSet,
    asOf,
    parameter,
    pages: new Map(inForce.map((page) => [page.id, bindPage(page, binding)])),
    condition(one) {
      const known = written.get(one) ?? bind(one, binding);
      written.set(one, known);
      return known;
    },
  };
}

/** A page that stands on that day reads a figure that the rules do not know for it: nothing can be determined. */
const silentOn = (asOf: string, id: string, declared: Parameter | undefined): RogatoryError => {
  const from = declared?.values[0]?.from ?? 'no day';
  return new RogatoryError('DETERMINATION_REFUSED', {
    about: `The rules do not reach back to ${asOf}: "${declared?.title ?? id}" (${id}) is known from ${from} on.`,
  });
};

function bindPage(page: Page, binding: Binding): BoundPage {
  const conditions = [bind(page.when, binding)];
  const index = (written: WrittenCondition): number => conditions.push(bind(written, binding)) - 1;
  const effects = page.then.map((effect): BoundEffect => {
    const when = effect.when === undefined ? {} : { when: index(effect.when) };
    return { effect, ...when, ...spares(effect, index) };
  });
  return { page, conditions, effects };
}

const spares = (effect: WrittenEffect, index: (written: WrittenCondition) => number): { spares?: number } =>
  'block' in effect && effect.spares !== undefined ? { spares: index(effect.spares.when) } : {};
