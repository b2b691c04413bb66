import type { ReplyOutcome, Role } from '../../../contracts/codes.js';
import type { UpdateName } from '../../../contracts/messages.js';
import type { DecisionChoice, reports, Verdict } from '../../../contracts/route-events.js';
import type { Office } from './office.js';

/** What people do to a route, said once for the sandbox and the real server. `A` is what an update answers there. */
export abstract class RouteVerbs<A> {
  readonly office: Office;
  #requests = 0;

  constructor(office: Office) {
    this.office = office;
  }

  abstract get nowText(): string;
  protected abstract send(name: UpdateName, input: { requestId: string }): Promise<A>;

  /** A decision as the API brings it: ticket on file, then the update with its id. */
  decide(
    decision: 'approve' | 'return' | 'reject',
    step = 'supervisor',
    role: Role = 'SUPERVISOR',
  ): Promise<A> {
    const { requestId } = this.#request();
    const digest = this.office.openedSteps.at(-1)?.digest ?? '';
    this.office.ticket(requestId, { step, digest, personId: `person for ${step}`, role, decision });
    return this.post('castVote', { requestId, ticketId: requestId, step, digest });
  }

  dispatch(): Promise<A> {
    return this.post('recordDispatch', {
      ...this.#request(),
      dispatchId: 'dispatch-1',
      sentAt: this.nowText,
    });
  }

  reply(outcome: ReplyOutcome, requestId = this.#request().requestId): Promise<A> {
    return this.post('receiveReply', { requestId, replyId: requestId, outcome, receivedAt: this.nowText });
  }

  done(what: keyof typeof reports): Promise<A> {
    return this.post('reportDone', { ...this.#request(), what, ref: 'ref-1' });
  }

  choose(choice: DecisionChoice): Promise<A> {
    return this.post('reportDone', { ...this.#request(), what: 'decision-taken', ref: 'ref-1', choice });
  }

  review(verdict: Verdict): Promise<A> {
    return this.post('reportDone', { ...this.#request(), what: 'ex-post-reviewed', ref: 'ref-1', verdict });
  }

  revise(planId = 'plan-1'): Promise<A> {
    return this.post('reviseRoute', { ...this.#request(), planId });
  }

  /** `until` for a pause only. */
  turnClock(clockId: string, turn: 'pause' | 'resume', until: string | null = null): Promise<A> {
    return this.post('turnClock', { ...this.#request(), clockId, turn, until });
  }

  withdraw(): Promise<A> {
    return this.post('withdrawRoute', { ...this.#request(), withdrawalId: 'withdrawal-1' });
  }

  post<I extends { requestId: string }>(name: UpdateName, input: I): Promise<A> {
    return this.send(name, input);
  }

  #request(): { requestId: string } {
    return { requestId: `request-${++this.#requests}` };
  }
}
