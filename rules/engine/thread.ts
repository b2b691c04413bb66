import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Determination, Frame } from '../../contracts/determination.js';
import { RogatoryError, type ErrorCode, type Fault } from '../../contracts/errors.js';
import { unpack, type PackedDetermination } from '../../contracts/packed-determination.js';
import { determine, type DetermineInput } from './determine.js';
import type { RuleSet } from './rule-set/rule-set.js';
import { prose } from './wording/prose.js';

/** Cases with more items than this are determined in a thread of their own. */
export const inlineItems = 20;

/** What the thread is asked, and what it answers: text, which passes from one thread to the other without being copied apart. */
export type Asked = { id: number; frame: Frame; salt: string };
export type Answered =
  | { id: number; determination: string; text: string }
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
  if (frame.items.length > inlineItems) return threadOf(ruleSet).ask(frame, salt);
  const determination = await determine(input);
  return { determination, text: prose(determination, ruleSet, 'en', frame) };
}

const fromSource = import.meta.url.endsWith('.ts');

/** A thread does not know the loader of its parent: from source it registers one of its own first. */
const code = `
const { workerData: { loader, file } } = require('node:worker_threads');
const ready = loader === null ? Promise.resolve() : import(loader).then(({ register }) => void register());
ready.then(() => import(file));
`;

/** One thread for one rule set. It keeps the process alive only while somebody waits for it. */
class RulesThread {
  private readonly worker: Worker;
  private readonly waiting = new Map<
    number,
    { done: (found: InWords) => void; fail: (error: Error) => void }
  >();
  private next = 0;
  ended = false;

  constructor(ruleSet: RuleSet) {
    this.worker = new Worker(code, {
      eval: true,
      execArgv: [],
      workerData: {
        loader: fromSource ? import.meta.resolve('tsx/esm/api') : null,
        file: new URL(`./thread-body.${fromSource ? 'ts' : 'js'}`, import.meta.url).href,
        content: ruleSet.content,
      },
    });
    this.worker.on('message', (answer: Answered) => this.answer(answer));
    this.worker.on('error', (error) => this.end(error));
    this.worker.on('exit', (status) => this.end(new Error(`the thread of the rules ended with ${status}`)));
    this.worker.unref();
  }

  ask(frame: Frame, salt: string): Promise<InWords> {
    const id = this.next;
    this.next += 1;
    this.worker.ref();
    return new Promise((done, fail) => {
      this.waiting.set(id, { done, fail });
      this.worker.postMessage({ id, frame, salt } satisfies Asked);
    });
  }

  private answer(answer: Answered): void {
    const asked = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if (this.waiting.size === 0) this.worker.unref();
    if (asked === undefined) return;
    if ('text' in answer)
      asked.done({
        determination: unpack(JSON.parse(answer.determination) as PackedDetermination),
        text: answer.text,
      });
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

const threads = new Map<string, RulesThread>();

function threadOf(ruleSet: RuleSet): RulesThread {
  const known = threads.get(ruleSet.digest);
  if (known !== undefined && !known.ended) return known;
  const fresh = new RulesThread(ruleSet);
  threads.set(ruleSet.digest, fresh);
  return fresh;
}

/** Ends every thread; whoever still waits is told so. */
export async function stopThreads(): Promise<void> {
  const all = [...threads.values()];
  threads.clear();
  await Promise.all(all.map((thread) => thread.stop()));
}
