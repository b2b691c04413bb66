import type { Logger } from '../config/logger.js';
import { rewrapKeys, systemAct, type Store } from '../store/index.js';

const everyMs = 30_000;

/**
 * Brings the data keys under the key of the ring that is in use, at the start and then twice a minute: a rotation needs no
 * command on the machine of a running process, and one that was cut goes on. @returns how to stop it, within one batch
 */
export function startRewrapping(store: Store, clock: () => Date, logger: Logger): () => Promise<void> {
  const stopping = new AbortController();
  const once = async (): Promise<void> => {
    try {
      const act = systemAct('keys', clock().toISOString());
      const rewrapped = await rewrapKeys(store, act, { stop: stopping.signal });
      if (rewrapped > 0) logger.info({ rewrapped }, 'data keys wrapped anew');
    } catch (err) {
      logger.error({ err }, 'data keys not wrapped anew; tried again within a minute');
    }
  };
  let running = once();
  const timer = setInterval(() => {
    running = running.then(once);
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    stopping.abort();
    await running;
  };
}
