import type { Answered } from '../contracts/workflow-inputs.js';

const KEPT = 300;

/**
 * Remembers which requests were answered, and with what, over continue-as-new.
 * 1. A request id is worked on at most once while it is remembered.
 * 2. A duplicate gets the first one's answer, never an earlier one of its own.
 * 3. Work that failed is forgotten, so that the request may be sent again.
 * 4. The newest 300 answers are carried; older ids are guarded by the ids inside the messages.
 */
export class RequestBook<A> {
  #underWay = new Map<string, Promise<A>>();
  #answered: readonly Answered<A>[];

  constructor(answered: readonly Answered<A>[]) {
    this.#answered = answered;
  }

  get carried(): readonly Answered<A>[] {
    return this.#answered;
  }

  knows(requestId: string): boolean {
    return this.#underWay.has(requestId) || this.#find(requestId) !== undefined;
  }

  /** Runs `work` for a new request id; otherwise awaits or repeats what the first one answered. */
  async once(requestId: string, work: () => Promise<A>): Promise<A> {
    const known = this.#find(requestId);
    if (known !== undefined) return known.answer;
    const first = this.#underWay.get(requestId) ?? this.#begin(requestId, work);
    return first;
  }

  #begin(requestId: string, work: () => Promise<A>): Promise<A> {
    const answer = work()
      .then((given) => {
        this.#answered = [...this.#answered, { requestId, answer: given }].slice(-KEPT);
        return given;
      })
      .finally(() => this.#underWay.delete(requestId));
    this.#underWay.set(requestId, answer);
    return answer;
  }

  #find(requestId: string): Answered<A> | undefined {
    return this.#answered.find((one) => one.requestId === requestId);
  }
}
