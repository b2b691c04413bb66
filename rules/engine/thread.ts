import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import type { Determination, Frame } from '../../contracts/determination.js';
import { RogatoryError, type ErrorCode, type Fault } from '../../contracts/errors.js';
import { pack, unpack, type PackedDetermination } from '../../contracts/packed-determination.js';
import { determine, type DetermineInput } from './determine.js';
import type { RuleSet } from './rule-set/rule-set.js';
import type { Language } from './schema/texts.js';
import { startThread } from './thread-start.js';
import { prose } from './wording/prose.js';

/** Cases with more items than this are determined in a thread of their own. */
export const inlineItems = 20;

/** What the thread is asked: to determine, or to word what was determined (packed, as text) in a language. */
export type Question = { frame: Frame } & ({ salt: string } | { determination: string; language: Language });
/** A determination as text passes from one thread to the other without being copied apart; `null` where it was given. */
type Answer = { determination: string | null; text: string };
export type Asked = { id: number } & Question;
export type Answered =
  | ({ id: number } & Answer)
  | { id: number; refused: { code: ErrorCode; about: string; faults: readonly Fault[] } }
  | { id: number; failed: string };

/** A determination and the text that the officer reads. */
export type InWords = { determination: Determination; text: string };

/**
 * Determines a case without holding up whoever asks: a large one in a worker thread that reads the rule set once and serves
 * one case after the other, a small one at once.
 * @throws RogatoryError as `determine` does; an Error when the thread ends before it has answered
 */
export async function determineAside(input: DetermineInput): Promise<InWords> {
  const { ruleSet, frame, salt } = input;
  if (frame.items.length > inlineItems) {
    const { determination, text } = await threadOf(ruleSet).ask({ frame, salt });
    if (determination === null) throw new Error('the thread of the rules did not determine');
    return { determination: unpack(JSON.parse(determination) as PackedDetermination), text };
  }
  const determination = await determine(input);
  return { determination, text: prose(determination, ruleSet, 'en', frame) };
}

/** The text of a determination in a language, by the rule set that made it; of a large case worded in the worker thread. */
export async function proseAside(
  determination: Determination,
  ruleSet: RuleSet,
  language: Language,
  frame: Frame,
): Promise<string> {
  if (frame.items.length <= inlineItems) return prose(determination, ruleSet, language, frame);
  const packed = JSON.stringify(pack(determination));
  return (await threadOf(ruleSet).ask({ frame, determination: packed, language })).text;
}

/** One thread for one rule set. It keeps the process alive only while somebody waits for it. */
class RulesThread {
  private readonly worker: Worker;
  private readonly waiting = new Map<
    number,
    { done: (found: Answer) => void; fail: (error: Error) => void }
  >();
  private next = 0;
  ended = false;

  constructor(ruleSet: RuleSet) {
    this.worker = startThread('./thread-body', { content: ruleSet.content });
    this.worker.on('message', (answer: Answered) => this.answer(answer));
    this.worker.on('error', (error) => this.end(error));
    this.worker.on('exit', (status) => this.end(new Error(`the thread of the rules ended with ${status}`)));
    this.worker.unref();
  }

  get idle(): boolean {
    return this.waiting.size === 0;
  }

  ask(question: Question): Promise<Answer> {
    const id = this.next;
    this.next += 1;
    this.worker.ref();
    return new Promise((done, fail) => {
      this.waiting.set(id, { done, fail });
      this.worker.postMessage({ id, ...question } satisfies Asked);
    });
  }

  private answer(answer: Answered): void {
    const asked = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if (this.waiting.size === 0) this.worker.unref();
    if (asked === undefined) return;
    if ('text' in answer) asked.done(answer);
    else if ('refused' in answer) asked.fail(new RogatoryError(answer.refused.code, answer.refused));
    else asked.fail(new Error(answer.failed));
  }

  private end(error: Error): void {
    this.ended = true;
    for (const { fail } of this.waiting.values()) fail(error);
    this.waiting.clear();
  }

  async stop(): Promise<void> {
    if (this.ended) return;
    const gone = once(this.worker, 'exit');
    await this.worker.terminate();
    await gone;
  }
}

/** Threads that are kept for rule sets: the one in force, and one that was. */
const kept = 2;
const threads = new Map<string, RulesThread>();

function threadOf(ruleSet: RuleSet): RulesThread {
  const known = threads.get(ruleSet.digest);
  if (known !== undefined && !known.ended) return known;
  const fresh = new RulesThread(ruleSet);
  threads.set(ruleSet.digest, fresh);
  for (const [digest, thread] of threads)
    if (threads.size > kept && thread !== fresh && thread.idle) {
      threads.delete(digest);
      void thread.stop();
    }
  return fresh;
}

/** Ends every thread; whoever still waits is told so. */
export async function stopThreads(): Promise<void> {
  const all = [...threads.values()];
  threads.clear();
  await Promise.all(all.map((thread) => thread.stop()));
}
