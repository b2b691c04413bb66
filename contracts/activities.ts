import type { DocumentForm, ReplyOutcome, Role, RouteState } from './codes.js';
import type { Lot } from './determination.js';
import type { Inbound, RouteReport, UpdateName } from './messages.js';
import type { ClockTerm, Period, PlanDifference, Rung } from './plan.js';
import type { RouteInput } from './workflow-inputs.js';

/** Every activity is idempotent on the ids it is given. Instants are ISO 8601 in UTC. */
export type RouteRef = { caseId: string; routeId: string; workflowId: string };

/** Outbound projection: refused when `seq` leaves a gap or is old. */
export type Projection = RouteRef & {
  seq: number;
  state: RouteState;
  waitsFor: string | null;
  nextAt: string | null;
  at: string;
  reason: string;
};

export type Draft =
  | { complete: true; documentId: string; digest: string; version: number }
  | { complete: false; missing: readonly { field: string; says: string; facts: readonly string[] }[] };

/** What a redeemed ticket says. `valid: false` counts for nothing, whoever sent it. */
export type Redeemed =
  | { valid: true; personId: string; role: Role; decision: 'approve' | 'return' | 'reject'; expired: boolean }
  | { valid: false; reason: string };

export type OpenStep = {
  step: string;
  order: number;
  /** Counts the times approvals were opened on this route: a step opened again for the same digest is another step. */
  round: number;
  roles: readonly Role[];
  digest: string;
  opensAt: string;
  dueAt: string;
};

/** Instants of one clock, computed once by the calendar then known. */
export type StartedClock = {
  clockId: string;
  /** Id of the clock term it was computed from. */
  term: string;
  endsAt: string;
  provisional: boolean;
  rungs: readonly { at: string; rung: Rung }[];
};

/** A route that has ended and is opened again, with everything its next run begins with. */
export type RouteToReopen = Required<Pick<RouteInput, 'routeId' | 'planId' | 'lot' | 'seq' | 'reopened'>> & {
  workflowId: string;
};

export interface CaseActivities {
  /** Lots of a plan with the route id and workflow id each would run under, and how it differs from what runs. */
  planToRun(input: { caseId: string; planId: string; planDigest: string; ticketId: string | null }): Promise<{
    start: readonly { routeId: string; workflowId: string; lot: Lot; startBy: string | null }[];
    difference: PlanDifference;
    revise: readonly { routeId: string; workflowId: string }[];
  }>;
  /** Whether the route has projected what its report says; one that it has not is audited and counts for nothing. */
  isReportOnRecord(input: { caseId: string; report: RouteReport }): Promise<boolean>;
  /** The route that a late answer opens again. Refused for good where no person decided so, or it has moved since. */
  routeToReopen(input: { caseId: string; replyId: string }): Promise<RouteToReopen>;
}

export interface RouteActivities {
  project(projection: Projection): Promise<void>;
  /** Whether a person wrote this very message to this workflow, word for word; one that nobody wrote is audited and counts for nothing. */
  isOnRecord(input: RouteRef & { update: UpdateName; message: Inbound }): Promise<boolean>;
  /** Renders every form of the route from the facts of the case; names what is missing instead of guessing. */
  renderDraft(input: RouteRef & { planId: string; forms: readonly DocumentForm[] }): Promise<Draft>;
  /** Dispatch blockers of the lot in the active plan that are not cured. */
  openBlockers(
    input: RouteRef,
  ): Promise<{ codes: readonly string[]; planId: string; lot: Lot; sliceDigest: string }>;
  openApprovals(input: RouteRef & { digest: string; steps: readonly OpenStep[] }): Promise<void>;
  closeApprovals(
    input: RouteRef & { digest: string; why: 'returned' | 'expired' | 'rejected' | 'voided' | 'withdrawn' },
  ): Promise<void>;
  /** Marks the ticket used, writes decision and audit entry, in one transaction; returns who. */
  redeemTicket(input: RouteRef & { ticketId: string; step: string; digest: string }): Promise<Redeemed>;
  /**
   * Re-checks everything in the transaction that creates the outbox row; at most one row per route and digest.
   * A reason that begins with `APPROVAL_` sends the route back to drafting, any other one back to its checks.
   */
  handOver(
    input: RouteRef & { digest: string },
  ): Promise<{ handedOver: true; outboxId: string } | { handedOver: false; reason: string }>;
  /** Writes the folder of the outbox row atomically; a second call finds it written. */
  writePacket(input: RouteRef & { outboxId: string }): Promise<void>;
  /** `replyId` names the reply whose own dates (preserved from, until, notice to the user) come before the term's length. */
  startClocks(
    input: RouteRef & {
      clocks: readonly ClockTerm[];
      startedAt: string;
      event: RouteState;
      replyId: string | null;
      /** Paused clocks of these terms: what was left of them runs on, instead of the whole length. */
      continues?: readonly string[];
    },
  ): Promise<readonly StartedClock[]>;
  stopClocks(input: RouteRef & { clockIds: readonly string[]; at: string; why: string }): Promise<void>;
  /** Instants of due dates and rungs for steps that have no clock row of their own (approvals). */
  computeInstants(input: RouteRef & { from: string; within: Period; ladder: readonly Rung[] }): Promise<{
    dueAt: string;
    rungs: readonly { at: string; rung: Rung }[];
  }>;
  remind(input: RouteRef & { key: string; rung: Rung; what: string; dueAt: string }): Promise<void>;
  openIncident(input: RouteRef & { key: string; code: string; says: string }): Promise<void>;
  /** A reply that ends the wait writes nothing more than its link to the state it led to. */
  linkReply(input: RouteRef & { replyId: string; outcome: ReplyOutcome; state: RouteState }): Promise<void>;
}

export interface SweepActivities {
  /** Delivers relay rows that no workflow has confirmed, with their own request ids. */
  deliverPending(): Promise<{ delivered: number; left: number }>;
  /** Signs the audit as it stands, unless this size is signed already. */
  checkpointAudit(): Promise<{ size: number }>;
  /** Writes the mail of the day to those who chose one. */
  makeDigests(): Promise<{ made: number }>;
  /** Tells the next ones of what nobody has taken note of in its time. */
  climbNotices(): Promise<{ climbed: number }>;
  /** Sends the mails that wait; those that do not leave are tried again. */
  sendMails(): Promise<{ sent: number; left: number }>;
  /** Has the newest signed root time-stamped, unless it is or no authority is named: then `null`. */
  stampAudit(): Promise<{ size: number | null }>;
  /** Raises the alerts to the overseer that are due and were not raised before. */
  sweepAlerts(): Promise<{ raised: number }>;
  /** Tells the heads of a unit what waits for nobody, and takes back what waits for nobody no more. */
  sweepWaits(): Promise<{ opened: number; closed: number }>;
  /** Looks at open cases under the rules and registers in force, one batch; `left`: there are more. */
  redetermine(): Promise<{ seen: number; proposed: number; left: boolean }>;
  /** Compares one page of open routes, after an id, with what the engine runs; `next`: the id after which to go on. */
  reconcile(input: {
    after: string | null;
  }): Promise<{ compared: number; differing: number; next: string | null }>;
  /** Sends the events that web-hooks wait for, those of one in their order; `failing`: how many took none now. */
  deliverEvents(): Promise<{ delivered: number; failing: number }>;
}

export type AllActivities = CaseActivities & RouteActivities;
