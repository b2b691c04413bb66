import type { FactMap, Frame } from '../../../contracts/determination.js';
import {
  compiledEvaluator,
  jsonRulesEvaluator,
  resultBy,
  ruleSetOn,
  type Result,
  type RuleSet,
} from '../../../rules/engine/index.js';

export const evaluators = [jsonRulesEvaluator, compiledEvaluator];
export const today = '2026-11-21';

/** A case with one item; what is not given is unknown, but for the two facts without which nothing is decided. */
export const aCase = (ofCase: FactMap = {}, ...items: readonly FactMap[]): Frame => ({
  asOf: today,
  case: { asOf: today, ...ofCase },
  items: (items.length === 0 ? [{}] : items).map((facts, index) => ({
    id: `I${index + 1}`,
    facts: { dataCategory: 'CONTENT', 'provider.name': 'Provider', ...facts },
  })),
  sources: {},
});

/** Results of both evaluators on one case, the one on record first. */
export const byBoth = (ruleSet: RuleSet, frame: Frame): Promise<Result[]> =>
  Promise.all(evaluators.map((evaluator) => resultBy(ruleSetOn(ruleSet, frame.asOf), frame, evaluator)));
