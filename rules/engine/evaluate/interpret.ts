import type { Board } from './board.js';
import type { Condition } from '../rule-set/conditions.js';
import type { Sheet } from './kernel.js';
import { comparisons } from '../rule-set/operators.js';
import { groupState, leafState, type State } from './state.js';

/** State of a condition that stands in no level: of the catalogue, of a life cycle, of a page's example. */
export function stateOf(condition: Condition, board: Board, sheet: Sheet): State {
  if (condition.kind === 'group')
    return groupState(
      condition.word,
      condition.parts.map((part) => stateOf(part, board, sheet)),
    );
  const { fact, operator, expected } = condition;
  if (operator === 'isKnown') return leafState(board.isKnown(fact, sheet), 0);
  if (operator === 'isUnknown') return leafState(!board.isKnown(fact, sheet), 0);
  const isFact = expected.kind === 'fact';
  const other = isFact ? board.read(expected.fact, sheet) : expected.value;
  const unsure = board.unsure(fact, sheet) | (isFact ? board.unsure(expected.fact, sheet) : 0);
  return leafState(comparisons[operator](board.read(fact, sheet), other), unsure);
}
