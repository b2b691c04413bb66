import { startThread } from '../../engine/thread-start.js';
import type { Examined, ToExamine } from './examined.js';

export type Answered = { examined: Examined } | { failed: string };

/** Examines a packed folder in a thread of its own, so that nobody waits for it meanwhile. */
export async function examineAside(asked: ToExamine): Promise<Examined> {
  const thread = startThread('../workbench/release/examine-body', asked);
  try {
    const answer = await new Promise<Answered>((done, fail) => {
      thread.once('message', done);
      thread.once('error', fail);
    });
    if ('failed' in answer) throw new Error(answer.failed);
    return answer.examined;
  } finally {
    await thread.terminate();
  }
}
