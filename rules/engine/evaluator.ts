import type { Condition, Truth } from './conditions.js';
import type { Reader } from './operators.js';

/** A condition with a name of its own within a rule set. */
export type Named = { name: string; condition: Condition };

/**
 * Answers conditions, nothing else: strata, conclusions, effects and merging are above it and do not know which one runs.
 * The answers stand in the order of the questions.
 */
export interface Evaluator {
  readonly name: string;
  evaluate(questions: readonly Named[], reader: Reader): Promise<readonly Truth[]> | readonly Truth[];
}
