import type { Determination, Frame } from '../../../contracts/determination.js';
import { alternatesOf } from './alternates.js';
import { asksOf, gatherBlockers, holding, standingBlockers } from './blockers.js';
import type { BoundRuleSet } from '../rule-set/bound.js';
import type { Evaluator, Fired } from '../evaluate/evaluator.js';
import { lotsOf } from './lots.js';
import { ruleOf } from '../rule-set/rule-set.js';
import { run, type Outcome } from '../evaluate/run.js';
import { inOrder, itemSteps, mergeSteps } from './steps.js';

/** What both evaluators must agree on: everything that decides, nothing that only explains. */
export type Result = Omit<
  Determination,
  'ruleSetDigest' | 'digest' | 'openQuestions' | 'explanation' | 'engine' | 'disputed' | 'unconfirmedRules'
>;

/** The result alone, by one evaluator: for counterfactuals, batches and comparisons. */
export async function resultBy(rules: BoundRuleSet, frame: Frame, evaluator: Evaluator): Promise<Result> {
  return resultOf(rules, frame, await run(rules, frame, evaluator));
}

/** Merges what a run left into plan, lots, blockers, questions, alternates and safeguards. */
export function resultOf(rules: BoundRuleSet, frame: Frame, outcome: Outcome): Result {
  const steps = itemSteps(outcome);
  const found = standingBlockers(outcome, steps);
  const merged = inOrder(mergeSteps(steps), rules);
  const held = steps.map((step) => ({ step, holding: holding(outcome, found, step) }));
  const asks = asksOf(outcome);
  return {
    asOf: frame.asOf,
    plan: [...new Set(merged.map(({ route }) => route))],
    steps: merged,
    lots: lotsOf(rules, outcome, held),
    legalBasis: [...new Set(merged.flatMap(({ basis }) => basis))].sort(),
    blockers: gatherBlockers(found),
    // Contradictions that pages of definitions put to people stand in `asks`; the codes are those of section B alone.
    missingFacts: asks.filter(({ rule }) => !rule.startsWith('D')).map(({ code }) => code),
    asks,
    alternates: alternatesOf(rules, outcome, steps),
    safeguards: [
      ...new Set(outcome.actives.flatMap(({ effect }) => ('safeguard' in effect ? [effect.safeguard] : []))),
    ].sort(),
    firedRules: firedIn(outcome),
  };
}

/** Rules that fired and were not beaten by a page of lower rank. A page of a definition counts as its own rule. */
function firedIn({ fired, actives }: Outcome): string[] {
  const ending = actives.find(({ effect }) => 'end' in effect);
  if (ending !== undefined) return [ruleOf(ending.page.id)];
  const rules = new Set<string>();
  for (const one of fired) if (!isBeaten(one, actives)) rules.add(one.page.rule);
  return [...rules].sort();
}

const isBeaten = ({ page, of }: Fired, actives: Outcome['actives']): boolean =>
  page.settles && !actives.some((active) => active.page === page.bound.page && active.subject === of);
