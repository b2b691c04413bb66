import { AsyncLocalStorage } from 'node:async_hooks';

const openHere = new AsyncLocalStorage<true>();

/**
 * Runs a transaction's callback on PGlite. A read past its own transaction then fails at once, where it would wait for itself
 * for ever. PostgreSQL goes without: what follows a call through makes every promise of the process dearer.
 */
export const insideTransaction = <T>(work: () => Promise<T>): Promise<T> => openHere.run(true, work);

/** Throws where a transaction is open already. */
export function refuseInside(): void {
  if (openHere.getStore()) {
    throw new Error('A transaction is open here: read with `tx`, not with `store.read`.');
  }
}
