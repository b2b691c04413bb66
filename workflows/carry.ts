import type { RouteCarry, RouteInput } from '../contracts/workflow-inputs.js';

/** What a new route is before its first state; a continued one is what it was. */
export function carryOf(input: RouteInput): RouteCarry {
  return input.carry ?? { ...newCarry(input), ...sentBefore(input), ...openedAgain(input) };
}

/** A request that was on its way when it was entered stands as if its dispatch had just been recorded. */
function sentBefore({ lot }: RouteInput): Partial<RouteCarry> {
  if (!lot.inFlight) return {};
  const { dispatchId, sentAt, digest } = lot.inFlight;
  return {
    state: 'HANDED_OVER',
    reason: 'sent outside Rogatory',
    dispatch: { dispatchId, sentAt },
    sentDigest: digest,
  };
}

/** A route that was over stands as if its answer had just been read in the wait for it. */
function openedAgain({ startsIn, reopened }: RouteInput): Partial<RouteCarry> {
  if (!reopened) return {};
  const { state, dispatch, sentDigest, reply } = reopened;
  return {
    ...{ base: startsIn, state, dispatch, sentDigest },
    reason: `opened again: ${reply.outcome}`,
    lastReply: { ...reply, linked: false },
  };
}

const newCarry = (input: RouteInput): RouteCarry => ({
  at: input.startsIn,
  base: null,
  trail: [],
  entered: null,
  state: 'DRAFT',
  reason: 'started',
  waitsFor: null,
  seq: input.seq ?? 0,
  planId: input.planId,
  lot: input.lot,
  sliceDigest: null,
  draft: null,
  rounds: 0,
  round: null,
  handOverRefused: null,
  note: null,
  dispatch: null,
  sentDigest: null,
  lastReply: null,
  standing: 0,
  clocks: [],
  longest: [],
  startAgain: [],
  asked: false,
  renewals: 0,
  translated: false,
  endsAs: 'CLOSED',
  mail: [],
  withdrawal: null,
  cancellationSeen: false,
  votes: [],
  moves: [],
});
