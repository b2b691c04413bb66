import type { Reading } from '../../contracts/determination.js';
import type { Board } from './board.js';
import type { Condition, Leaf, Truth } from './conditions.js';

const told = (holds: boolean): Reading => (holds ? 'true' : 'false');

/** Three-valued reading of a condition beside the assumed one: `unknown` where an assumption decided and an answer could turn it. */
export function readingOf(condition: Condition, truth: Truth, board: Board, subject: string): Reading {
  if (condition.kind === 'leaf') return readingOfLeaf(condition, truth, board, subject);
  const parts = condition.parts.map((part, index) =>
    readingOf(part, truth.parts[index] ?? truth, board, subject),
  );
  if (condition.word === 'not')
    return parts[0] === 'true' ? 'false' : parts[0] === 'false' ? 'true' : 'unknown';
  const deciding: Reading = condition.word === 'all' ? 'false' : 'true';
  if (parts.includes(deciding)) return deciding;
  return parts.includes('unknown') ? 'unknown' : condition.word === 'all' ? 'true' : 'false';
}

function readingOfLeaf(leaf: Leaf, truth: Truth, board: Board, subject: string): Reading {
  if (leaf.operator === 'isKnown' || leaf.operator === 'isUnknown') return told(truth.holds);
  const certain =
    board.certain(subject, leaf.fact) &&
    (leaf.expected.kind === 'literal' || board.certain(subject, leaf.expected.fact));
  return certain ? told(truth.holds) : 'unknown';
}
