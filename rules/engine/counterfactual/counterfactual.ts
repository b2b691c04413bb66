import type { Frame } from '../../../contracts/determination.js';
import { WhatIf, type Bearing, type Flip } from '../batch/index.js';
import type { BoundRuleSet } from '../rule-set/bound.js';

export type { Bearing, Flip };

/** Evaluations that a search may take: shared by the items of a case, and the same on every machine. */
export const budgetFor = (frame: Frame, shared: number): number =>
  Math.max(12, Math.floor(shared / frame.items.length));

/** "What if" on the packed pages: each question is asked once, and there is an end to asking. */
export class Counterfactuals {
  private readonly what: WhatIf;
  private readonly known = new Map<string, Bearing>();
  private left: number;
  /** Whether something was left untried because the budget was spent. */
  spent = false;

  constructor(rules: BoundRuleSet, frame: Frame, budget: number) {
    this.what = new WhatIf(rules, frame);
    this.left = budget;
  }

  /** How the case stands; what comes of a change that changes nothing is this very object. */
  get base(): Bearing {
    return this.what.base;
  }

  /** What comes of these facts said otherwise; `undefined` once the budget is spent. */
  on(flips: readonly Flip[]): Bearing | undefined {
    const key = keyOf(flips);
    const before = this.known.get(key);
    if (before !== undefined) return before;
    if (this.left === 0) {
      this.spent = true;
      return undefined;
    }
    this.left -= 1;
    const bearing = this.what.on(flips) ?? this.base;
    this.known.set(key, bearing);
    return bearing;
  }
}

export const keyOf = (flips: readonly Flip[]): string =>
  flips
    .map(({ subject, fact, is }) => `${subject}/${fact}=${JSON.stringify(is)}`)
    .sort()
    .join(' ');

/** Whether a change touches the plan or what holds it back, and not only questions or safeguards. */
export const movesPlan = (change: string): boolean => change !== elsewhere;

const elsewhere = 'steps, questions or safeguards';

/** What an answer would change, in the codes of the plan. */
export function changeOf(before: Bearing, after: Bearing): string {
  const gained = missingIn(before.plan, after.plan).map((route) => `+${route}`);
  const lost = missingIn(after.plan, before.plan).map((route) => `-${route}`);
  const freed = missingIn(after.blockers, before.blockers).map((one) => `without ${one}`);
  const held = missingIn(before.blockers, after.blockers).map((one) => `with ${one}`);
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
