import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { StoryError, text, type Answer, type Person } from '../../../scripts/demo/office.js';
import type { Random } from './random.js';

/** What a person was told of an act, under the key that the act kept over all its attempts. `path` has the ids in it. */
export type Told = { who: string; path: string; status: number; body: unknown };

const pauseMs = 500;
const patienceMs = 10 * 60_000;

/** People who do not let go: an act is sent again, under its own key, until it is answered for good; now and then twice at once. */
export class TenaciousOffice {
  readonly told: Told[] = [];
  /** Attempts that got no answer, or one that said to come again. */
  unanswered = 0;
  /** Answers to one act under one key that contradicted each other. */
  readonly contradictions: string[] = [];
  readonly #address: string;
  readonly #identity: (who: string) => Promise<Record<string, string>>;
  readonly #random: Random;

  constructor(address: string, identity: (who: string) => Promise<Record<string, string>>, random: Random) {
    this.#address = address;
    this.#identity = identity;
    this.#random = random;
  }

  /** A person, as the acts of the stories know one. A property, so that it can be handed to them. */
  readonly office = (id: string): Person => ({
    id,
    get: async (path) => accepted(`GET ${path}`, await this.#answered(id, path, {})),
    attempt: (path, body, etag) => this.#act(id, path, body, etag),
    post: async (path, body, etag) => accepted(`POST ${path}`, await this.#act(id, path, body, etag)),
    upload: (path) => Promise.reject(new Error(`nothing is uploaded here: ${path}`)),
  });

  async #act(who: string, path: string, said?: unknown, etag?: string): Promise<Answer> {
    const headers = {
      'idempotency-key': randomUUID(),
      ...(said === undefined ? {} : { 'content-type': 'application/json' }),
      ...(etag === undefined ? {} : { 'if-match': etag }),
    };
    const request = {
      method: 'POST',
      headers,
      ...(said === undefined ? {} : { body: JSON.stringify(said) }),
    };
    const once = () => this.#answered(who, path, request);
    const twice = this.#random() < 0.2;
    const [first, second] = await Promise.all([once(), twice ? once() : null]);
    if (second !== null && idIn(first.body) !== idIn(second.body))
      this.contradictions.push(`${path}: ${JSON.stringify([first, second])}`);
    this.told.push({ who, path, status: first.status, body: first.body });
    return first;
  }

  async #answered(who: string, path: string, request: RequestInit): Promise<Answer> {
    const last = Date.now() + patienceMs;
    for (;;) {
      const answer = await this.#attempt(who, path, request);
      if (answer !== null) return answer;
      this.unanswered += 1;
      if (Date.now() > last) throw new StoryError(`nobody answered ${path} in ten minutes`);
      await pause(pauseMs);
    }
  }

  async #attempt(who: string, path: string, { headers, ...request }: RequestInit): Promise<Answer | null> {
    try {
      const identity = await this.#identity(who);
      const answer = await fetch(`${this.#address}${path}`, {
        ...request,
        headers: { ...identity, ...Object.fromEntries(new Headers(headers)) },
        signal: AbortSignal.timeout(60_000),
      });
      const { status } = answer;
      const body: unknown = await answer.json();
      return isFinal(status, body) ? { status, body, etag: answer.headers.get('etag') ?? '' } : null;
    } catch {
      return null;
    }
  }
}

function accepted(what: string, answer: Answer): Answer {
  if (answer.status < 300) return answer;
  throw new StoryError(`${what} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
}

const isFinal = (status: number, body: unknown): boolean =>
  status < 500 && status !== 429 && !(status === 409 && codeIn(body) === 'IDEMPOTENCY_IN_PROGRESS');

const codeIn = (body: unknown): string | null =>
  typeof body === 'object' && body !== null && 'code' in body ? text(body, 'code') : null;

/** By what two answers to one act are known to be about one thing. */
const idIn = (body: unknown): string =>
  ['id', 'ticketId', 'code']
    .flatMap((name) => (typeof body === 'object' && body !== null && name in body ? [text(body, name)] : []))
    .join();
