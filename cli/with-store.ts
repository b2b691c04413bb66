import { join } from 'node:path';
import type { Settings } from '../config/env.js';
import { openRingFile, openStore, type Store } from '../store/index.js';
import { takeLock } from '../worker/process/lock-file.js';
import { ringPathOf } from './key-ring.js';

/**
 * Works on the store of this installation and closes it; `undefined` when a running system holds its data folder. Throws
 * KeyRingError and StoreNotMigrated.
 */
export async function withStore<T>(
  settings: Settings,
  work: (store: Store) => Promise<T>,
): Promise<T | undefined> {
  const keyRing = await openRingFile(ringPathOf(settings));
  const { databaseUrl } = settings.store;
  if (databaseUrl !== undefined)
    return closing(await openStore({ databaseUrl: databaseUrl.reveal(), keyRing, schema: 'require' }), work);
  const { dataDir } = settings.place;
  const lock = takeLock(join(dataDir, 'rogatory.lock'));
  if (!lock.taken) return undefined;
  try {
    return await closing(await openStore({ dataDir: join(dataDir, 'db'), keyRing }), work);
  } finally {
    lock.release();
  }
}

async function closing<T>(store: Store, work: (store: Store) => Promise<T>): Promise<T> {
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
