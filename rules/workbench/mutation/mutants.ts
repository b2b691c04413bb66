import { operatorOf } from '../../engine/rule-set/conditions.js';
import { valueOn, type Page, type RuleSet } from '../../engine/rule-set/rule-set.js';
import type { Literal, WrittenCondition } from '../../engine/schema/words.js';

/** A page with one thing turned wrong, and what that is: `when.all.2 flipped`, `then.0 dropped`. */
export type Mutant = { page: Page; what: string; part: 'when' | 'then' };

/** Every page with one condition flipped, one effect dropped or one figure shifted. */
export const mutantsOf = (page: Page, ruleSet: RuleSet, day: string): Mutant[] => [
  ...conditions(page.when, 'when', ruleSet, day).map(({ condition, what }) => ({
    page: { ...page, when: condition },
    what,
    part: 'when' as const,
  })),
  ...page.then.flatMap((effect, index) => [
    ...(page.then.length === 1 && 'conclude' in effect ? [] : [dropped(page, index)]),
    ...(effect.when === undefined
      ? []
      : conditions(effect.when, `then.${index}.when`, ruleSet, day).map(({ condition, what }) => ({
          page: { ...page, then: page.then.with(index, { ...effect, when: condition }) },
          what,
          part: 'then' as const,
        }))),
  ]),
];

const dropped = (page: Page, index: number): Mutant => ({
  page: { ...page, then: page.then.toSpliced(index, 1) },
  what: `then.${index} dropped`,
  part: 'then',
});

type Changed = { condition: WrittenCondition; what: string };

function conditions(condition: WrittenCondition, at: string, ruleSet: RuleSet, day: string): Changed[] {
  if ('all' in condition)
    return within(condition.all, `${at}.all`, ruleSet, day).map(({ parts, what }) => ({
      what,
      condition: { all: parts },
    }));
  if ('any' in condition)
    return within(condition.any, `${at}.any`, ruleSet, day).map(({ parts, what }) => ({
      what,
      condition: { any: parts },
    }));
  if ('not' in condition)
    return conditions(condition.not, `${at}.not`, ruleSet, day).map((changed) => ({
      ...changed,
      condition: { not: changed.condition },
    }));
  const flipped = { condition: { not: condition }, what: `${at} flipped` };
  const { operator, other } = operatorOf(condition);
  if (typeof other !== 'object' || other === null || !('parameter' in other)) return [flipped];
  const parameter = ruleSet.parameters.get(other.parameter);
  return [
    flipped,
    ...shifts((parameter && valueOn(parameter, day)) ?? null).map(({ value, by }) => ({
      condition: { ...condition, [operator]: value },
      what: `${at} ${other.parameter} ${by}`,
    })),
  ];
}

const within = (parts: readonly WrittenCondition[], at: string, ruleSet: RuleSet, day: string) =>
  parts.flatMap((part, index) =>
    conditions(part, `${at}.${index}`, ruleSet, day).map(({ condition, what }) => ({
      parts: parts.with(index, condition),
      what,
    })),
  );

/** A figure a step up and down; a list without its first and without its last. */
const shifts = (value: Literal): { value: Literal; by: string }[] =>
  typeof value === 'number'
    ? [
        { value: value + 1, by: '+1' },
        { value: value - 1, by: '-1' },
      ]
    : Array.isArray(value) && value.length > 1
      ? [
          { value: value.slice(1), by: 'without its first' },
          { value: value.slice(0, -1), by: 'without its last' },
        ]
      : [];
