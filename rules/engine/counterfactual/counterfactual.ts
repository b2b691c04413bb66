import type { FactValue, Frame } from '../../../contracts/determination.js';
import { caseSubject } from '../evaluate/board.js';
import type { BoundRuleSet } from '../rule-set/bound.js';
import { compiledEvaluator } from '../evaluate/evaluator-compiled.js';
import { resultBy, type Result } from '../merge/result.js';

/** One fact of one subject, said otherwise than it stands. */
export type Flip = { subject: string; fact: string; is: FactValue };

/** Evaluations that a search may take: shared by the items of a case, and the same on every machine. */
export const budgetFor = (frame: Frame, shared: number): number =>
  Math.max(12, Math.floor(shared / frame.items.length));

/** "What if" on the compiled pages: each question is asked once, and there is an end to asking. */
export class Counterfactuals {
  private readonly rules: BoundRuleSet;
  private readonly frame: Frame;
  private readonly known = new Map<string, Result>();
  private left: number;
  /** Whether something was left untried because the budget was spent. */
  spent = false;

  constructor(rules: BoundRuleSet, frame: Frame, budget: number) {
    this.rules = rules;
    this.frame = frame;
    this.left = budget;
  }

  /** The result with these facts said otherwise; `undefined` once the budget is spent. */
  async on(flips: readonly Flip[]): Promise<Result | undefined> {
    const key = keyOf(flips);
    const before = this.known.get(key);
    if (before !== undefined) return before;
    if (this.left === 0) {
      this.spent = true;
      return undefined;
    }
    this.left -= 1;
    const result = await resultBy(this.rules, flips.reduce(withFlip, this.frame), compiledEvaluator);
    this.known.set(key, result);
    return result;
  }
}

export const keyOf = (flips: readonly Flip[]): string =>
  flips
    .map(({ subject, fact, is }) => `${subject}/${fact}=${JSON.stringify(is)}`)
    .sort()
    .join(' ');

const withFlip = (frame: Frame, { subject, fact, is }: Flip): Frame =>
  subject === caseSubject
    ? { ...frame, case: { ...frame.case, [fact]: is } }
    : {
        ...frame,
        items: frame.items.map((item) =>
          item.id === subject ? { ...item, facts: { ...item.facts, [fact]: is } } : item,
        ),
      };

/** Whether a change touches the plan or what holds it back, and not only questions or safeguards. */
export const movesPlan = (change: string): boolean => change !== elsewhere;

const elsewhere = 'steps, questions or safeguards';

/** What an answer would change, in the codes of the plan. */
export function changeOf(before: Result, after: Result): string {
  const gained = missingIn(before.plan, after.plan).map((route) => `+${route}`);
  const lost = missingIn(after.plan, before.plan).map((route) => `-${route}`);
  const codes = ({ blockers }: Result): string[] => blockers.map(({ code, scope }) => `${code}:${scope}`);
  const freed = missingIn(codes(after), codes(before)).map((one) => `without ${one}`);
  const held = missingIn(codes(before), codes(after)).map((one) => `with ${one}`);
  const said = [...gained, ...lost, ...freed, ...held];
  return said.length > 0 ? said.join(' ') : elsewhere;
}

/** What `changeOf` wrote, apart: routes gained and lost, blockers that go and that come. Nothing in any: only steps, questions or safeguards. */
export function readChange(change: string) {
  const words = change === elsewhere ? '' : change;
  const after = (mark: RegExp): string[] => [...words.matchAll(mark)].map(([, code]) => code ?? '');
  return {
    opens: after(/(?:^| )\+(\S+)/g),
    closes: after(/(?:^| )-(\S+)/g),
    lifts: after(/(?:^| )without (\S+)/g),
    adds: after(/(?:^| )with (\S+)/g),
  };
}

/** Members of `some` that are not in `list`. */
export const missingIn = <T>(list: readonly T[], some: readonly T[]): T[] =>
  some.filter((one) => !list.includes(one));
