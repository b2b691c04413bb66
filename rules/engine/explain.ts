import type { Explained, Frame, FactSource, RuleOutcome } from '../../contracts/determination.js';
import { readAlike } from './evaluate/alike.js';
import { caseSubject } from './evaluate/board.js';
import type { Sheet } from './evaluate/kernel.js';
import type { Condition, Leaf } from './rule-set/conditions.js';
import { entryOf } from './rule-set/dictionary.js';
import type { PlannedPage } from './evaluate/program.js';
import type { Outcome } from './evaluate/run.js';
import { holds, readingOf, type State } from './evaluate/state.js';

/** The page's part in the determination: every leaf with what was expected, what was seen, where it comes from. */
export function explain(frame: Frame, outcome: Outcome): RuleOutcome[] {
  const { program, board } = outcome;
  const told = new Map<number, Told[]>();
  const telling = board.subjects.map((subject) => new Telling(frame, outcome, subject, told));
  return program.levels.flatMap(({ ofCase, ofItem }) =>
    telling.flatMap((of, index) => (index === 0 ? ofCase : ofItem).flatMap((page) => of.page(page) ?? [])),
  );
}

/** A condition as it was told of a subject, and what stood there: told of another that reads the same, it is the same. */
type Told = { sheet: Sheet; sources: string; explained: Explained };

class Telling {
  private readonly frame: Frame;
  private readonly outcome: Outcome;
  private readonly subject: string;
  private readonly sheet: Sheet;
  private readonly told: Map<number, Told[]>;

  /** `told`: by the number of the condition, for all subjects of the case. */
  constructor(frame: Frame, outcome: Outcome, subject: string, told: Map<number, Told[]>) {
    this.frame = frame;
    this.outcome = outcome;
    this.subject = subject;
    this.sheet = outcome.board.sheet(subject);
    this.told = told;
  }

  /** Pages that fired, and pages that would have opened a route or concluded what that hangs on: the rest decided nothing. */
  page({ bound: { page, conditions }, rule, told, when, effects }: PlannedPage): RuleOutcome | undefined {
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
      condition: this.once(when, condition),
      ...(holds(state) &&
        effects.some((effect) => effect.when !== undefined) && { standing: this.standing(effects) }),
    };
  }

  private standing(effects: PlannedPage['effects']): number[] {
    return effects.flatMap(({ when }, place) =>
      when === undefined || holds(this.state(when)) ? [place] : [],
    );
  }

  private once(number: number, condition: Condition): Explained {
    const { board, program } = this.outcome;
    const { sheet } = this;
    const before = this.told.get(number) ?? [];
    const facts = program.nodes.readsOfItem(number);
    const slots = facts.map((fact) => board.slot(fact));
    const sources = JSON.stringify(facts.map((fact) => this.source(this.subject, fact)));
    const same = before.find((one) => one.sources === sources && readAlike(slots, one.sheet, sheet));
    if (same !== undefined) return same.explained;
    const explained = this.condition(condition);
    this.told.set(number, [...before, { sheet, sources, explained }]);
    return explained;
  }

  private state(number: number): State | undefined {
    const { board, program } = this.outcome;
    return (program.nodes.node(number).ofItem ? this.sheet : board.ofCase).states[number];
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
