import { operatorOf } from '../rule-set/conditions.js';
import { valueOn, type RuleSet } from '../rule-set/rule-set.js';
import type { WrittenEffect, WrittenPage } from '../schema/page.js';
import type { WrittenCondition } from '../schema/words.js';
import { didYouMean } from './nearest.js';
import type { PageFault, Source } from './source.js';
import type { Written } from './written.js';

type Named = { parameter: string; place: readonly PropertyKey[] };

/**
 * Faults that are refused in files and were not always: a rule set that was kept before stays readable under its digest.
 * A page names parameters that exist and have a value on its first day.
 */
export const lint = ({ pages }: Written, ruleSet: RuleSet): PageFault[] =>
  pages.flatMap((page) => parameterFaults(page, ruleSet));

function parameterFaults({ content: page, faultAt }: Source<WrittenPage>, { parameters }: RuleSet) {
  return named(page).flatMap(({ parameter: id, place }) => {
    const declared = parameters.get(id);
    if (declared === undefined)
      return [faultAt(place, `"${id}" is no parameter.${didYouMean(id, parameters.keys())}`)];
    if (valueOn(declared, page.inForce.from) !== undefined) return [];
    const first = declared.values[0]?.from ?? 'never';
    return [
      faultAt(
        place,
        `"${id}" has no value on ${page.inForce.from}, the first day of the page; its first value is of ${first}`,
      ),
    ];
  });
}

const named = (page: WrittenPage): Named[] => [
  ...inCondition(page.when, ['when']),
  ...page.then.flatMap((effect, index) => inEffect(effect, ['then', index])),
];

function inEffect(effect: WrittenEffect, place: readonly PropertyKey[]): Named[] {
  const own = effect.when === undefined ? [] : inCondition(effect.when, [...place, 'when']);
  if ('duty' in effect && effect.within !== undefined)
    return [...own, { parameter: effect.within, place: [...place, 'within'] }];
  if ('after' in effect && effect.atMost !== undefined)
    return [...own, { parameter: effect.atMost, place: [...place, 'atMost'] }];
  return own;
}

function inCondition(condition: WrittenCondition, place: readonly PropertyKey[]): Named[] {
  if ('all' in condition)
    return condition.all.flatMap((part, index) => inCondition(part, [...place, 'all', index]));
  if ('any' in condition)
    return condition.any.flatMap((part, index) => inCondition(part, [...place, 'any', index]));
  if ('not' in condition) return inCondition(condition.not, [...place, 'not']);
  const { operator, other } = operatorOf(condition);
  return typeof other === 'object' && other !== null && 'parameter' in other
    ? [{ parameter: other.parameter, place: [...place, operator, 'parameter'] }]
    : [];
}
