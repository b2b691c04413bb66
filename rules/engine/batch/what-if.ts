import type { RouteId } from '../../../contracts/codes.js';
import type { FactValue, Frame } from '../../../contracts/determination.js';
import { caseSubject } from '../evaluate/board.js';
import type { BoundRuleSet } from '../rule-set/bound.js';
import { deciderOn } from './case.js';
import type { Decider } from './decider.js';
import { digestInto, digestSize, parts } from './digest.js';
import type { Layout } from './layout.js';
import type { Outcome } from './outcome.js';

/** One fact of one subject, said otherwise than it stands. */
export type Flip = { subject: string; fact: string; is: FactValue };

/** What a change of facts is judged by. Blockers are `CODE:SCOPE`; `leaving` are the routes of which every lot may leave. */
export type Bearing = { plan: readonly RouteId[]; blockers: readonly string[]; leaving: readonly RouteId[] };

/**
 * A case decided again and again with some facts said otherwise, on the same cells and sheets. A change within one item
 * decides that item only, and the case once more only where the item came out otherwise.
 */
export class WhatIf {
  readonly base: Bearing;
  private readonly layout: Layout;
  private readonly decider: Decider;
  private readonly cells: Int32Array;
  private readonly items: readonly string[];
  private readonly ofCase = new Int32Array(digestSize);
  private readonly ofItems: readonly Int32Array[];
  private readonly now = new Int32Array(digestSize);
  /** Whether the case's own sheet is the base's: a change within one item leaves it so. */
  private caseStands = true;

  constructor(rules: BoundRuleSet, frame: Frame) {
    const { layout, decider } = deciderOn(rules);
    this.layout = layout;
    this.decider = decider;
    this.cells = layout.pack(frame);
    this.items = frame.items.map(({ id }) => id);
    const outcome = this.decideCase();
    digestInto(outcome, this.ofCase, 0);
    this.base = bearingOf(outcome);
    this.ofItems = this.items.map((_, item) => {
      const digest = new Int32Array(digestSize);
      digestInto(decider.decideItem(this.cells, 0, item), digest, 0);
      return digest;
    });
  }

  /** What comes of these facts; `undefined` where nothing that is decided changes. */
  on(flips: readonly Flip[]): Bearing | undefined {
    const changes = flips.flatMap((flip) => this.change(flip) ?? []);
    if (changes.length === 0) return undefined;
    const before = changes.map(({ cell }) => this.cells[cell] ?? 0);
    for (const { cell, code } of changes) this.cells[cell] = code;
    const outcome = this.decideChanged(changes);
    const bearing = outcome && bearingOf(outcome);
    changes.forEach(({ cell }, index) => (this.cells[cell] = before[index] ?? 0));
    return bearing;
  }

  private decideChanged(changes: readonly Changed[]): Outcome | undefined {
    const [{ item }] = [...changes, { item: -1 }];
    const within = item >= 0 && changes.every((one) => one.item === item && !one.reachesCase);
    if (within) {
      if (!this.caseStands) this.decideCase();
      this.caseStands = true;
      digestInto(this.decider.decideItem(this.cells, 0, item), this.now, 0);
      if (isSame(this.now, this.ofItems[item])) return undefined;
    }
    const outcome = this.decideCase();
    this.caseStands = within;
    digestInto(outcome, this.now, 0);
    return isSame(this.now, this.ofCase) ? undefined : outcome;
  }

  private decideCase(): Outcome {
    return this.decider.decide(this.cells, 0, this.items.length);
  }

  private change({ subject, fact, is }: Flip): Changed | undefined {
    const item = subject === caseSubject ? -1 : this.items.indexOf(subject);
    const cell = this.layout.cell(fact, item);
    if (cell === undefined) return undefined;
    return {
      cell,
      item,
      code: this.layout.codeOfFact(fact, is),
      reachesCase: this.decider.reachesCase(fact),
    };
  }
}

type Changed = { cell: number; item: number; code: number; reachesCase: boolean };

const terms = parts.indexOf('terms') * 2;

/** Whether two digests are of the same outcome; terms say how a route is run and decide none. */
const isSame = (one: Int32Array, other: Int32Array | undefined): boolean =>
  one.every((value, place) => place === terms || place === terms + 1 || value === other?.[place]);

function bearingOf(outcome: Outcome): Bearing {
  const { list } = outcome.plan.candidates;
  const steps = outcome.stepCandidate.map((candidate, step) => ({
    order: outcome.stepOrder[step] ?? 0,
    place: list[candidate]?.place ?? -1,
    route: outcome.routeOf(step),
    held: outcome.stepHolds[step] !== (outcome.stepHolds[step - 1] ?? 0),
  }));
  const plan = [
    ...new Set(steps.sort((a, b) => a.order - b.order || a.place - b.place).map(({ route }) => route)),
  ];
  const held = new Set(steps.filter((step) => step.held).map(({ route }) => route));
  return {
    plan,
    blockers: outcome.blockers.map((word) => outcome.words.word(word)).sort(),
    leaving: plan.filter((route) => !held.has(route)),
  };
}
