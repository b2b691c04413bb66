import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { ReplyOutcome, Role, RouteState } from '../contracts/codes.js';
import type { UpdateName } from '../contracts/messages.js';
import type { RefusalReason } from '../contracts/refusals.js';
import type { DecisionChoice, reports, Verdict } from '../contracts/route-events.js';
import type { Rung } from '../contracts/plan.js';
import type { Actor } from './actor.js';
import type { GapTables } from './schema-gaps.js';
import type { RegisterTables } from './schema-register.js';
import type { SetAsideTables } from './schema-set-aside.js';
import type { Sealed } from './secrets/sealed.js';

type Json<T> = ColumnType<T, string, string>;

/** What a person says on an approval step. */
export type VoteWord = 'approve' | 'return' | 'reject';
export type StepState = 'OPEN' | 'APPROVED' | 'RETURNED' | 'REJECTED' | 'CLOSED';

export type ApprovalRoundsTable = {
  id: string;
  caseId: string;
  routeId: string;
  number: number;
  digest: string;
  sliceDigest: string;
  state: 'OPEN' | 'CLOSED';
  why: string | null;
  openedAt: string;
  closedAt: string | null;
};
export type ApprovalStepsTable = {
  id: string;
  roundId: string;
  step: string;
  position: number;
  roles: Role[];
  state: StepState;
  opensAt: string;
  dueAt: string;
  /** Who is expected to sign; others of the roles may. */
  ownerId: string | null;
};
export type TicketsTable = {
  id: string;
  caseId: string;
  routeId: string;
  stepId: string;
  step: string;
  digest: string;
  personId: string;
  role: Role;
  onBehalfOf: string | null;
  /** The claim that showed a second factor. */
  factor: string | null;
  decision: VoteWord;
  reason: Sealed<string> | null;
  issuedAt: string;
  expiresAt: string;
  usedAt: string | null;
};
export type VotesTable = {
  id: string;
  ticketId: string;
  roundId: string;
  stepId: string;
  routeId: string;
  personId: string;
  role: Role;
  onBehalfOf: string | null;
  decision: VoteWord;
  reason: Sealed<string> | null;
  digest: string;
  at: string;
  validUntil: string;
};

export type HoldsTable = {
  id: string;
  caseId: string;
  routeId: string | null;
  kind: 'RIGHTS' | 'LEGAL' | 'OPERATOR';
  reason: Sealed<string>;
  placedBy: Json<Actor>;
  placedAt: string;
  liftedBy: ColumnType<Actor | null, string | null, string | null>;
  liftedAt: string | null;
};
/** A row that a person wrote about a route. */
type ByPerson = {
  id: string;
  caseId: string;
  routeId: string;
  byPerson: string;
  role: Role;
  onBehalfOf: string | null;
  at: string;
};
export type ClockTurnsTable = ByPerson & {
  clockId: string;
  turn: 'pause' | 'resume';
  reason: Sealed<string>;
  /** Who looks after a paused clock. */
  ownerId: string | null;
  /** When it goes on by itself. */
  until: string | null;
};
export type WithdrawalsTable = ByPerson & { reason: Sealed<string> };
export type OutboxTable = {
  id: string;
  caseId: string;
  routeId: string;
  documentId: string;
  digest: string;
  createdAt: string;
  packetPath: string | null;
  packetSha256: string | null;
  writtenAt: string | null;
};
export type DispatchesTable = ByPerson & {
  /** `null` for what was sent outside Rogatory. */
  outboxId: string | null;
  sentAt: string;
  means: Sealed<string>;
  reference: Sealed<string>;
};
export type RepliesTable = ByPerson & {
  outcome: ReplyOutcome;
  receivedAt: string;
  reference: Sealed<string>;
  says: Sealed<string> | null;
  /** How it arrived. */
  means: Sealed<string> | null;
  /** Of what it consists of, lower-case hex. */
  contentSha256: string | null;
  refusal: RefusalReason | null;
  /** Items that it, or a part before it, brought in whole. */
  came: string[] | null;
  preservedFrom: string | null;
  preservedUntil: string | null;
  /** When the provider will tell the user, as it announced. */
  noticeAt: string | null;
};
export type ReplyLinksTable = { replyId: string; state: RouteState; at: string };
/** What else a person reports done: `what` as in contracts/messages ReportDone. */
export type ReportWhat = Exclude<keyof typeof reports, 'evidence-received'> | ReviewWhat | 'decision-taken';
/** The first of two signatures of a review, and the second, with which it counts. */
export type ReviewWhat = 'ex-post-review-signed' | 'ex-post-reviewed';
export type RouteReportsTable = ByPerson & {
  what: ReportWhat;
  ref: Sealed<string>;
  finding: Sealed<string>;
  /** Of a decision what was chosen, of a review its verdict. */
  choice: DecisionChoice | Verdict | null;
};

export type EvidenceTable = {
  id: string;
  caseId: string;
  routeId: string;
  fileName: Sealed<string>;
  mediaType: string;
  senderSha256: string;
  /** How it arrived. */
  means: Sealed<string> | null;
  /** The first arrival of the same bytes on the route. */
  sameAs: string | null;
  path: string;
  state: 'BEGUN' | 'SEALED' | 'MISMATCH' | 'ABORTED';
  sha256: string | null;
  size: ColumnType<string | null, number | null, number | null>;
  why: string | null;
  byPerson: string;
  role: Role;
  onBehalfOf: string | null;
  begunAt: string;
  endedAt: string | null;
};
export type EvidenceReceiptsTable = {
  evidenceId: string;
  capacity: 'CUSTODIAN' | 'WITNESS';
  byPerson: string;
  role: Role;
  onBehalfOf: string | null;
  sha256: string;
  at: string;
};

export type ClocksTable = {
  id: string;
  caseId: string;
  routeId: string;
  termId: string;
  event: RouteState;
  title: string;
  nature: 'law' | 'office' | 'provider';
  reference: string;
  startedAt: string;
  endsAt: string;
  provisional: boolean;
  derivation: Json<unknown>;
  rungs: Json<readonly { at: string; rung: Rung }[]>;
  stoppedAt: string | null;
  stopWhy: string | null;
};
export type RemindersTable = {
  routeId: string;
  key: string;
  caseId: string;
  tell: Role;
  what: Rung['what'];
  says: string;
  dueAt: string;
  at: string;
  /** Persons on duty, or who stood in, when it was told. */
  told: Generated<string[]>;
};
export type IncidentsTable = {
  routeId: string;
  key: string;
  caseId: string;
  code: string;
  says: string;
  at: string;
};

export type RelayTable = {
  id: string;
  position: GeneratedAlways<string>;
  caseId: string;
  workflowId: string;
  updateName: UpdateName;
  payload: Sealed<Record<string, unknown>>;
  state: Generated<'WAITING' | 'DELIVERED' | 'REFUSED'>;
  attempts: Generated<number>;
  createdAt: string;
  tryAt: string;
  settledAt: string | null;
  outcome: Sealed<unknown> | null;
};

export type CorrespondenceTables = SetAsideTables &
  RegisterTables &
  GapTables & {
    relay: RelayTable;
    approvalRounds: ApprovalRoundsTable;
    approvalSteps: ApprovalStepsTable;
    tickets: TicketsTable;
    votes: VotesTable;
    holds: HoldsTable;
    withdrawals: WithdrawalsTable;
    clockTurns: ClockTurnsTable;
    outbox: OutboxTable;
    dispatches: DispatchesTable;
    replies: RepliesTable;
    replyLinks: ReplyLinksTable;
    routeReports: RouteReportsTable;
    evidence: EvidenceTable;
    evidenceReceipts: EvidenceReceiptsTable;
    clocks: ClocksTable;
    reminders: RemindersTable;
    incidents: IncidentsTable;
  };
