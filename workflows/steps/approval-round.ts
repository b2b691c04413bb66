import type { OpenStep } from '../../contracts/activities.js';
import type { VoteOutcome } from '../../contracts/messages.js';
import type { ApprovalTerm } from '../../contracts/plan.js';
import type { ApprovalRound, ApprovalStep } from '../../contracts/workflow-inputs.js';
import { isDue, nowInstant } from '../instants.js';
import { isRevision, isVote, type MailOf, takeAll } from '../mailbox.js';
import { activities } from '../proxies.js';
import type { RouteRun } from '../run.js';

/**
 * Opens a round for the draft, or finds the one that stands: open, or signed in full and still valid.
 * A round for another version is voided first.
 */
export async function openRound(run: RouteRun): Promise<'open' | 'APPROVED' | 'APPROVAL_EXPIRED'> {
  const { carry } = run;
  const digest = await draftDigest(run);
  if (carry.round && carry.round.digest !== digest) await closeRound(run, 'voided');
  if (carry.round?.open) return 'open';
  if (carry.round) return stillValid(run, carry.round);
  if (carry.lot.terms.approvals.length === 0 && carry.lot.terms.forms.length === 0) return 'APPROVED';
  await untilSomebodySigns(run);
  carry.rounds += 1;
  const round: ApprovalRound = {
    number: carry.rounds,
    digest,
    order: 0,
    steps: [],
    expiresAt: null,
    open: true,
  };
  round.steps = carry.lot.terms.approvals.map((term) => notYetAsked(run, round, term));
  carry.round = round;
  try {
    return await askSteps(run, round, Math.min(...round.steps.map((step) => step.order)));
  } catch (failure) {
    carry.round = null;
    throw failure;
  }
}

/** Of what the signatures are asked now: of the text, or of the packet that leaves. */
export type Stage = 'text' | 'packet';

export const openSteps = (round: ApprovalRound): readonly ApprovalStep[] =>
  round.steps.filter((step) => step.order === round.order && step.approvedBy === null);

/**
 * Asks for the next signatures of the stage. Those of the packet are asked after the last of the text, or beside it where
 * the page gives them the same order.
 */
export async function askOnward(
  run: RouteRun,
  round: ApprovalRound,
  stage: Stage,
): Promise<'APPROVED' | 'open'> {
  const onPacket = run.carry.lot.terms.approvals.filter((term) => term.of === 'packet');
  const ofText = round.steps.filter(({ step }) => !onPacket.some((term) => term.step === step));
  const last = stage === 'packet' ? Infinity : Math.max(...ofText.map(({ order }) => order));
  const orders = round.steps
    .map(({ order }) => order)
    .filter((order) => order > round.order && order <= last);
  if (orders.length > 0) return askSteps(run, round, Math.min(...orders));
  round.open = round.steps.some((step) => step.approvedBy === null);
  refuseVotes(run);
  return 'APPROVED';
}

/** Signatures have run out: they are asked for anew, on a fresh draft. */
export async function expired(run: RouteRun): Promise<'APPROVAL_EXPIRED'> {
  await closeRound(run, 'expired');
  run.carry.reason = 'approval expired';
  return 'APPROVAL_EXPIRED';
}

/** Asks for the signatures of one order, side by side. */
export async function askSteps(run: RouteRun, round: ApprovalRound, order: number): Promise<'open'> {
  const opensAt = nowInstant();
  const asked: OpenStep[] = [];
  for (const term of run.carry.lot.terms.approvals.filter((one) => one.order === order)) {
    const { within, ladder, step, roles } = term;
    const { dueAt, rungs } = await activities.computeInstants({ ...run.ref, from: opensAt, within, ladder });
    const { digest, number } = round;
    asked.push({ step, order, round: number, roles, digest, opensAt, dueAt });
    Object.assign(round.steps.find((one) => one.step === step) ?? {}, { dueAt, rungs, rung: 0 });
  }
  // A vote may arrive as soon as the store shows the step: the round stands before it is shown.
  round.order = order;
  await activities.openApprovals({ ...run.ref, digest: round.digest, steps: asked });
  return 'open';
}

/** Ends the open round, tells whoever waited to sign, and refuses votes that are still on their way. */
export async function closeRound(
  run: RouteRun,
  why: 'returned' | 'expired' | 'rejected' | 'voided' | 'withdrawn',
): Promise<void> {
  const { round } = run.carry;
  if (!round) return;
  await activities.closeApprovals({ ...run.ref, digest: round.digest, why });
  run.carry.round = null;
  refuseVotes(run);
}

/** Refuses votes that were on their way when the round ended. */
export function refuseVotes(run: RouteRun): void {
  for (const vote of takeAll(run.carry, isVote)) answer(run, vote, 'APPROVAL_STEP_CLOSED');
}

/** Tells the voter; a reason means that the decision counts for nothing. */
export function answer(run: RouteRun, vote: MailOf<'vote'>, reason: string | null): 'open' {
  const { state } = run.carry;
  const outcome: VoteOutcome =
    reason === null ? { recorded: true, state } : { recorded: false, reason, state };
  run.voteOutcomes.set(vote.requestId, outcome);
  return 'open';
}

const stillValid = async (run: RouteRun, { expiresAt }: ApprovalRound) =>
  expiresAt !== null && isDue(expiresAt) ? expired(run) : 'APPROVED';

const notYetAsked = (run: RouteRun, round: ApprovalRound, term: ApprovalTerm): ApprovalStep => ({
  key: `${run.ref.routeId}/${round.number}/${term.step}`,
  what: `signature: ${term.step}`,
  dueAt: nowInstant(),
  rungs: [],
  rung: 0,
  step: term.step,
  order: term.order,
  roles: term.roles,
  approvedBy: null,
});

async function draftDigest(run: RouteRun): Promise<string> {
  if (!run.carry.draft) throw new Error('approval of a route that has no draft');
  return run.carry.draft.digest;
}

/** A document that would leave with nobody's signature stays: an incident, and a new plan cures it. */
async function untilSomebodySigns(run: RouteRun): Promise<void> {
  while (run.carry.lot.terms.approvals.length === 0) {
    await run.incident('APPROVERS_MISSING', 'The plan names nobody who signs this request.');
    await run.stand({ state: 'APPROVAL', waitsFor: 'approvers', reason: 'no approvers', wants: isRevision });
    const { lot, planId } = await activities.openBlockers(run.ref);
    Object.assign(run.carry, { lot, planId });
  }
}
