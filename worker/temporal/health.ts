import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';

/** True when a Temporal front end answers at the address within `withinMs`. */
export async function answers(address: string, withinMs: number): Promise<boolean> {
  const attempt = Connection.connect({ address, connectTimeout: withinMs })
    .then((connection) => connection.close())
    .then(
      () => true,
      () => false,
    );
  // A process that is stopped takes connections and says nothing: the client's own limit does not cover that.
  const timer = new AbortController();
  const limit = pause(withinMs, false, { signal: timer.signal, ref: false });
  const answer = await Promise.race([attempt, limit]);
  limit.catch(() => undefined);
  timer.abort();
  return answer;
}

/**
 * Waits until the address answers. `alive` is asked between two tries: a server that is gone is not waited for.
 * @returns false when the server is gone or `withinMs` have passed
 */
export async function answersWithin(
  address: string,
  withinMs: number,
  alive: () => boolean,
): Promise<boolean> {
  const until = Date.now() + withinMs;
  while (alive() && Date.now() < until) {
    if (await answers(address, 1_000)) return true;
    await pause(100);
  }
  return false;
}
