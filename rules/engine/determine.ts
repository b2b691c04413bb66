import { createRequire } from 'node:module';
import type { Determination, Frame } from '../../contracts/determination.js';
import { decidedBy, decidedOn, differenceBetween } from './batch/index.js';
import { ruleSetOn, type BoundRuleSet } from './rule-set/bound.js';
import { sealOf } from './digest.js';
import { compiledEvaluator } from './evaluate/evaluator-compiled.js';
import { jsonRulesEvaluator } from './evaluate/evaluator-json-rules.js';
import { explain } from './explain.js';
import { smallestChange } from './counterfactual/changes.js';
import { questionsOf } from './counterfactual/open-questions.js';
import { overridesIn, withoutPages } from './rule-set/overrides.js';
import { resultBy, resultOf } from './merge/result.js';
import type { RuleSet } from './rule-set/rule-set.js';
import { run } from './evaluate/run.js';

const engine = { name: 'json-rules-engine', version: engineVersion() };

export type DetermineInput = { ruleSet: RuleSet; frame: Frame; salt: string };

/**
 * Determines the lawful routes of a case: evaluated by json-rules-engine, which is the authority on record, and by the
 * packed pages beside it. Where the two differ the record says so, and nothing is silently preferred.
 * Facts that no determination can do without are checked where the frame is built.
 */
export async function determine({ ruleSet, frame, salt }: DetermineInput): Promise<Determination> {
  const whole = ruleSetOn(ruleSet, frame.asOf);
  const overrides = overridesIn(whole, frame);
  const rules = withoutPages(whole, overrides);
  const outcome = await run(rules, frame, jsonRulesEvaluator);
  const result = resultOf(rules, frame, outcome);
  const explanation = explain(frame, outcome);
  const { questions, pairs, exhaustive } = questionsOf(rules, frame);
  return {
    ...result,
    ruleSetDigest: ruleSet.digest,
    digest: sealOf(frame, ruleSet.digest, result, salt),
    openQuestions: questions,
    openPairs: pairs,
    openQuestionsExhaustive: exhaustive,
    smallestChange: smallestChange(rules, frame, outcome.board, result),
    unconfirmedRules: [
      ...new Set(
        explanation.filter(({ fired, status }) => fired && status === 'unconfirmed').map(({ rule }) => rule),
      ),
    ].sort(),
    explanation,
    engine,
    ...(overrides.length > 0 && { overridden: { overrides, without: await proposedBy(whole, frame) } }),
    disputed: differenceBetween(decidedBy(result), decidedOn(rules, frame)),
  };
}

/** What the rules propose with no page set aside. */
async function proposedBy(
  whole: BoundRuleSet,
  frame: Frame,
): Promise<NonNullable<Determination['overridden']>['without']> {
  const { plan, blockers, missingFacts, safeguards, firedRules } = await resultBy(
    whole,
    frame,
    compiledEvaluator,
  );
  return { plan, blockers, missingFacts, safeguards, firedRules };
}

function engineVersion(): string {
  const found: unknown = createRequire(import.meta.url)('json-rules-engine/package.json');
  return typeof found === 'object' && found !== null && 'version' in found
    ? String(found.version)
    : 'unknown';
}
