import { ActivityFailure, CancellationScope, rootCause } from '@temporalio/workflow';
import { endStates, replyOutcomes, type RouteFamily, type RouteState } from '../contracts/codes.js';
import type { RouteEvent } from '../contracts/route-events.js';
import type { RouteCarry, RouteInput } from '../contracts/workflow-inputs.js';
import { registerHandlers } from './handlers.js';
import { RouteRun, Withdrawn } from './run.js';
import { closeRound } from './steps/approval-round.js';
import { tellOf } from './steps/tell.js';
import type { Replies, Row } from './table.js';

export type RouteTable = {
  family: RouteFamily;
  replies: Replies<string>;
  rows: Readonly<Record<string, Row<string>>>;
  run: (input: RouteInput) => Promise<RouteState>;
};

/** Row that a route passes after a withdrawal of what was already sent. */
const AFTER_WITHDRAWAL = 'withdrawn';
const FIRST = 'draft';
/** How many ways are kept: enough to see how a route came where it stands. */
const TRAIL = 20;

/**
 * A route is a table of states. What all routes share is here: handlers before the first await, withdrawal from any state
 * (the row `withdrawn`, where there is one, is passed through after dispatch), a cancellation read as a proposal, and a failure
 * that is final read as an incident after which the state is tried again.
 */
export function route<S extends string>(
  family: RouteFamily,
  table: { replies?: Replies<NoInfer<S>>; rows: Record<S, Row<NoInfer<S>>> },
): RouteTable {
  const rows: Readonly<Record<string, Row<string>>> = table.rows;
  const replies: Replies<string> = table.replies ?? {};
  const complete = new Map(Object.entries(rows).map(([name, row]) => [name, withReplies(row, replies)]));

  const pass = async (run: RouteRun, at: string, row: Row<string>): Promise<string> => {
    const { carry } = run;
    if (run.withdrawalPending) return withdraw(run);
    if (row.rests) carry.base = at;
    const event = await row.step(run, row);
    await tellOf(run, event);
    note(carry, event);
    carry.trail = [...carry.trail, `${at}/${event}`].slice(-TRAIL);
    const to = row.ways[event] ?? 'decision';
    const next = to === 'back' ? (carry.base ?? FIRST) : to === 'asMeant' ? carry.endsAs : to;
    carry.entered = null;
    return next;
  };

  const withdraw = async (run: RouteRun): Promise<string> => {
    const { carry } = run;
    await closeRound(run, 'withdrawn');
    if (carry.withdrawal) carry.withdrawal.acted = true;
    Object.assign(carry, { reason: 'withdrawn', entered: null, endsAs: 'WITHDRAWN' });
    if (carry.sentDigest === null) return 'CANCELLED_BEFORE_DISPATCH';
    return complete.has(AFTER_WITHDRAWAL) ? AFTER_WITHDRAWAL : 'WITHDRAWN';
  };

  const live = async (run: RouteRun): Promise<RouteState> => {
    const { carry } = run;
    for (let row = complete.get(carry.at); row; row = complete.get(carry.at)) {
      const [at, standing] = [carry.at, row];
      carry.at = await patiently(run, at, () => pass(run, at, standing));
    }
    const state = endStates.find((end) => end === carry.at) ?? 'CLOSED';
    while ((await patiently(run, 'ending', () => run.end(state).then(() => 'ended'))) !== 'ended');
    return state;
  };

  /** The first run of a route that is opened again begins where its late answer leads. */
  const begun = (input: RouteInput): RouteRun => {
    const run = new RouteRun(input);
    if (input.carry || !input.reopened) return run;
    const to = replies[input.reopened.reply.outcome] ?? 'decision';
    if (to !== 'back') run.carry.at = to;
    return run;
  };

  return {
    family,
    replies,
    rows,
    run: (input) => {
      const run = begun(input);
      registerHandlers(run);
      CancellationScope.current().cancelRequested.catch(() => {
        run.cancellationAsked = true;
      });
      return CancellationScope.nonCancellable(() => live(run));
    },
  };
}

function withReplies(row: Row<string>, replies: Replies<string>): Row<string> {
  if (row.replies !== 'lead') return row;
  const ways = Object.fromEntries(replyOutcomes.map((outcome) => [outcome, replies[outcome] ?? 'decision']));
  return { ...row, ways: { ...ways, ...row.ways } };
}

/** A confirmation that comes here is that of a renewal. */
const keeps: readonly RouteState[] = ['PRESERVED', 'RENEWAL_ASKED'];

/** What an event means for the rest of the life, wherever it happens. */
function note(carry: RouteCarry, event: RouteEvent): void {
  if (event === 'CONVERT') carry.endsAs = 'CONVERTED';
  if (event === 'WITHDRAW') carry.endsAs = 'WITHDRAWN';
  if (event === 'CLOSE' || event === 'END' || event === 'REJECTED') carry.endsAs = 'CLOSED';
  if (event === 'CONFIRMED') {
    carry.asked = false;
    carry.startAgain = carry.clocks.filter(({ asks, ended }) => asks && ended).map(({ term }) => term);
  }
  if (event === 'PRESERVED' && keeps.includes(carry.state)) carry.renewals += 1;
  if (event === 'AGAIN')
    Object.assign(carry, {
      dispatch: null,
      base: null,
      standing: 0,
      round: null,
      asked: false,
      translated: false,
    });
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
