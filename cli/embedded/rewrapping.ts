import type { Logger } from '../../config/logger.js';
import { rewrapKeys, systemAct, type Store } from '../../store/index.js';

const everyMs = 30_000;

/** Looks twice a minute whether the key ring was rotated, and brings the data keys under its new key. @returns how to stop it */
export function startRewrapping(store: Store, clock: () => Date, logger: Logger): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const once = async (): Promise<void> => {
    const act = systemAct('keys', clock().toISOString());
    await rewrapKeys(store, act).catch((error: unknown) =>
      logger.error({ err: error }, 'keys not rewrapped'),
    );
  };
  const timer = setInterval(() => {
    running = running.then(once);
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
