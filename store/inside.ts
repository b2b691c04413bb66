import { AsyncLocalStorage } from 'node:async_hooks';

const openHere = new AsyncLocalStorage<true>();

/**
 * Runs a transaction's callback. A read past its own transaction then fails at once: on PGlite it would wait for itself
 * for ever, on PostgreSQL it would not see what was just written.
 */
export const insideTransaction = <T>(work: () => Promise<T>): Promise<T> => openHere.run(true, work);

/** Throws where a transaction is open already. */
export function refuseInside(): void {
  if (openHere.getStore()) {
    throw new Error('A transaction is open here: read with `tx`, not with `store.read`.');
  }
}
