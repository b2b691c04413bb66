import { isDeepStrictEqual } from 'node:util';
import type { Frame } from '../../../contracts/determination.js';
import {
  Decider,
  decidedIn,
  digestInto,
  digestSize,
  isSame,
  Layout,
  parts,
  type Decided,
  type Part,
} from '../../engine/batch/index.js';
import type { BoundRuleSet } from '../../engine/index.js';
import { overridesIn, withoutPages } from '../../engine/rule-set/overrides.js';
import { Bidden } from './bidden.js';
import { kindOf, type Meeting } from './meeting.js';
import { periodsDiffer } from './periods.js';

type Run = { digest: Int32Array; decided: Decided; fired: readonly string[]; bidden: string };
type Side = { decider: Decider; bidden: Bidden };

/** Two rule sets of one day, held against each other case by case. Nothing is written. */
export class Comparison {
  private readonly live: BoundRuleSet;
  private readonly candidate: BoundRuleSet;
  private readonly benches = new Map<string, Bench>();

  constructor(live: BoundRuleSet, candidate: BoundRuleSet) {
    this.live = live;
    this.candidate = candidate;
  }

  /**
   * What the candidate does to a case. Pages that people set aside for it are set aside under both.
   * @param before the case as the registers beside the live rules have it, `after` as those beside the candidate do
   */
  of(before: Frame, after: Frame): Meeting {
    const overrides = overridesIn(this.live, before);
    const aside = overrides
      .map(({ page }) => page)
      .sort()
      .join(' ');
    const bench =
      this.benches.get(aside) ??
      new Bench(
        withoutPages(this.live, overrides),
        withoutPages(this.candidate, overridesIn(this.candidate, after)),
      );
    this.benches.set(aside, bench);
    return bench.of(before, after);
  }
}

class Bench {
  private readonly layout: Layout;
  private readonly live: Side;
  private readonly candidate: Side;
  /** Pages that both have and that are not the same in both, or that name a period that differs. */
  private readonly changed: ReadonlySet<string>;
  private readonly periods: ReadonlySet<string>;
  private readonly inOrder: readonly string[];

  constructor(live: BoundRuleSet, candidate: BoundRuleSet) {
    this.layout = new Layout([live, candidate]);
    this.live = { decider: new Decider(live, this.layout), bidden: new Bidden(live) };
    this.candidate = { decider: new Decider(candidate, this.layout), bidden: new Bidden(candidate) };
    this.inOrder = inOrder([live, candidate]);
    this.periods = new Set(periodsDiffer(live, candidate));
    this.changed = new Set(
      [...candidate.pages].filter(([id, page]) => !isSame(page, live.pages.get(id))).map(([id]) => id),
    );
  }

  of(before: Frame, after: Frame): Meeting {
    const ids = before.items.map(({ id }) => id);
    const was = this.run(this.live, before, ids);
    const is = this.run(this.candidate, after, ids);
    const differ = parts.filter((_, part) => differsAt(was.digest, is.digest, part));
    const period = is.fired.find((page) => this.periods.has(page));
    const decided = kindOf(was.decided, is.decided, withPeriod(differ, period));
    const kind = decided === 'unchanged' && was.bidden !== is.bidden ? 'changed-otherwise' : decided;
    if (kind === 'unchanged') return { kind };
    const gone = was.decided.plan.filter((route) => !is.decided.plan.includes(route));
    return {
      kind,
      firstRule: this.firstDiffering(was.fired, is.fired) ?? period ?? null,
      gains: is.decided.plan.filter((route) => !was.decided.plan.includes(route)),
      loses: gone,
      blockers: is.decided.blockers.filter((one) => !was.decided.blockers.includes(one)),
    };
  }

  private run({ decider, bidden }: Side, frame: Frame, ids: readonly string[]): Run {
    const outcome = decider.decide(this.layout.pack(frame), 0, ids.length);
    const fired = decider.pagesFired();
    const digest = new Int32Array(digestSize);
    digestInto(outcome, digest, 0);
    const decided = decidedIn(outcome, ids);
    return { digest, decided, fired, bidden: bidden.in(fired, decided) };
  }

  /** The first page, in the order of evaluation, that speaks under one of the two only, or says something else. */
  private firstDiffering(was: readonly string[], is: readonly string[]): string | undefined {
    const speaks = (page: string): boolean =>
      was.includes(page) !== is.includes(page) || (is.includes(page) && this.changed.has(page));
    return this.inOrder.find(speaks);
  }
}

/** Pages of two rule sets in the order of evaluation. */
function inOrder(rules: readonly BoundRuleSet[]): readonly string[] {
  const pages = rules.flatMap(({ ruleSet }) =>
    ruleSet.strata.flatMap((level, depth) => level.pages.map((page) => ({ page, depth }))),
  );
  return [...new Set(pages.sort((a, b) => a.depth - b.depth).map(({ page }) => page))];
}

const withPeriod = (differ: readonly Part[], period: string | undefined): readonly Part[] =>
  period === undefined || differ.includes('terms') ? differ : [...differ, 'terms'];

const differsAt = (one: Int32Array, other: Int32Array, part: number): boolean =>
  !isDeepStrictEqual(one.slice(part * 2, part * 2 + 2), other.slice(part * 2, part * 2 + 2));
