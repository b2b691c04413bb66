export type { Act, Actor, Opening, PersonAct, Reader } from './actor.js';
export { byWhom, namesOf, sameName, systemAct } from './actor.js';
export { grantToApp, roleIn, RoleMissing } from './app-role.js';
export {
  openAudit,
  openStore,
  StoreNotMigrated,
  StoreRoleTooStrong,
  type Store,
  type StorePlace,
} from './db.js';
export type { StoreWatch } from './watch.js';
export { migrateStore } from './migrate.js';
export type { AuditEntryDraft, AuditSubject, Bare, Reading, Tx } from './tx.js';
export { canonicalJson, digestOf, sha256 } from './canonical.js';
export { newId } from './ids.js';
export { addKey, dropKey, makeRing, openRingFile, readRing, useNewest } from './secrets/ring-file.js';
export { newKey, openBytes, sealBytes } from './secrets/aead.js';
export type { CaseSecrets } from './secrets/case-secrets.js';
export { openingStream, sealingStream } from './secrets/stream.js';
export { ringInMemory } from './secrets/ring.js';
export type { DeterminationCause, StoredAnswer } from './schema.js';
export type { HoldsTable, ReportWhat, StepState, VoteWord } from './schema-correspondence.js';

export * from './audit/index.js';
export * from './people/index.js';
export * from './idempotency.js';
export {
  addItems,
  addMember,
  caseById,
  caseForReader,
  listCases,
  openCase,
  type CaseRecord,
  type CaseToOpen,
} from './cases.js';
export { answeredFacts, casesOnFile, type CaseOnFile } from './cases-on-file.js';
export * from './conflicts.js';
export { acknowledgeAlert, alertManyAccounts, listAlerts, raiseAlert, type AlertToRaise } from './alerts.js';
export { sweepAlerts } from './alert-sweep.js';
export { noteNotRun } from './reconciliation.js';
export { sweepWaits } from './wait-sweep.js';
export { listWaitNotices } from './wait-notices.js';
export * from './marks.js';
export * from './reads.js';
export * from './refusals.js';
export { currentFacts, factHistory, recordFacts, type AnswerToRecord, type FactsRecorded } from './facts.js';
export * from './decisions.js';
export * from './determinations.js';
export * from './overrides.js';
export { noteFault } from './release-note.js';
export * from './releases.js';
export * from './release-steps.js';
export * from './rule-sets.js';
export {
  activePlan,
  choosePlan,
  planById,
  planForReader,
  plansOfCase,
  proposePlan,
  wouldChange,
  type PlanRecord,
} from './plans.js';
export { adoptionNeedsSupervisor, markAdopted, markStarted, type PlanBegun } from './adoption.js';
export { routesOfPlan } from './plan-routes.js';
export { sliceDigestOf } from './slice.js';
export {
  hasEnded,
  movesOfRoute,
  project,
  ProjectionRefused,
  routeById,
  routeForReader,
  routesOfCase,
  type RouteRecord,
} from './routes.js';
export * from './documents.js';
export {
  approvalForReader,
  approvalsOfRoute,
  closeApprovalSteps,
  inbox,
  openApprovalSteps,
  type OpenApproval,
} from './approvals.js';
export { issueTicket, redeemTicket, type Redemption } from './tickets.js';
export * from './sent.js';
export * from './holds.js';
export { confirmInFlight, enterInFlight, inFlightOf, type InFlightToEnter } from './in-flight.js';
export {
  beginRaising,
  confirmRaising,
  heldStart,
  holdNextStart,
  holdUnlessFits,
  releaseHeldStart,
} from './generation.js';
export { countOpenRoutes, openRoutes, type OpenRoute } from './open-routes.js';
export { endPause, everything, pausesInForce, placePause } from './pauses.js';
export { commentsOfRoute, returnedBefore, type CommentToKeep } from './return-comments.js';
export { issuePhoneCode, shortDigest, tryPhoneCode } from './phone-codes.js';
export {
  approveByPhone,
  confirmPhoneApproval,
  phoneApprovalsOf,
  reportUnconfirmed,
} from './phone-approvals.js';
export { overdueReviewsOf } from './overdue-reviews.js';
export {
  recordReport,
  recordWithdrawal,
  reportsOfRoute,
  withdrawalsOfRoute,
  type ReportToRecord,
} from './received.js';
export { recordReview, type Reviewed } from './reviews.js';
export { linkReply, recordReply, type ReplyToRecord } from './replies.js';
export { repliesOfRoute, replyById, type Reply } from './replies-of-route.js';
export { gapForReader, gapsOfRoute, gapsThatStand, itemsStillWanted, type Gap } from './gaps.js';
export {
  decideRegisterProposal,
  registerDecisions,
  registerProposals,
  warningsFor,
} from './register-proposals.js';
export { endGap } from './gap-ends.js';
export {
  arrivalsOf,
  asideForReader,
  asidesOfRoute,
  asidesWaiting,
  routeToReopen,
  type AsideRow,
} from './asides.js';
export { conversionReasonOf, proposeConversion } from './conversion.js';
export { isReportOnRecord } from './reports-on-record.js';
export { casesNotSeen, markSeen, tellOfRules } from './rules-seen.js';
export { setAsideUnread } from './set-aside.js';
export { decideSetAside } from './set-aside-decisions.js';
export * from './evidence.js';
export * from './erasures.js';
export * from './keys.js';
export * from './known-identifiers.js';
export * from './clocks.js';
export * from './webhooks.js';
export * from './event-delivery.js';
export { pauseClock, resumeClock } from './clock-turns.js';
export { deadlinesOf, type Deadline } from './deadlines.js';
export * from './incidents.js';
export * from './notices.js';
export * from './notify/index.js';
export {
  enqueue,
  isOnRecord,
  relayBacklog,
  relayState,
  settle,
  takeUndelivered,
  type Delivery,
  type RelayRow,
} from './relay.js';
