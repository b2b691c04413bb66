import type { Frame } from '../../../contracts/determination.js';
import { compiledEvaluator } from '../../engine/index.js';
import { run } from '../../engine/evaluate/run.js';
import { resultOf, type Result } from '../../engine/merge/result.js';
import type { BoundRuleSet } from '../../engine/rule-set/bound.js';

/** A worked case: what is asserted of it, and whether its whole text was read and kept. */
export type Worked = { id: string; frame: Frame; textKept: boolean };

/** What a worked case holds its rules to, as one text, and the pages that speak in it. */
export type Held = { asserted: string; speaking: ReadonlySet<string> };

/** Runs a worked case and keeps what would fail if it came out otherwise. */
export async function heldTo(rules: BoundRuleSet, { frame, textKept }: Worked): Promise<Held> {
  const outcome = await run(rules, frame, compiledEvaluator);
  return {
    asserted: JSON.stringify(assertedOf(resultOf(rules, frame, outcome), textKept)),
    speaking: new Set(outcome.fired.map(({ page }) => page.bound.page.id)),
  };
}

/** A scenario states plan, steps, blockers, questions and safeguards; a kept text tells all that was decided, and the duties. */
function assertedOf(result: Result, textKept: boolean): unknown {
  if (textKept) return { ...result, firedRules: [] };
  const { plan, steps, blockers, missingFacts, safeguards } = result;
  return {
    plan,
    steps,
    missingFacts,
    safeguards,
    blockers: blockers.map(({ code, scope }) => `${code}:${scope}`),
  };
}
