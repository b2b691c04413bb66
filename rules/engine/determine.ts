import { createRequire } from 'node:module';
import type { Determination, Frame } from '../../contracts/determination.js';
import { ruleSetOn } from './bound.js';
import { sealOf } from './digest.js';
import { compiledEvaluator } from './evaluator-compiled.js';
import { jsonRulesEvaluator } from './evaluator-json-rules.js';
import { explain } from './explain.js';
import { openQuestions } from './open-questions.js';
import { differenceBetween, resultBy, resultOf } from './result.js';
import type { RuleSet } from './rule-set.js';
import { run } from './run.js';

const engine = { name: 'json-rules-engine', version: engineVersion() };

export type DetermineInput = { ruleSet: RuleSet; frame: Frame; salt: string };

/**
 * Determines the lawful routes of a case: evaluated by json-rules-engine, which is the authority on record, and by the
 * compiled pages beside it. Where the two differ the record says so, and nothing is silently preferred.
 * Facts that no determination can do without are checked where the frame is built.
 */
export async function determine({ ruleSet, frame, salt }: DetermineInput): Promise<Determination> {
  const rules = ruleSetOn(ruleSet, frame.asOf);
  const outcome = await run(rules, frame, jsonRulesEvaluator);
  const result = resultOf(rules, frame, outcome);
  const other = await resultBy(rules, frame, compiledEvaluator);
  const explanation = explain(frame, outcome);
  return {
    ...result,
    ruleSetDigest: ruleSet.digest,
    digest: sealOf(frame, ruleSet.digest, result, salt),
    openQuestions: await openQuestions(rules, frame, result),
    unconfirmedRules: [
      ...new Set(
        explanation.filter(({ fired, status }) => fired && status === 'unconfirmed').map(({ rule }) => rule),
      ),
    ].sort(),
    explanation,
    engine,
    disputed: differenceBetween(result, other),
  };
}

function engineVersion(): string {
  const found: unknown = createRequire(import.meta.url)('json-rules-engine/package.json');
  return typeof found === 'object' && found !== null && 'version' in found
    ? String(found.version)
    : 'unknown';
}
