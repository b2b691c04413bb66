import type { RouteRef, StartedClock } from '../contracts/activities.js';
import { endStates, type RouteState } from '../contracts/codes.js';
import type { Lot } from '../contracts/determination.js';
import type { ClockTerm } from '../contracts/plan.js';
import type { RouteCarry, RunningClock } from '../contracts/workflow-inputs.js';
import { isDue, isLater, nowInstant } from './instants.js';
import { activities } from './proxies.js';

/** States in which a reply is awaited: their clocks together are the patience of the wait. */
export const replyWaits: readonly RouteState[] = [
  'DISPATCHED',
  'ACKNOWLEDGED',
  'IN_EXECUTION',
  'POSTPONED',
  'ENFORCEMENT',
];

/** States in which the route is asked something and goes back: no clock of its place stops for them. */
const asides: readonly RouteState[] = [
  'CLARIFICATION',
  'NOTICE_ANNOUNCED',
  'CONDITIONS',
  'OBJECTION',
  'WARNING_29_6',
  'RECHECK',
  'RENEWAL_ASKED',
];

const termsStarting = (lot: Lot, state: RouteState): readonly ClockTerm[] =>
  lot.terms.clocks.filter((term) => term.starts === state);

/** True when every clock of these states has ended, and there was one. */
export function patienceEnded(clocks: readonly RunningClock[], states: readonly RouteState[]): boolean {
  const ours = clocks.filter((clock) => states.includes(clock.starts) && !clock.asks);
  return ours.length > 0 && ours.every((clock) => clock.ended);
}

/** Whether entering `state` stops the clock: what `until` says, else the rule of `ClockTerm.until`. */
function stopsAt(clock: RunningClock, carry: RouteCarry, from: RouteState, state: RouteState): boolean {
  const until = carry.lot.terms.clocks.find((term) => term.id === clock.term)?.until;
  if (endStates.includes(state)) return true;
  if (until) return until.includes(state) && (state !== 'PRESERVED' || newlyPreserved(carry));
  if (clock.starts === 'PRESERVED') return state === 'PRESERVED' && newlyPreserved(carry);
  if (!replyWaits.includes(clock.starts)) return clock.starts !== state;
  if (asides.includes(state)) return false;
  if (asides.includes(from)) return !replyWaits.includes(state);
  return !replyWaits.includes(state) || termsStarting(carry.lot, state).length > 0;
}

const newlyPreserved = (carry: RouteCarry): boolean =>
  carry.lastReply !== null && !carry.lastReply.linked && carry.lastReply.outcome === 'PRESERVED';

/** A clarification pauses what the office owes itself; clocks of law and of the provider run on (T12). */
const pausesAt = (clock: RunningClock, state: RouteState): boolean =>
  state === 'CLARIFICATION' &&
  clock.nature === 'office' &&
  replyWaits.includes(clock.starts) &&
  !clock.paused;

/** Terms to be started on entering `state`, given what still runs. */
function termsToStart(carry: RouteCarry, from: RouteState, state: RouteState): readonly ClockTerm[] {
  const again = carry.lot.terms.clocks.filter((term) => carry.startAgain.includes(term.id));
  const fresh = state === 'PRESERVED' && !newlyPreserved(carry) ? [] : freshTerms(carry, from, state);
  const renewed = fresh.map((term) =>
    term.renewed && carry.renewals > 0 ? { ...term, length: term.renewed } : term,
  );
  return [...renewed, ...again.filter((term) => !fresh.includes(term))];
}

function freshTerms(carry: RouteCarry, from: RouteState, state: RouteState): readonly ClockTerm[] {
  const running = carry.clocks.filter((clock) => !clock.paused || clock.byHand).map((clock) => clock.term);
  const paused = replyWaits.includes(state)
    ? carry.clocks.filter((clock) => clock.paused && !clock.byHand).map((clock) => clock.term)
    : [];
  const back = asides.includes(from) || from === 'DECISION_DUE' || from === 'PARTIAL';
  const own = termsStarting(carry.lot, state).filter((term) => !back || !running.includes(term.id));
  const resumed = carry.lot.terms.clocks.filter((term) => paused.includes(term.id) && !own.includes(term));
  if (own.length + resumed.length > 0 || !replyWaits.includes(state) || from !== 'DECISION_DUE') {
    return [...own, ...resumed];
  }
  return carry.lot.terms.clocks.filter((term) => carry.longest.includes(term.id) && running.length === 0);
}

export const runningClock = (started: StartedClock, term: ClockTerm): RunningClock => ({
  key: started.clockId,
  clockId: started.clockId,
  term: term.id,
  what: term.title,
  starts: term.starts,
  nature: term.nature,
  dueAt: started.endsAt,
  rungs: started.rungs,
  rung: 0,
  ended: false,
  paused: false,
  asks: term.asks ?? false,
  warned: false,
});

/** From when the clocks of a state count: the recorded dispatch, the reply that led here, else now. */
function startOf(carry: RouteCarry, from: RouteState): string {
  if (from === 'HANDED_OVER' && carry.dispatch) return carry.dispatch.sentAt;
  return carry.lastReply && !carry.lastReply.linked ? carry.lastReply.receivedAt : nowInstant();
}

/** Stops, pauses, resumes and starts clocks as the move from one state to the next asks. Instants come from an activity. */
export async function turnClocks(ref: RouteRef, carry: RouteCarry, from: RouteState, state: RouteState) {
  const stopping = carry.clocks.filter((clock) => stopsAt(clock, carry, from, state));
  await stop(ref, stopping, `entered ${state}`);
  rememberLongest(carry, stopping);
  carry.clocks = carry.clocks.filter((clock) => !stopping.includes(clock));

  const pausing = carry.clocks.filter((clock) => pausesAt(clock, state));
  await stop(ref, pausing, 'paused for a clarification');
  for (const clock of pausing) clock.paused = true;

  const clocks = termsToStart(carry, from, state);
  carry.startAgain = [];
  if (clocks.length === 0) return;
  const replyId = carry.lastReply && !carry.lastReply.linked ? carry.lastReply.replyId : null;
  const startedAt = startOf(carry, from);
  const continues = carry.clocks
    .filter((clock) => clock.paused && clocks.some((term) => term.id === clock.term))
    .map((clock) => clock.clockId);
  const asked = { ...ref, clocks, startedAt, event: state, replyId };
  const started = await activities.startClocks(continues.length === 0 ? asked : { ...asked, continues });
  const fresh = clocks.flatMap((term) =>
    started.filter((one) => one.term === term.id).map((one) => runningClock(one, term)),
  );
  if (carry.lot.inFlight && carry.seq === 0) fresh.forEach(sumWhatIsPast);
  carry.clocks = [
    ...carry.clocks.filter((clock) => !clocks.some((term) => term.id === clock.term)),
    ...fresh,
  ];
}

/** Of the steps that lay in the past when a request was entered, the last one is told, and how many came before it. */
function sumWhatIsPast(clock: RunningClock): void {
  const past = clock.rungs.filter(({ at }) => isDue(at)).length;
  if (past < 2) return;
  clock.rung = past - 1;
  clock.what = `${clock.what} (entered later: ${past - 1} earlier steps were due before)`;
}

/** Marks clocks whose end has come; returns them. */
export async function endDueClocks(
  ref: RouteRef,
  clocks: readonly RunningClock[],
): Promise<readonly RunningClock[]> {
  const due = clocks.filter((clock) => !clock.ended && !clock.paused && isDue(clock.dueAt));
  await stop(ref, due, 'ended');
  for (const clock of due) clock.ended = true;
  return due;
}

async function stop(ref: RouteRef, clocks: readonly RunningClock[], why: string): Promise<void> {
  const clockIds = clocks.filter((clock) => !clock.ended && !clock.paused).map((clock) => clock.clockId);
  if (clockIds.length > 0) await activities.stopClocks({ ...ref, clockIds, at: nowInstant(), why });
}

function rememberLongest(carry: RouteCarry, stopped: readonly RunningClock[]): void {
  const waits = stopped.filter((clock) => replyWaits.includes(clock.starts));
  const longest = waits.filter((clock) => !waits.some((other) => isLater(other.dueAt, clock.dueAt)));
  if (longest.length > 0) carry.longest = longest.map((clock) => clock.term);
}
