import type { Explained, Frame, FactSource, RuleOutcome } from '../../contracts/determination.js';
import { caseSubject, type Board } from './board.js';
import type { Condition, Leaf, Truth } from './conditions.js';
import { entryOf } from './dictionary.js';
import { readingOf } from './reading.js';
import { ruleOf } from './rule-set.js';
import type { Judged, Outcome } from './run.js';

/** The page's part in the determination: every leaf with what was expected, what was seen, where it comes from. */
export function explain(frame: Frame, outcome: Outcome): RuleOutcome[] {
  return outcome.judged.filter(worthTelling).map((one) => explainOne(frame, outcome.board, one));
}

/** Pages that fired, and pages that would have opened a route: the rest decided nothing. */
const worthTelling = ({ fired, bound }: Judged): boolean =>
  fired || bound.effects.some(({ effect }) => 'open' in effect);

function explainOne(
  frame: Frame,
  board: Board,
  { bound, subject, truths, fired, reading }: Judged,
): RuleOutcome {
  const { page, conditions } = bound;
  const [condition] = conditions;
  const [truth] = truths;
  if (condition === undefined || truth === undefined) throw new Error(`${page.id} was left unanswered`);
  return {
    rule: ruleOf(page.id),
    page: page.id,
    title: page.title,
    kind: page.kind,
    status: page.status,
    subject,
    fired,
    reading,
    because: page.because.en,
    condition: explained(frame, board, subject, condition, truth),
  };
}

function explained(
  frame: Frame,
  board: Board,
  subject: string,
  condition: Condition,
  truth: Truth,
): Explained {
  const otherwise = condition.else === undefined ? {} : { else: condition.else };
  const reading = readingOf(condition, truth, board, subject);
  if (condition.kind === 'leaf')
    return { ...leafOf(frame, board, subject, condition), holds: truth.holds, reading, ...otherwise };
  const parts = condition.parts.map((part, index) =>
    explained(frame, board, subject, part, truth.parts[index] ?? truth),
  );
  return { kind: 'group', word: condition.word, holds: truth.holds, reading, parts, ...otherwise };
}

function leafOf(frame: Frame, board: Board, subject: string, { fact, operator, expected }: Leaf) {
  const entry = entryOf(board.dictionary, fact);
  const source = sourceOf(frame, board.homeOf(subject, entry), fact);
  return {
    kind: 'leaf' as const,
    fact,
    word: operator,
    expected: expected.kind === 'literal' ? expected.value : board.value(subject, expected.fact),
    seen: board.value(subject, fact),
    basis:
      entry.origin !== 'stored'
        ? ('derived' as const)
        : board.known(subject, fact)
          ? ('known' as const)
          : ('assumed' as const),
    ...(source && { source }),
  };
}

const sourceOf = (frame: Frame, home: string, fact: string): FactSource | undefined =>
  frame.sources[home === caseSubject ? caseSubject : home]?.[fact];
