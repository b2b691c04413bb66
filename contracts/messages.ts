import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { ReplyOutcome, RouteState } from './codes.js';
import type { DecisionChoice, reports, Verdict } from './route-events.js';

export type { DecisionChoice } from './route-events.js';

/**
 * Messages between the store's relay and the workflows. Everything inbound is a row first (design, section 5): a message
 * carries the id of its row as `requestId`, and nothing about a person, an account or an offence.
 * A duplicate `requestId` awaits the first one's outcome, also after continue-as-new.
 */
export type Inbound = { requestId: string };

/** The vote itself is in the ticket's row: the workflow learns who and what only by redeeming it. */
export type CastVote = Inbound & { ticketId: string; step: string; digest: string };
export type VoteOutcome = { recorded: boolean; reason?: string; state: RouteState };

export type RecordDispatch = Inbound & { dispatchId: string; sentAt: string };
export type ReceiveReply = Inbound & { replyId: string; outcome: ReplyOutcome; receivedAt: string };
export type WithdrawRoute = Inbound & { withdrawalId: string };
/** Facts, decisions or the adopted plan changed: read the lot again, redraft where its slice changed. */
export type ReviseRoute = Inbound & { planId: string };
/** Evidence taken in, a letter sent, a clarification answered: what was awaited in a state is there. */
export type ReportDone = Inbound & { ref: string } & (
    | { what: keyof typeof reports }
    /** Absent: CLOSE. */
    | { what: 'decision-taken'; choice?: DecisionChoice }
    | { what: 'ex-post-reviewed'; verdict: Verdict }
  );
/**
 * A period of the office stands still until a day, or goes on, because a person decided so; the row of that decision says
 * who and why. `until` is set for a pause only.
 */
export type TurnClock = Inbound & { clockId: string; turn: 'pause' | 'resume'; until: string | null };
export type Moved = { state: RouteState };

export const castVote = defineUpdate<VoteOutcome, [CastVote]>('castVote');
export const recordDispatch = defineUpdate<Moved, [RecordDispatch]>('recordDispatch');
export const receiveReply = defineUpdate<Moved, [ReceiveReply]>('receiveReply');
export const withdrawRoute = defineUpdate<Moved, [WithdrawRoute]>('withdrawRoute');
export const reviseRoute = defineUpdate<Moved, [ReviseRoute]>('reviseRoute');
export const turnClock = defineUpdate<Moved, [TurnClock]>('turnClock');
export const reportDone = defineUpdate<Moved, [ReportDone]>('reportDone');

/** Case workflow: the first plan and every adopted one. A stale base is refused. */
export type AdoptPlan = Inbound & {
  basePlanDigest: string | null;
  planId: string;
  planDigest: string;
  ticketId: string | null;
};
export type PlanAdopted = { planDigest: string; started: readonly string[] };
export const adoptPlan = defineUpdate<PlanAdopted, [AdoptPlan]>('adoptPlan');

/** Case workflow: a late answer opens its route again, as a supervisor decided; the row of that decision says who and why. */
export type ReopenRoute = Inbound & { replyId: string };
export type Reopened = { routeId: string };
export const reopenRoute = defineUpdate<Reopened, [ReopenRoute]>('reopenRoute');

/** Route to case, by signal with its own `seq`: the case never awaits a route's result. */
export type RouteReport = { routeId: string; workflowId: string; seq: number; state: RouteState };
export const routeReported = defineSignal<[RouteReport]>('routeReported');

/** Case to route: another plan was adopted; the route reads its lot again. Twice is as good as once. */
export type PlanAdoptedNotice = { planId: string };
export const planAdopted = defineSignal<[PlanAdoptedNotice]>('planAdopted');

/** Operator to any workflow: continue as new at the next point where nothing is under way. */
export const renewRun = defineSignal('renewRun');

export const caseProgress = defineQuery<{
  planDigest: string | null;
  routes: readonly { routeId: string; workflowId: string; state: RouteState }[];
  waiting: readonly string[];
}>('caseProgress');

/** Where a route stands: its state, the row of its table, and the newest ways that led there (`row/EVENT`). */
export const routeProgress = defineQuery<{
  state: RouteState;
  at: string;
  trail: readonly string[];
  seq: number;
  waitsFor: string | null;
  nextAt: string | null;
}>('routeProgress');

export const updateNames = [
  'castVote',
  'recordDispatch',
  'receiveReply',
  'withdrawRoute',
  'reviseRoute',
  'reportDone',
  'turnClock',
  'adoptPlan',
  'reopenRoute',
] as const;
export type UpdateName = (typeof updateNames)[number];
