import type { DocumentForm, Role, RouteState, Urgency } from './codes.js';
import type { DecisionChoice, RouteEvent } from './route-events.js';

/** A length of time as law and offices write it. `working-day` and `working-hour` need a calendar; the rest do not. */
export type Period = { amount: number; unit: 'minute' | 'hour' | 'day' | 'working-hour' | 'working-day' };

/** One signature in the chain of approvals. Steps with the same `order` are open side by side. */
export type ApprovalTerm = {
  step: string;
  order: number;
  /** `packet`: the last check of everything that leaves, asked for when the translation is there. */
  of?: 'packet';
  /** Any one of these roles may sign. */
  roles: readonly Role[];
  within: Period;
  /** Who is told when the signature is late; `after` counts from the opening of the step. */
  ladder: readonly Rung[];
};

/**
 * `left`, on clocks of a preservation, counts back from the end of the clock and comes before `after`: the end is often another
 * than the length says, because the confirmation names its own date.
 */
export type Rung = { after: Period; left?: Period; tell: Role; what: 'remind' | 'escalate' | 'call' };

export const offices = ['REQUESTING', 'REQUESTED'] as const;
/** Offices of the requesting State, and those of the addressee: of the State that is asked, or of the provider's seat. */
export type Office = (typeof offices)[number];

/** Clock definition: becomes instants only when its start event happens, with the calendar then known. */
export type ClockTerm = {
  id: string;
  title: string;
  starts: RouteState;
  /**
   * States whose entry stops it. Without them: a clock of a wait for a reply (DISPATCHED, ACKNOWLEDGED, IN_EXECUTION) stops
   * when the reply came or a later state of the wait starts clocks of its own, and runs on while the route is asked something
   * on the way; one of PRESERVED at the next preservation or the end; any other when its state is left. The end of the route stops all.
   */
  until?: readonly RouteState[];
  length: Period;
  /**
   * Whose working days its working periods count, ours first: a day counts when all of these offices work. Absent: ours alone.
   * Periods in calendar days are the law's and heed no office.
   */
  offices?: readonly Office[];
  /** Ends so long before the date that the reply announces; `length` holds where it names none. */
  before?: Period;
  /** Length after a renewal, where it is another one. */
  renewed?: Period;
  /** Its end asks a question (ASKED) in whatever wait it finds; answered, it starts anew. */
  asks?: true;
  nature: 'law' | 'office' | 'provider';
  reference: string;
  ladder: readonly Rung[];
};

/** Who is told when something happens to a route: an event rule of section B, or practice. */
export type EventTerm = {
  on: RouteEvent;
  rule?: string;
  tell: Role;
  what: Rung['what'];
  says: string;
};

/** What a person may decide while a route stands in a state, and who. */
export type DecisionTerm = { state: RouteState; choices: readonly DecisionChoice[]; by: readonly Role[] };

/** What a route was approved under. It stays until a person adopts another plan. */
export type RouteTerms = {
  lifeCycle: string;
  forms: readonly DocumentForm[];
  urgency: Urgency;
  approvals: readonly ApprovalTerm[];
  approvalValidFor: Period;
  clocks: readonly ClockTerm[];
  events: readonly EventTerm[];
  decisions: readonly DecisionTerm[];
  /** How often a preservation may be renewed; `null`: as often as it is granted. */
  renewals: number | null;
  /** How long the step that a preservation is kept for takes at best (T02): what ends earlier is told on the first day. */
  keptFor?: Period;
  /** How many more answers under Article 30 may be followed before a person reviews the path. */
  hopsLeft?: number;
};
