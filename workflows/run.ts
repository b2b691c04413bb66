import {
  allHandlersFinished,
  condition,
  getExternalWorkflowHandle,
  log,
  makeContinueAsNewFunc,
  workflowInfo,
} from '@temporalio/workflow';
import type { RouteRef } from '../contracts/activities.js';
import { endStates, type RouteState } from '../contracts/codes.js';
import type { ClockEvent } from '../contracts/route-events.js';
import { caseWorkflowId } from '../contracts/ids.js';
import { type Moved, routeReported, type VoteOutcome } from '../contracts/messages.js';
import type { Alarm, Mail, RouteCarry, RouteInput } from '../contracts/workflow-inputs.js';
import { nextOfAlarms, nextOfClocks, ringDue, runningClocks } from './alarms.js';
import { carryOf } from './carry.js';
import { patienceEnded, replyWaits, turnClocks } from './clocks.js';
import { isTurn, turnByHand, turnsNow } from './clocks-by-hand.js';
import { endClocks, type Ends } from './ending-clocks.js';
import { earliest, isDue, nowInstant, untilInstant } from './instants.js';
import { take, type Wants } from './mailbox.js';
import { activities } from './proxies.js';
import { RequestBook } from './requests.js';

/** Thrown out of a wait when a withdrawal was recorded; only the table runner catches it. */
export class Withdrawn extends Error {}

/** One wait of a route: where it stands, what ends it. */
export type Wait<M extends Mail> = {
  state: RouteState;
  waitsFor: string;
  reason: string;
  wants: Wants<M>;
  /** Alarms beside the clocks, such as the ladders of approval steps. */
  alarms?: () => readonly Alarm[];
  /** The wait ends without mail at this instant. */
  until?: () => string | null;
  /** It ends, as this event, when all clocks that these states started have ended. */
  ends?: Ends;
  /** It ends as ASKED when a clock that asks has ended. */
  asks?: boolean;
};

/**
 * What the states of every route share. One coroutine does everything, so that effects are in order:
 * handlers only put mail into the carry and wait until the route has settled again.
 */
export class RouteRun {
  readonly ref: RouteRef;
  readonly carry: RouteCarry;
  readonly votes: RequestBook<VoteOutcome>;
  readonly moves: RequestBook<Moved>;
  readonly voteOutcomes = new Map<string, VoteOutcome>();
  renewAsked = false;
  cancellationAsked = false;
  #input: RouteInput;
  #wanted: (() => boolean) | null = null;
  #alarms: () => readonly Alarm[] = () => [];
  #lived = false;
  #over = false;

  constructor(input: RouteInput) {
    this.#input = input;
    this.carry = carryOf(input);
    this.ref = { caseId: input.caseId, routeId: input.routeId, workflowId: workflowInfo().workflowId };
    this.votes = new RequestBook(this.carry.votes);
    this.moves = new RequestBook(this.carry.moves);
  }

  get withdrawalPending(): boolean {
    return this.carry.withdrawal !== null && !this.carry.withdrawal.acted;
  }

  /** True while the route stands in a wait and nothing that arrived moves it. */
  settled(): boolean {
    return this.#over || (this.#wanted !== null && !this.#wanted());
  }

  post(mail: Mail): void {
    this.carry.mail = [...this.carry.mail, mail];
  }

  /** Takes mail back that no state has read; a decision answers the question of its moment, never a later one. */
  takeBack(mail: Mail): boolean {
    return take(this.carry, (one): one is Mail => one === mail) !== null;
  }

  /** Moves to a state: clocks, reply link, projection, report. Does nothing when the route stands there already. */
  async enter(state: RouteState, waitsFor: string | null, reason: string): Promise<void> {
    const { carry } = this;
    if (carry.entered === state && carry.waitsFor === waitsFor) return;
    const from = carry.state;
    const moved = carry.entered !== state;
    Object.assign(carry, { state, waitsFor, reason });
    if (moved) await turnClocks(this.ref, carry, from, state);
    await this.linkReply();
    await this.#project();
    await this.#report();
    carry.entered = state;
    if (moved) await this.#wantNextDate();
  }

  /** Stands in a state until wanted mail is there, a clock ends the wait, or `until` (null) has come. May continue as new. */
  async stand<M extends Mail>(wait: Wait<M>): Promise<M | ClockEvent | null> {
    const wanted = () =>
      this.withdrawalPending || this.carry.mail.some((mail) => isTurn(mail) || wait.wants(mail));
    this.#alarms = wait.alarms ?? (() => []);
    await this.enter(wait.state, wait.waitsFor, wait.reason);
    for (;;) {
      await this.#readCancellation();
      if (this.withdrawalPending) throw new Withdrawn();
      const turned = turnsNow(this.carry) && (await turnByHand(this.ref, this.carry));
      const mail = take(this.carry, wait.wants);
      if (mail) {
        this.#lived = true;
        return mail;
      }
      const told = await ringDue(this.ref, [...runningClocks(this.carry), ...this.#alarms()]);
      const ended = await endClocks(this, wait.ends ?? []);
      const until = wait.until?.() ?? null;
      if (until !== null && isDue(until)) return null;
      const over = wait.ends?.find(({ starts }) => patienceEnded(this.carry.clocks, starts));
      if (over) return over.event;
      if (wait.asks && this.carry.asked) return 'ASKED';
      if (told || ended || turned) await this.#rang();
      await this.#renew(wanted);
      await this.#sleep(wanted, earliest([this.nextAt(), until]));
    }
  }

  /** Stands in the last state, answers what is still open, and lets the execution end. */
  async end(state: RouteState): Promise<void> {
    await this.enter(state, null, this.carry.reason);
    const unread = this.carry.mail.filter((mail) => mail.kind === 'reply').length;
    if (unread > 0)
      await this.incident('REPLY_UNREAD', `${unread} replies came that no state of the route read.`);
    this.#over = true;
    await condition(allHandlersFinished);
  }

  incident(code: string, says: string): Promise<void> {
    return activities.openIncident({
      ...this.ref,
      key: `${this.ref.routeId}/${code}/${this.carry.seq}`,
      code,
      says,
    });
  }

  /** Waits after a final failure of an activity until something new arrives, then the state is tried again. */
  async recover(code: string, says: string): Promise<void> {
    await this.incident(code, says).catch((failure: unknown) =>
      log.error('incident not recorded', { code, failure }),
    );
    const known = this.carry.mail.length;
    const wanted = () => this.withdrawalPending || this.renewAsked || this.carry.mail.length !== known;
    await this.#sleep(wanted, null);
    this.renewAsked = false;
  }

  /** Links the reply that led to the state the route stands in. */
  async linkReply(): Promise<void> {
    const reply = this.carry.lastReply;
    if (!reply || reply.linked) return;
    const { replyId, outcome } = reply;
    await activities.linkReply({ ...this.ref, replyId, outcome, state: this.carry.state });
    reply.linked = true;
  }

  async #project(): Promise<void> {
    const { carry } = this;
    const { state, waitsFor, reason } = carry;
    const seq = carry.seq + 1;
    const nextAt = endStates.includes(state) ? null : this.nextAt();
    await activities.project({ ...this.ref, seq, state, waitsFor, nextAt, at: nowInstant(), reason });
    carry.seq = seq;
  }

  async #rang(): Promise<void> {
    this.#lived = true;
    await this.#project();
  }

  async #report(): Promise<void> {
    const { caseId, routeId, workflowId } = this.ref;
    const report = { routeId, workflowId, seq: this.carry.seq, state: this.carry.state };
    const toCase = getExternalWorkflowHandle(caseWorkflowId(caseId)).signal(routeReported, report);
    await toCase.catch((failure: unknown) => log.warn('case not told', { state: report.state, failure }));
  }

  /** The next rung or end of a clock, the day a paused one goes on, or rung of an approval step. */
  nextAt(): string | null {
    return earliest([nextOfClocks(this.carry.clocks), nextOfAlarms(this.#alarms())]);
  }

  /** A request that has left always has a next date (T05). */
  async #wantNextDate(): Promise<void> {
    const { state } = this.carry;
    const needed = replyWaits.includes(state) || state === 'PRESERVED';
    const endsAtOnce = this.carry.clocks.some(({ ended }) => ended);
    if (needed && !endsAtOnce && this.nextAt() === null)
      await this.incident('NO_NEXT_DATE', `No clock runs in ${state}.`);
  }

  /** A cancellation in the engine's console is a proposal: a person decides, the route goes on. */
  async #readCancellation(): Promise<void> {
    if (!this.cancellationAsked || this.carry.cancellationSeen) return;
    this.carry.cancellationSeen = true;
    await this.incident(
      'WITHDRAWAL_PROPOSED',
      'The execution was cancelled in the engine; withdraw the route or leave it.',
    );
  }

  /** A suggestion counts once something happened in this run, so that one which stays never makes runs chase each other. */
  #shouldRenew(): boolean {
    const { continueAsNewSuggested, targetWorkerDeploymentVersionChanged } = workflowInfo();
    return (
      this.renewAsked || (this.#lived && (continueAsNewSuggested || targetWorkerDeploymentVersionChanged))
    );
  }

  async #renew(wanted: () => boolean): Promise<void> {
    if (!this.#shouldRenew()) return;
    await this.#blocked(wanted, () => condition(() => allHandlersFinished() || wanted()));
    if (wanted()) return;
    const { planId, lot } = this.carry;
    const carry = { ...this.carry, votes: this.votes.carried, moves: this.moves.carried };
    const again = makeContinueAsNewFunc<(input: RouteInput) => Promise<RouteState>>({
      initialVersioningBehavior: 'AUTO_UPGRADE',
    });
    await again({ ...this.#input, planId, lot, carry });
  }

  async #sleep(wanted: () => boolean, at: string | null): Promise<void> {
    const cancelled = () => this.cancellationAsked && !this.carry.cancellationSeen;
    const wake = () => wanted() || this.renewAsked || cancelled();
    const summary = `${this.carry.state}: next date`;
    await this.#blocked(wanted, async () => {
      if (at === null) await condition(wake);
      else await condition(wake, untilInstant(at), { summary });
    });
  }

  async #blocked(wanted: () => boolean, wait: () => Promise<void>): Promise<void> {
    this.#wanted = wanted;
    await wait();
    this.#wanted = null;
  }
}
