import type { ColumnType, Generated } from 'kysely';
import type { CheckpointReason } from '../contracts/audit-record.js';
import type { Role, RouteFamily, RouteState, AuditVerb } from '../contracts/codes.js';
import type { Frame, Lot } from '../contracts/determination.js';
import type { PackedDetermination } from '../contracts/packed-determination.js';
import type { StoredValue } from '../contracts/facts.js';
import type { PlanDifference, PlanState } from '../contracts/plan.js';
import type { Actor } from './actor.js';
import type { AccessTables } from './schema-access.js';
import type { CorrespondenceTables } from './schema-correspondence.js';
import type { NotifyTables } from './schema-notify.js';
import type { EventTables } from './schema-events.js';
import type { HoldTables } from './schema-holds.js';
import type { InFlightTables } from './schema-in-flight.js';
import type { PeopleTables } from './schema-people.js';
import type { RuleTables } from './schema-rules.js';
import type { SecretsTables } from './schema-secrets.js';
import type { Sealed } from './secrets/sealed.js';

/**
 * Tables as Kysely sees them: columns in camelCase (the plug-in writes snake_case), instants as ISO 8601 in UTC with
 * milliseconds, dates as `YYYY-MM-DD`, bigint as string, bytea as bytes, jsonb decoded.
 */
export type Json<T> = ColumnType<T, string, string>;

export type AuditEntriesTable = {
  sequence: string;
  at: string;
  verb: AuditVerb;
  actor: Json<Actor>;
  subjectKind: string;
  subjectId: string;
  caseId: string | null;
  reason: string | null;
  oldDigest: string | null;
  newDigest: string | null;
  /** Canonical JSON (RFC 8785), kept as text so that it hashes for ever to the same value. */
  body: string;
  hash: string;
  /** Hashes of the subtrees that this entry closed, lowest first. */
  subtrees: string[];
};
export type AuditCheckpointsTable = {
  size: string;
  madeAt: string;
  why: CheckpointReason;
  note: string;
  keys: string[];
};
export type AuditTimeStampsTable = { size: string; at: string; token: Uint8Array };

export type IdempotencyKeysTable = {
  personId: string;
  key: string;
  fingerprint: string;
  claimedAt: string;
  /** The case the answer is about: under its key it is sealed. */
  caseId: string | null;
  response: Sealed<StoredAnswer> | null;
};
export type StoredAnswer = { status: number; body: unknown; headers?: Record<string, string> };

export type CasesTable = {
  id: string;
  reference: string;
  title: Sealed<string> | null;
  requestingState: string;
  unitId: string;
  openedBy: string;
  openedAt: string;
  version: Generated<number>;
  state: Generated<'OPEN' | 'CLOSED' | 'ERASED'>;
  salt: Sealed<string>;
};
export type CaseItemsTable = { caseId: string; id: string; position: number };
export type CaseMembersTable = {
  caseId: string;
  personId: string;
  access: 'OWNER' | 'MEMBER';
  since: string;
};

export type DecisionsTable = {
  id: string;
  caseId: string;
  kind: string;
  fact: string;
  item: string | null;
  value: Sealed<StoredValue>;
  documentRef: Sealed<string>;
  documentSha256: string | null;
  decidedOn: string;
  reason: Sealed<string>;
  secondRoles: Role[] | null;
  byPerson: string;
  role: Role;
  onBehalfOf: string | null;
  at: string;
};
export type DecisionSecondsTable = {
  decisionId: string;
  byPerson: string;
  role: Role;
  onBehalfOf: string | null;
  reason: Sealed<string> | null;
  at: string;
};
export type OverridesTable = {
  id: string;
  caseId: string;
  page: string;
  kind: 'policy';
  reason: Sealed<string>;
  expiresOn: string;
  byPerson: string;
  role: Role;
  onBehalfOf: string | null;
  at: string;
};
export type OverrideSecondsTable = {
  overrideId: string;
  byPerson: string;
  role: Role;
  onBehalfOf: string | null;
  reason: Sealed<string> | null;
  at: string;
};
export type FactVersionsTable = {
  id: string;
  caseId: string;
  caseVersion: number;
  position: number;
  fact: string;
  item: string | null;
  known: boolean;
  value: Sealed<StoredValue>;
  source: Sealed<string>;
  byPerson: string;
  role: Role | 'SYSTEM';
  decisionId: string | null;
  at: string;
};

/** Why a determination was made: asked for by a person, or by what changed. */
export type DeterminationCause = 'ASKED' | 'FACTS' | 'DECISION' | 'REPLY' | 'RULES' | 'REGISTER';
export type DeterminationsTable = {
  id: string;
  caseId: string;
  caseVersion: number;
  digest: string;
  ruleSetDigest: string;
  asOf: string;
  cause: DeterminationCause;
  frame: Sealed<Frame>;
  result: Sealed<PackedDetermination>;
  prose: Sealed<string>;
  byActor: Json<Actor>;
  at: string;
  /** Version of the program that determined; `null` where nobody said. */
  program: string | null;
};

export type PlansTable = {
  id: string;
  caseId: string;
  determinationId: string;
  digest: string;
  baseDigest: string | null;
  basePlanId: string | null;
  state: PlanState;
  lots: Json<readonly Lot[]>;
  difference: Json<PlanDifference>;
  chosenBy: Json<Actor>;
  createdAt: string;
  activatedAt: string | null;
  activatedBy: ColumnType<Actor | null, string | null, string | null>;
  reason: Sealed<string> | null;
};

export type RoutesTable = {
  id: string;
  caseId: string;
  workflowId: string;
  family: RouteFamily;
  route: string;
  measure: string;
  addressee: string;
  items: string[];
  drafters: string[];
  createdAt: string;
  seq: Generated<number>;
  state: Generated<RouteState>;
  waitsFor: string | null;
  nextAt: string | null;
  movedAt: string;
  reason: string;
};
/** What adopting a plan does to a route. */
export type PlanEffect = 'START' | 'REDRAFT' | 'KEEP' | 'WITHDRAW';
export type PlanRoutesTable = {
  planId: string;
  routeId: string;
  lotKey: string;
  lot: Json<Lot>;
  sliceDigest: string;
  effect: PlanEffect;
  approvalsVoid: Generated<boolean>;
};
export type RouteMovesTable = {
  routeId: string;
  seq: number;
  state: RouteState;
  waitsFor: string | null;
  nextAt: string | null;
  reason: string;
  at: string;
};

export type DocumentsTable = {
  id: string;
  caseId: string;
  routeId: string;
  planId: string;
  version: number;
  digest: string;
  sliceDigest: string;
  language: string;
  fields: Sealed<string>;
  renderedAt: string;
};
export type DocumentFilesTable = {
  documentId: string;
  form: string;
  mediaType: string;
  /** Of the plain bytes, and their number; `bytes` are sealed. */
  sha256: string;
  size: number;
  bytes: Uint8Array;
};

type Elsewhere = AccessTables &
  CorrespondenceTables &
  EventTables &
  HoldTables &
  InFlightTables &
  NotifyTables &
  PeopleTables &
  RuleTables &
  SecretsTables;
export type Database = Elsewhere & {
  auditEntries: AuditEntriesTable;
  auditCheckpoints: AuditCheckpointsTable;
  auditTimeStamps: AuditTimeStampsTable;
  idempotencyKeys: IdempotencyKeysTable;
  cases: CasesTable;
  caseItems: CaseItemsTable;
  caseMembers: CaseMembersTable;
  decisions: DecisionsTable;
  decisionSeconds: DecisionSecondsTable;
  overrides: OverridesTable;
  overrideSeconds: OverrideSecondsTable;
  factVersions: FactVersionsTable;
  determinations: DeterminationsTable;
  plans: PlansTable;
  routes: RoutesTable;
  planRoutes: PlanRoutesTable;
  routeMoves: RouteMovesTable;
  documents: DocumentsTable;
  documentFiles: DocumentFilesTable;
};
