import { ApplicationFailure, CancellationScope, condition, setHandler } from '@temporalio/workflow';
import {
  castVote,
  type CastVote,
  type Inbound,
  type Moved,
  planAdopted,
  receiveReply,
  recordDispatch,
  renewRun,
  reportDone,
  reviseRoute,
  routeProgress,
  turnClock,
  type TurnClock,
  type UpdateName,
  type VoteOutcome,
  withdrawRoute,
} from '../contracts/messages.js';
import type { Mail } from '../contracts/workflow-inputs.js';
import { activities } from './proxies.js';
import type { RouteRun } from './run.js';

const refuse = (type: string, says: string) => ApplicationFailure.nonRetryable(says, type);

/** Work of a handler goes on when the execution is cancelled: a cancellation is only a proposal. */
const shielded = <T>(work: () => Promise<T>): Promise<T> => CancellationScope.nonCancellable(work);

/** Registers what a route answers to. Called before its first await; validators refuse early and cheaply, no more. */
export function registerHandlers(run: RouteRun): void {
  const { carry, moves } = run;
  const believed = <I extends Inbound>(update: UpdateName, message: I, work: () => Promise<Moved>) =>
    moves.once(message.requestId, () =>
      shielded(async () => {
        await refuseForged(run, update, message);
        return work();
      }),
    );
  const receive = (update: UpdateName, message: Inbound, mail: Mail) =>
    believed(update, message, () => arrived(run, mail));

  setHandler(castVote, (vote) => run.votes.once(vote.requestId, () => shielded(() => voted(run, vote))), {
    validator: (vote: CastVote) => refuseVote(run, vote),
  });
  setHandler(recordDispatch, (sent) => receive('recordDispatch', sent, { kind: 'dispatch', ...sent }), {
    validator: ({ requestId }: Inbound) => {
      if (moves.knows(requestId)) return;
      const underWay = carry.mail.some((mail) => mail.kind === 'dispatch');
      if (carry.state !== 'HANDED_OVER' || underWay) throw refuse('ROUTE_STATE', `stands in ${carry.state}`);
    },
  });
  setHandler(receiveReply, (reply) => receive('receiveReply', reply, { kind: 'reply', ...reply }), {
    validator: ({ requestId }: Inbound) => {
      if (!moves.knows(requestId) && carry.sentDigest === null)
        throw refuse('ROUTE_STATE', 'nothing was dispatched');
    },
  });
  setHandler(turnClock, (turn) => receive('turnClock', turn, { kind: 'turn', ...turn }), {
    validator: ({ requestId, clockId }: TurnClock) => {
      const clock = carry.clocks.find((one) => one.clockId === clockId);
      if (!moves.knows(requestId) && clock?.nature !== 'office')
        throw refuse('CLOCK_NOT_PAUSED', 'only a running period of the office stands still');
    },
  });
  setHandler(reportDone, (done) => receive('reportDone', done, { kind: 'done', ...done }));
  setHandler(reviseRoute, (revision) =>
    believed('reviseRoute', revision, () => revised(run, revision.planId)),
  );
  setHandler(withdrawRoute, (withdrawal) =>
    believed('withdrawRoute', withdrawal, () => withdrawn(run, withdrawal.withdrawalId)),
  );
  setHandler(planAdopted, ({ planId }) => noteRevision(run, planId));
  setHandler(renewRun, () => {
    run.renewAsked = true;
  });
  setHandler(routeProgress, () => ({
    state: carry.state,
    at: carry.at,
    trail: carry.trail,
    seq: carry.seq,
    waitsFor: carry.waitsFor,
    nextAt: run.nextAt(),
  }));
}

/** A message counts when a person wrote it at the API: whoever reaches the engine alone can send anything (docs/invariants.md 2). */
async function refuseForged(run: RouteRun, update: UpdateName, message: Inbound): Promise<void> {
  if (!(await activities.isOnRecord({ ...run.ref, update, message })))
    throw refuse('NOT_ON_RECORD', 'nobody in the office wrote this message');
}

/** Puts mail down and answers once the route has read it, or stands where it does not want it. */
async function arrived(run: RouteRun, mail: Mail): Promise<Moved> {
  run.post(mail);
  await condition(() => run.settled());
  if (mail.kind === 'done' && mail.what === 'decision-taken' && run.takeBack(mail))
    await run.incident(
      'DECISION_UNREAD',
      'A decision came that the route did not ask for; nothing was changed by it.',
    );
  return { state: run.carry.state };
}

async function revised(run: RouteRun, planId: string): Promise<Moved> {
  noteRevision(run, planId);
  await condition(() => run.settled());
  return { state: run.carry.state };
}

/** What has been dispatched stays under the law it was approved under; everything earlier reads its lot again. */
function noteRevision(run: RouteRun, planId: string): void {
  if (!run.carry.dispatch) run.post({ kind: 'revision', planId });
}

async function withdrawn(run: RouteRun, withdrawalId: string): Promise<Moved> {
  run.carry.withdrawal ??= { withdrawalId, acted: false };
  await condition(() => run.settled());
  return { state: run.carry.state };
}

async function voted(run: RouteRun, vote: CastVote): Promise<VoteOutcome> {
  run.post({ kind: 'vote', ...vote });
  await condition(() => run.voteOutcomes.has(vote.requestId));
  const outcome = run.voteOutcomes.get(vote.requestId);
  run.voteOutcomes.delete(vote.requestId);
  return outcome ?? { recorded: false, reason: 'STEP_CLOSED', state: run.carry.state };
}

function refuseVote(run: RouteRun, vote: CastVote): void {
  if (run.votes.knows(vote.requestId)) return;
  const { round } = run.carry;
  if (!round?.open) throw refuse('APPROVAL_STEP_CLOSED', `stands in ${run.carry.state}`);
  const step = round.steps.find((one) => one.step === vote.step && one.order === round.order);
  if (!step || step.approvedBy !== null)
    throw refuse('APPROVAL_STEP_CLOSED', `step ${vote.step} is not open`);
  if (vote.digest !== round.digest) throw refuse('APPROVAL_DIGEST_STALE', 'the document changed');
}
