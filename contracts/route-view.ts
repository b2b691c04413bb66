import type { Role, RouteFamily, Urgency } from './codes.js';
import type { Blocker, FactValue, Step } from './determination.js';
import type { ClockTerm, Period } from './terms.js';

/** How long an answer usually takes, and who says so. An estimate for planning; never a period of law unless the source is one. */
export type ExpectedTime = { from: number; to: number; unit: 'hour' | 'day' | 'month'; source: string };

/** A condition as it was read: what was expected of a fact, and what was seen. */
export type Compared = {
  fact: string;
  word: string;
  expected: FactValue;
  seen: FactValue;
  /** Whether it stands under a `not`: then it is what holds that keeps the route shut. */
  negated: boolean;
  basis: 'known' | 'assumed' | 'derived';
};

/** The condition that keeps a route shut: a page that did not fire, or one that fired and shuts it, with its citation. */
export type FailingCondition = Compared & {
  /** Rule and page; `null` where the catalogue itself says that the instrument is dormant. */
  rule: string | null;
  page: string | null;
  title: string;
  status: 'confirmed' | 'unconfirmed';
  /** `not-met`: it would have opened the route. `shuts`: it fired, and takes the route away. */
  effect: 'not-met' | 'shuts';
  /** Items, or `case`, of which it is so. */
  subjects: readonly string[];
  /** Code under which the page shuts the route; `null` where it names none. */
  reason: string | null;
  /** `not-met` only: each way to mend it with all that must be so; the condition itself heads the first. One way suffices. */
  ways: readonly (readonly Compared[])[];
  /** `not-met` only: facts of the page's other conditions that fail as well, so that mending this one alone would not do. */
  further: readonly string[];
  citation: string;
};

/** One step of a route as it would leave: what it is, what holds it, what it still needs. */
export type StepView = Step & {
  key: string;
  state: 'open' | 'blocked';
  urgency: Urgency;
  blockedBy: readonly Blocker[];
  approvals: readonly { order: number; step: string; roles: readonly Role[]; within: Period }[];
  firstClock: Pick<ClockTerm, 'id' | 'title' | 'starts' | 'length' | 'nature' | 'reference'> | null;
  /** Facts that the document needs and nobody has given yet. */
  needs: readonly { fact: string; question: string; subject: string }[];
};

/**
 * What a route that is not taken would be at an ordinary pace: whom it would go to (`?` where nobody can say yet), on which
 * bases it may rest, who would sign, which clock would run first and what is still to be written.
 */
export type WouldBe = Pick<StepView, 'basis' | 'approvals' | 'firstClock' | 'needs'> & {
  addressees: readonly string[];
};

/** One route of the catalogue beside all others: taken or not, and everything an officer weighs. */
export type RouteView = {
  family: RouteFamily;
  title: string;
  /** `blocked`: somebody can cure what stands in the way; `dormant`: the instrument is not in force. */
  state: 'open' | 'shut' | 'blocked' | 'dormant';
  steps: readonly StepView[];
  /** Blockers that took the route out of the plan and that somebody can cure. */
  removedBy: readonly Blocker[];
  /** Why it is not taken, for the items it is not taken for; one entry for each name under which it is shut. */
  shut: readonly {
    route: string;
    reason: string;
    reasons: readonly string[];
    items: readonly string[];
    because: readonly FailingCondition[];
  }[];
  /** Of a route that is taken: items for which it is not, and the conditions that fail for them; `null` where there are none. */
  elsewhere: { items: readonly string[]; because: readonly FailingCondition[] } | null;
  /** `null` where it is taken: its steps say it. */
  wouldBe: WouldBe | null;
  expectedTime: ExpectedTime | null;
  usableInCourt: 'evidence' | 'lead-only' | 'depends';
  userMayBeTold: 'no' | 'depends' | 'likely';
};
