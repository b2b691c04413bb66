import type { Worker } from 'node:worker_threads';
import { setImmediate as turn } from 'node:timers/promises';
import { ruleSetOn } from '../rule-set/bound.js';
import type { RuleSet } from '../rule-set/rule-set.js';
import { startThread } from '../thread-start.js';
import type { CodeBook, News } from './codes.js';
import { Impact, type Cases } from './impact.js';
import type { Layout } from './layout.js';

/** Two rule sets as their content, and the day on which they are compared. */
export type Compared = { live: string; candidate: string; asOf: string };
export type Asked = Cases & { news: News };

export type ImpactInput = {
  live: RuleSet;
  candidate: RuleSet;
  asOf: string;
  /** This thread and so many others less one. */
  threads: number;
  /** The cases in chunks, packed by the layout; their memory is handed on and not to be used again. */
  cases: (layout: Layout) => Iterable<Cases> | AsyncIterable<Cases>;
  /** Told for each chunk, in whatever order: its first case by number, and what differs as `Impact.on` says it. */
  found: (first: number, differs: Uint8Array) => void;
};

/** What a change of rules does to many cases: this thread works too, and others join it as soon as they have read the rules. */
export async function impactOn({ live, candidate, asOf, threads, cases, found }: ImpactInput): Promise<void> {
  const impact = new Impact(ruleSetOn(live, asOf), ruleSetOn(candidate, asOf));
  const compared = { live: live.content, candidate: candidate.content, asOf };
  const others = Array.from({ length: threads - 1 }, () => new ImpactThread(compared, impact.layout.book));
  const chunks = inTurn(cases(impact.layout));
  const lane = async (on: (some: Cases) => Promise<Uint8Array>): Promise<void> => {
    for (let next = await chunks(); next !== undefined; next = await chunks())
      found(next.first, await on(next.some));
  };
  // A thread that has answered finds the next chunk waiting, so each has two on their way.
  const theirs = others
    .flatMap((thread) => [thread, thread])
    .map((thread) => lane((some) => thread.on(some)));
  try {
    await Promise.all([lane((some) => here(impact, some)), ...theirs]);
  } finally {
    await Promise.all(others.map((thread) => thread.stop()));
  }
}

async function here(impact: Impact, some: Cases): Promise<Uint8Array> {
  const differs = impact.on(some);
  await turn();
  return differs;
}

/** Chunks one after the other with the number of their first case, whoever asks. */
function inTurn(
  cases: Iterable<Cases> | AsyncIterable<Cases>,
): () => Promise<{ first: number; some: Cases } | undefined> {
  const each = Symbol.asyncIterator in cases ? cases[Symbol.asyncIterator]() : cases[Symbol.iterator]();
  let first = 0;
  return async () => {
    const next = await each.next();
    if (next.done === true) return undefined;
    const one = { first, some: next.value };
    first += next.value.items.length;
    return one;
  };
}

/** A thread that compares what it is sent, in turn. */
class ImpactThread {
  private readonly worker: Worker;
  private readonly book: CodeBook;
  private readonly waiting: { done: (differs: Uint8Array) => void; fail: (error: Error) => void }[] = [];
  private told = { words: 0, sets: 0 };

  constructor(compared: Compared, book: CodeBook) {
    this.book = book;
    this.worker = startThread('./batch/impact-body', compared);
    this.worker.on('message', (differs: Uint8Array) => this.waiting.shift()?.done(differs));
    this.worker.on('error', (error) => this.end(error));
    this.worker.on('exit', (status) => this.end(new Error(`a thread of the impact ended with ${status}`)));
  }

  on({ cells, items }: Cases): Promise<Uint8Array> {
    const news = this.book.since(this.told);
    this.told = { words: this.told.words + news.words.length, sets: this.told.sets + news.sets.length };
    return new Promise((done, fail) => {
      this.waiting.push({ done, fail });
      this.worker.postMessage({ cells, items, news } satisfies Asked, [cells.buffer, items.buffer]);
    });
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }

  private end(error: Error): void {
    for (const { fail } of this.waiting.splice(0)) fail(error);
  }
}
