import type { Determination, Explained, RuleOutcome } from '../../../contracts/determination.js';
import type { StepView } from '../../../contracts/route-view.js';
import type { RuleSet } from '../rule-set/rule-set.js';
import { failing } from './decisive.js';
import { waysOf } from './prose-comparison.js';
import type { Wording } from './wording.js';

/** Instruments that are in force between the two States and yet carry no step like this one: each with what its page lacks. */
export function notABasis(
  { explanation }: Determination,
  ruleSet: RuleSet,
  { route, items }: StepView,
  words: Wording,
): string[] {
  const rows = ruleSet.catalogue.byFamily.get(route.split(':')[0] ?? route)?.rows ?? [];
  const bases = rows.flatMap(({ basis }) => (basis !== undefined && 'fact' in basis ? [basis.fact] : []));
  const said = explanation
    .filter(
      ({ page, fired, subject }) => !fired && items.includes(subject) && laysBasis(page, bases, ruleSet),
    )
    .flatMap((outcome) => lacking(outcome, words));
  const once = [...new Set(said)];
  return once.length === 0 ? [] : [words.label('step.notBasis', { instruments: once.join('; ') })];
}

const laysBasis = (page: string, bases: readonly string[], { pages }: RuleSet): boolean =>
  pages.get(page)?.then.some((effect) => 'conclude' in effect && bases.includes(effect.conclude)) ?? false;

function lacking({ page, condition }: RuleOutcome, words: Wording): string[] {
  const inForce = instrumentsIn(condition);
  const lacks = failing(condition);
  if (inForce.length === 0 || lacks === undefined) return [];
  return [`${words.value(inForce)} (${page}: ${waysOf(lacks, words)})`];
}

/** Instruments that the condition asks for and that are in force. */
function instrumentsIn(node: Explained): string[] {
  if (node.kind === 'group') return node.parts.flatMap(instrumentsIn);
  const { fact, holds, expected, seen } = node;
  if (fact !== 'relation.bothParty' || !holds || !Array.isArray(seen)) return [];
  return [expected].flat().filter((one): one is string => typeof one === 'string' && seen.includes(one));
}
