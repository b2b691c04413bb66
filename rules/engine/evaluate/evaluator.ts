import type { Board } from './board.js';
import type { Condition, Truth } from '../rule-set/conditions.js';
import type { Sheet } from './kernel.js';
import type { Nodes } from './nodes.js';
import type { Reader } from '../rule-set/operators.js';
import type { Level, PlannedPage } from './program.js';

/** A condition with a name of its own. */
export type Named = { name: string; condition: Condition };

/** A page that holds for one subject. */
export type Fired = { page: PlannedPage; subject: number; of: string; sheet: Sheet };

/**
 * Answers conditions, nothing else: levels, conclusions, effects and merging are above it and do not know which one runs. The
 * answers are states on the sheets: of a page's `when` with all its parts, and, before the page's effects are read, of theirs.
 */
export interface Evaluator {
  readonly name: string;
  /** Conditions outside any rule set, in the order of the questions. */
  evaluate(questions: readonly Named[], reader: Reader): Promise<readonly Truth[]> | readonly Truth[];
  whens(level: Level, board: Board, nodes: Nodes): Promise<void> | undefined;
  ofEffects(level: Level, fired: readonly Fired[], board: Board, nodes: Nodes): Promise<void> | undefined;
}
