import { keepReads } from '../store/index.js';
import type { ReadToKeep, Store } from '../store/index.js';

export type ReadLog = {
  /** Resolves once the read is on disk: before that nothing of what was read may leave. */
  keep(read: ReadToKeep): Promise<void>;
};

type Waiting = { read: ReadToKeep; done: () => void; failed: (error: unknown) => void };
const atOnce = 500;

/** Writes reads that come in while others are being written in one transaction, so that many readers cost one commit. */
export function createReadLog(store: Store): ReadLog {
  let waiting: Waiting[] = [];
  let writing = false;

  async function write(batch: readonly Waiting[]): Promise<void> {
    try {
      await store.transaction((tx) =>
        keepReads(
          tx,
          batch.map(({ read }) => read),
        ),
      );
      for (const { done } of batch) done();
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  }

  async function writeAll(): Promise<void> {
    if (writing) return;
    writing = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, atOnce);
      waiting = waiting.slice(atOnce);
      await write(batch);
    }
    writing = false;
  }

  return {
    keep: (read) =>
      new Promise((done, failed) => {
        waiting.push({ read, done, failed });
        void writeAll();
      }),
  };
}
