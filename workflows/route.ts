import { ActivityFailure, CancellationScope, rootCause } from '@temporalio/workflow';
import { endStates, type RouteFamily, type RouteState } from '../contracts/codes.js';
import type { RouteInput } from '../contracts/workflow-inputs.js';
import { registerHandlers } from './handlers.js';
import { RouteRun, Withdrawn } from './run.js';
import { closeRound } from './steps/approval-round.js';

/** States in which a route is over. */
export type End = 'CLOSED' | 'WITHDRAWN' | 'EXPIRED' | 'CONVERTED' | 'CANCELLED_BEFORE_DISPATCH';

/** One row of a table: does or awaits one thing, and names the next state. */
export type Row<S extends string> = (run: RouteRun) => Promise<S | End>;

export type RouteTable = {
  family: RouteFamily;
  states: readonly string[];
  run: (input: RouteInput) => Promise<RouteState>;
};

/** Row that a route may have to pass after a withdrawal of what was already sent. */
const AFTER_WITHDRAWAL: string = 'withdrawn';

/**
 * A route is a table of states. What all routes share is here: handlers before the first await, withdrawal from any state
 * (a row `withdrawn`, where there is one, is passed through after dispatch), a cancellation read as a proposal, and a failure
 * that is final read as an incident after which the state is tried again.
 */
export function route<S extends string>(family: RouteFamily, table: Record<S, Row<NoInfer<S>>>): RouteTable {
  const isRow = (at: string): at is S => Object.hasOwn(table, at);

  const pass = async (run: RouteRun, at: S): Promise<S | End> => {
    const next = run.withdrawalPending ? await withdraw(run) : await table[at](run);
    run.carry.entered = null;
    return next;
  };

  const withdraw = async (run: RouteRun): Promise<S | End> => {
    const { withdrawal, dispatch } = run.carry;
    await closeRound(run, 'withdrawn');
    if (withdrawal) withdrawal.acted = true;
    run.carry.reason = 'withdrawn';
    if (!dispatch) return 'CANCELLED_BEFORE_DISPATCH';
    return isRow(AFTER_WITHDRAWAL) ? AFTER_WITHDRAWAL : 'WITHDRAWN';
  };

  const live = async (run: RouteRun): Promise<RouteState> => {
    const { carry } = run;
    while (isRow(carry.at)) {
      const at = carry.at;
      carry.at = await patiently(run, at, () => pass(run, at));
    }
    const state = endStates.find((end) => end === carry.at) ?? 'CLOSED';
    while ((await patiently(run, 'ending', () => run.end(state).then(() => 'ended'))) !== 'ended');
    return state;
  };

  return {
    family,
    states: Object.keys(table),
    run: (input) => {
      const run = new RouteRun(input);
      registerHandlers(run);
      CancellationScope.current().cancelRequested.catch(() => {
        run.cancellationAsked = true;
      });
      return CancellationScope.nonCancellable(() => live(run));
    },
  };
}

/** A withdrawal sends the state back to be passed again; so does, after an incident, a failure that is final. */
async function patiently<A extends string, B extends string>(
  run: RouteRun,
  at: A,
  work: () => Promise<B>,
): Promise<A | B> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Withdrawn) return at;
    if (!(thrown instanceof ActivityFailure)) throw thrown;
    await run.recover(`FAILED/${thrown.activityType}`, `In ${at}: ${rootCause(thrown) ?? thrown.message}`);
    return at;
  }
}

/** Picks the next state by outcome; every outcome must be named. */
export const next = <O extends string, const W extends Readonly<Record<O, string>>>(
  outcome: O,
  ways: W,
): W[O] => ways[outcome];
