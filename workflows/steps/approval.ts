import { ActivityFailure } from '@temporalio/workflow';
import type { ApprovalRound, ApprovalStep } from '../../contracts/workflow-inputs.js';
import { nextRung } from '../alarms.js';
import { earliest, isDue, isLater, nowInstant } from '../instants.js';
import { isRevision, isVoteOrRevision, type MailOf, takeAll } from '../mailbox.js';
import { activities, papers } from '../proxies.js';
import type { RouteRun } from '../run.js';
import {
  answer,
  askOnward,
  closeRound,
  expired,
  openRound,
  openSteps,
  type Stage,
} from './approval-round.js';
import { takeLot } from './lot.js';

export type ApprovalWay = 'APPROVED' | 'RETURNED' | 'REJECTED' | 'APPROVAL_EXPIRED' | 'CASE_CHANGED';

/**
 * Waits for the chain of signatures on one frozen version. Silence is never approval: ladders climb and begin again.
 * A decision counts only when its ticket was redeemed; the first one on a step wins.
 */
export const textSigned = (run: RouteRun): Promise<ApprovalWay> => signed(run, 'text');

/** Waits for the signatures that are given to the whole packet, when everything that belongs into it is there. */
export const packetSigned = (run: RouteRun): Promise<ApprovalWay> => signed(run, 'packet');

async function signed(run: RouteRun, stage: Stage): Promise<ApprovalWay> {
  const standing = await openRound(run);
  if (standing !== 'open') return standing;
  if (openSteps(currentRound(run)).length === 0) {
    const onward = await askOnward(run, currentRound(run), stage);
    if (onward !== 'open') return onward;
  }
  for (;;) {
    const way = await nextWay(run, currentRound(run), stage);
    if (way !== 'open') return way;
  }
}

async function nextWay(run: RouteRun, round: ApprovalRound, stage: Stage): Promise<ApprovalWay | 'open'> {
  const open = openSteps(round);
  const mail = await run.stand({
    state: 'APPROVAL',
    waitsFor: `signature: ${open.map((step) => step.step).join(', ')}`,
    reason: 'asked',
    wants: isVoteOrRevision,
    alarms: () => openSteps(round),
    until: () => earliest([round.expiresAt, ladderEnd(openSteps(round))]),
  });
  if (mail === null || typeof mail === 'string') return late(run, round);
  return mail.kind === 'vote' ? count(run, round, mail, stage) : caseChanged(run, round);
}

const currentRound = (run: RouteRun): ApprovalRound => {
  if (!run.carry.round) throw new Error('no round of approvals is open');
  return run.carry.round;
};

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
async function late(run: RouteRun, round: ApprovalRound): Promise<'APPROVAL_EXPIRED' | 'open'> {
  if (round.expiresAt !== null && isDue(round.expiresAt)) return expired(run);
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
  stage: Stage,
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
  if (redeemed.decision === 'approve') return approve(run, round, step, redeemed.personId, stage);
  const way = redeemed.decision === 'return' ? 'returned' : 'rejected';
  await closeRound(run, way);
  run.carry.reason = way;
  return way === 'returned' ? 'RETURNED' : 'REJECTED';
}

async function redeem(run: RouteRun, ticket: { ticketId: string; step: string; digest: string }) {
  try {
    return await activities.redeemTicket({ ...run.ref, ...ticket });
  } catch (failure) {
    if (!(failure instanceof ActivityFailure)) throw failure;
    return { valid: false as const, reason: 'TICKET_INVALID' };
  }
}

async function approve(
  run: RouteRun,
  round: ApprovalRound,
  step: ApprovalStep,
  personId: string,
  stage: Stage,
): Promise<'APPROVED' | 'open'> {
  step.approvedBy = personId;
  const within = run.carry.lot.terms.approvalValidFor;
  const valid = await activities.computeInstants({ ...run.ref, from: nowInstant(), within, ladder: [] });
  round.expiresAt = valid.dueAt;
  if (openSteps(round).length > 0) return 'open';
  return askOnward(run, round, stage);
}

/** The case changed while signatures were awaited: they stand only for the same slice and the very same document. */
export async function caseChanged(run: RouteRun, round: ApprovalRound): Promise<'CASE_CHANGED' | 'open'> {
  takeAll(run.carry, isRevision);
  const { codes, sliceChanged } = await takeLot(run);
  if (codes.length === 0 && !sliceChanged && (await sameDocument(run, round))) return 'open';
  await closeRound(run, 'voided');
  run.carry.reason = 'the case changed';
  return 'CASE_CHANGED';
}

async function sameDocument(run: RouteRun, round: ApprovalRound): Promise<boolean> {
  const { carry, ref } = run;
  const { forms } = carry.lot.terms;
  if (forms.length === 0) return carry.sliceDigest === round.digest;
  const rendered = await papers.renderDraft({ ...ref, planId: carry.planId, forms });
  return rendered.complete && rendered.digest === round.digest;
}
