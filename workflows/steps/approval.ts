import { ActivityFailure } from '@temporalio/workflow';
import type { ApprovalRound, ApprovalStep } from '../../contracts/workflow-inputs.js';
import { nextRung } from '../alarms.js';
import { earliest, isDue, isLater, nowInstant } from '../instants.js';
import { isRevision, isVoteOrRevision, type MailOf, takeAll } from '../mailbox.js';
import { activities, papers } from '../proxies.js';
import type { RouteRun } from '../run.js';
import { answer, askSteps, closeRound, openRound, refuseVotes } from './approval-round.js';
import { takeLot } from './lot.js';

export type ApprovalWay = 'approved' | 'returned' | 'rejected' | 'expired' | 'changed';

/**
 * Waits for the chain of signatures on one frozen version. Silence is never approval: ladders climb and begin again.
 * A decision counts only when its ticket was redeemed; the first one on a step wins.
 */
export async function approval(run: RouteRun): Promise<ApprovalWay> {
  const standing = await openRound(run);
  if (standing !== 'open') return standing;
  for (;;) {
    const way = await nextWay(run, currentRound(run));
    if (way !== 'open') return way;
  }
}

async function nextWay(run: RouteRun, round: ApprovalRound): Promise<ApprovalWay | 'open'> {
  const open = openSteps(round);
  const mail = await run.stand({
    state: 'APPROVAL',
    waitsFor: `signature: ${open.map((step) => step.step).join(', ')}`,
    reason: 'asked',
    wants: isVoteOrRevision,
    alarms: () => openSteps(round),
    until: () => earliest([round.expiresAt, ladderEnd(openSteps(round))]),
  });
  if (mail === null) return late(run, round);
  return mail.kind === 'vote' ? count(run, round, mail) : revised(run, round);
}

const currentRound = (run: RouteRun): ApprovalRound => {
  if (!run.carry.round) throw new Error('no round of approvals is open');
  return run.carry.round;
};

const openSteps = (round: ApprovalRound): readonly ApprovalStep[] =>
  round.steps.filter((step) => step.order === round.order && step.approvedBy === null);

/** The instant at which the last of the ladders has nobody left to tell. */
function ladderEnd(steps: readonly ApprovalStep[]): string | null {
  if (steps.some((step) => nextRung(step) !== null) || steps.every((step) => step.rungs.length === 0))
    return null;
  return steps.reduce<string | null>(
    (last, { dueAt }) => (last && isLater(last, dueAt) ? last : dueAt),
    null,
  );
}

/** Signatures expire, counted from the last one given; until one is given the last rung is told again and again. */
async function late(run: RouteRun, round: ApprovalRound): Promise<'expired' | 'open'> {
  if (round.expiresAt !== null && isDue(round.expiresAt)) {
    await closeRound(run, 'expired');
    run.carry.reason = 'approval expired';
    return 'expired';
  }
  const within = run.carry.lot.terms.approvalValidFor;
  const { dueAt } = await activities.computeInstants({ ...run.ref, from: nowInstant(), within, ladder: [] });
  for (const step of openSteps(round)) {
    const last = step.rungs.at(-1);
    if (last) Object.assign(step, { dueAt, rungs: [{ at: dueAt, rung: last.rung }], rung: 0 });
  }
  return 'open';
}

async function count(
  run: RouteRun,
  round: ApprovalRound,
  vote: MailOf<'vote'>,
): Promise<ApprovalWay | 'open'> {
  const step = openSteps(round).find((one) => one.step === vote.step);
  if (!step) return answer(run, vote, 'APPROVAL_STEP_CLOSED');
  if (vote.digest !== round.digest) return answer(run, vote, 'APPROVAL_DIGEST_STALE');
  const { ticketId, digest } = vote;
  const redeemed = await redeem(run, { ticketId, step: step.step, digest });
  if (!redeemed.valid) return answer(run, vote, redeemed.reason);
  if (redeemed.expired) return answer(run, vote, 'TICKET_EXPIRED');
  if (!step.roles.includes(redeemed.role)) return answer(run, vote, 'APPROVAL_ROLE');
  if (round.steps.some((one) => one.approvedBy === redeemed.personId))
    return answer(run, vote, 'APPROVAL_TWICE');
  answer(run, vote, null);
  if (redeemed.decision === 'approve') return approve(run, round, step, redeemed.personId);
  const way = redeemed.decision === 'return' ? 'returned' : 'rejected';
  await closeRound(run, way);
  run.carry.reason = way;
  return way;
}

async function redeem(run: RouteRun, ticket: { ticketId: string; step: string; digest: string }) {
  try {
    return await activities.redeemTicket({ ...run.ref, ...ticket });
  } catch (failure) {
    if (!(failure instanceof ActivityFailure)) throw failure;
    return { valid: false as const, reason: 'TICKET_INVALID' };
  }
}

async function approve(run: RouteRun, round: ApprovalRound, step: ApprovalStep, personId: string) {
  step.approvedBy = personId;
  const within = run.carry.lot.terms.approvalValidFor;
  const valid = await activities.computeInstants({ ...run.ref, from: nowInstant(), within, ladder: [] });
  round.expiresAt = valid.dueAt;
  if (openSteps(round).length > 0) return 'open';
  const orders = round.steps.map((one) => one.order).filter((order) => order > round.order);
  if (orders.length > 0) return askSteps(run, round, Math.min(...orders));
  round.open = false;
  refuseVotes(run);
  return 'approved';
}

/** The case changed while signatures were awaited: they stand only for the same slice and the very same document. */
async function revised(run: RouteRun, round: ApprovalRound): Promise<'changed' | 'open'> {
  takeAll(run.carry, isRevision);
  const { codes, sliceChanged } = await takeLot(run);
  if (codes.length === 0 && !sliceChanged && (await sameDocument(run, round))) return 'open';
  await closeRound(run, 'voided');
  run.carry.reason = 'the case changed';
  return 'changed';
}

async function sameDocument(run: RouteRun, round: ApprovalRound): Promise<boolean> {
  const { carry, ref } = run;
  const { forms } = carry.lot.terms;
  if (forms.length === 0) return carry.sliceDigest === round.digest;
  const rendered = await papers.renderDraft({ ...ref, planId: carry.planId, forms });
  return rendered.complete && rendered.digest === round.digest;
}
