import type { ReplyOutcome, Role, RouteId, RouteState } from './codes.js';
import type { Lot } from './determination.js';
import type {
  CastVote,
  Moved,
  PlanAdopted,
  RecordDispatch,
  ReceiveReply,
  Reopened,
  ReportDone,
  TurnClock,
  VoteOutcome,
} from './messages.js';
import type { ClockTerm, Rung } from './plan.js';

/** Input of the case workflow; `carry` only when the case continues as new. */
export type CaseInput = { inputVersion: 1; caseId: string; carry?: CaseCarry };
export type CaseCarry = {
  planDigest: string | null;
  routes: Record<string, CaseRoute>;
  waiting: readonly WaitingRoute[];
  answered: readonly Answered<PlanAdopted>[];
  reopened?: readonly Answered<Reopened>[];
};

/** What the case knows of a route it started: the newest report, and every state it has passed. */
export type CaseRoute = {
  workflowId: string;
  seq: number;
  state: RouteState;
  reached: readonly RouteState[];
  route: RouteId;
  items: readonly string[];
  lotKey: string;
};

/** A lot that is started only after another route; `startBy` is the instant at which it no longer waits. */
export type WaitingRoute = {
  routeId: string;
  workflowId: string;
  planId: string;
  lot: Lot;
  startBy: string | null;
};

/** A request id that has been answered, with its answer: what makes a duplicate harmless over continue-as-new. */
export type Answered<A = unknown> = { requestId: string; answer: A };

/** Input of a route workflow. The lot is the law it runs under; instants are absolute, so that it may continue as new anywhere. */
export type RouteInput = {
  inputVersion: 1;
  caseId: string;
  routeId: string;
  planId: string;
  lot: Lot;
  /** State in which a restarted route goes on; `draft` when it is new. */
  startsIn: string;
  /** Last projection of the run before, when a route is restarted or opened again. */
  seq?: number;
  /** A late answer opens it again: where it stood, what was sent last, and the answer. It begins where that answer leads. */
  reopened?: {
    state: RouteState;
    dispatch: { dispatchId: string; sentAt: string };
    sentDigest: string;
    reply: { replyId: string; outcome: ReplyOutcome; receivedAt: string };
  };
  carry?: RouteCarry;
};

/** An instant that somebody is told about, rung by rung. `rung` is the index of the next one. */
export type Alarm = {
  key: string;
  what: string;
  dueAt: string;
  rungs: readonly { at: string; rung: Rung }[];
  rung: number;
};

/** A clock that was started and not stopped. A paused one keeps its place and is computed anew when it goes on. */
export type RunningClock = Alarm & {
  clockId: string;
  term: string;
  starts: RouteState;
  nature: ClockTerm['nature'];
  ended: boolean;
  paused: boolean;
  /** A person paused it; it goes on by itself at this instant. */
  byHand?: { until: string };
  asks: boolean;
  /** Somebody was told that it ends too early for what it is kept for. */
  warned: boolean;
};

/** A message that no state has read yet. */
export type Mail =
  | ({ kind: 'vote' } & CastVote)
  | ({ kind: 'dispatch' } & RecordDispatch)
  | ({ kind: 'reply' } & ReceiveReply)
  | ({ kind: 'done' } & ReportDone)
  | ({ kind: 'turn' } & TurnClock)
  | { kind: 'revision'; planId: string };

export type ApprovalStep = Alarm & {
  step: string;
  order: number;
  roles: readonly Role[];
  /** Id of who approved it. */
  approvedBy: string | null;
};

/** Approvals asked for one frozen version. `expiresAt` counts from the last approval given. */
export type ApprovalRound = {
  number: number;
  digest: string;
  order: number;
  steps: readonly ApprovalStep[];
  expiresAt: string | null;
  open: boolean;
};

/** Everything a route is, between any two of its states and inside every wait. */
export type RouteCarry = {
  /** Name in the table of states, the row a detour goes back to, and the projected state that was entered last. */
  at: string;
  base: string | null;
  /** The newest ways it went, as `row/EVENT`, oldest first. */
  trail: readonly string[];
  entered: RouteState | null;
  state: RouteState;
  reason: string;
  waitsFor: string | null;
  seq: number;
  planId: string;
  lot: Lot;
  sliceDigest: string | null;
  draft: { documentId: string | null; digest: string } | null;
  rounds: number;
  round: ApprovalRound | null;
  handOverRefused: string | null;
  /** What the draft lacks. */
  note: string | null;
  dispatch: { dispatchId: string; sentAt: string } | null;
  /** Digest of what was sent last. */
  sentDigest: string | null;
  lastReply: { replyId: string; outcome: ReplyOutcome; receivedAt: string; linked: boolean } | null;
  /** How far acknowledgements have moved the wait for a reply: index into the states of the wait. */
  standing: number;
  clocks: readonly RunningClock[];
  /** Terms of the longest clocks of the last wait for a reply: what a decision to wait on starts again. */
  longest: readonly string[];
  /** Terms of clocks that asked and were answered: started anew with the next state. */
  startAgain: readonly string[];
  /** A clock that asks has ended and nobody has answered yet. */
  asked: boolean;
  renewals: number;
  translated: boolean;
  /** How the route ends once what still has to follow (letter, review) is done. */
  endsAs: 'CLOSED' | 'CONVERTED' | 'WITHDRAWN';
  mail: readonly Mail[];
  withdrawal: { withdrawalId: string; acted: boolean } | null;
  cancellationSeen: boolean;
  votes: readonly Answered<VoteOutcome>[];
  moves: readonly Answered<Moved>[];
};
