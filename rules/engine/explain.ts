import type { Explained, Frame, FactSource, RuleOutcome } from '../../contracts/determination.js';
import { caseSubject } from './evaluate/board.js';
import type { Condition, Leaf } from './rule-set/conditions.js';
import { entryOf } from './rule-set/dictionary.js';
import type { PlannedPage } from './evaluate/program.js';
import type { Outcome } from './evaluate/run.js';
import { holds, readingOf, type State } from './evaluate/state.js';

/** The page's part in the determination: every leaf with what was expected, what was seen, where it comes from. */
export function explain(frame: Frame, outcome: Outcome): RuleOutcome[] {
  const { program, board } = outcome;
  return program.levels.flatMap(({ ofCase, ofItem }) =>
    board.subjects.flatMap((subject, index) => {
      const telling = new Telling(frame, outcome, subject);
      return (index === 0 ? ofCase : ofItem).flatMap((page) => telling.page(page) ?? []);
    }),
  );
}

class Telling {
  private readonly frame: Frame;
  private readonly outcome: Outcome;
  private readonly subject: string;

  constructor(frame: Frame, outcome: Outcome, subject: string) {
    this.frame = frame;
    this.outcome = outcome;
    this.subject = subject;
  }

  /** Pages that fired, and pages that would have opened a route or concluded what that hangs on: the rest decided nothing. */
  page({ bound: { page, conditions }, rule, told, when }: PlannedPage): RuleOutcome | undefined {
    const state = this.state(when);
    const [condition] = conditions;
    if (condition === undefined) throw new Error(`${page.id} has no condition`);
    if (!holds(state) && !told) return undefined;
    return {
      rule,
      page: page.id,
      title: page.title,
      kind: page.kind,
      status: page.status,
      subject: this.subject,
      fired: holds(state),
      reading: readingOf(state),
      because: page.because.en,
      condition: this.condition(condition),
    };
  }

  private state(number: number): State | undefined {
    const { board, program } = this.outcome;
    return (program.nodes.node(number).ofItem ? board.sheet(this.subject) : board.ofCase).states[number];
  }

  private condition(condition: Condition): Explained {
    const otherwise = condition.else === undefined ? {} : { else: condition.else };
    const state = this.state(this.outcome.program.nodes.numberOf(condition));
    const told = { holds: holds(state), reading: readingOf(state), ...otherwise };
    if (condition.kind === 'leaf') return { kind: 'leaf', ...this.leaf(condition), ...told };
    const parts = condition.parts.map((part) => this.condition(part));
    return { kind: 'group', word: condition.word, ...told, parts };
  }

  private leaf({ fact, operator, expected }: Leaf) {
    const { board } = this.outcome;
    const { subject } = this;
    const entry = entryOf(board.dictionary, fact);
    const source = this.source(entry.scope === 'case' ? caseSubject : subject, fact);
    const answered = board.known(subject, fact) ? ('known' as const) : ('assumed' as const);
    return {
      fact,
      word: operator,
      expected: expected.kind === 'literal' ? expected.value : board.value(subject, expected.fact),
      seen: board.value(subject, fact),
      basis: entry.origin === 'stored' ? answered : ('derived' as const),
      ...(source && { source }),
    };
  }

  private source(home: string, fact: string): FactSource | undefined {
    return this.frame.sources[home]?.[fact];
  }
}
