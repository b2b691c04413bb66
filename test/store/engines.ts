import { afterAll, beforeAll, describe } from 'vitest';
import { openStore, ringInMemory, type Store, type StorePlace } from '../../store/index.js';
import { memoryPlace } from '../support/memory-store.js';
import { postgresPrograms, startPostgres } from '../support/postgres.js';

export type Opened = { readonly store: Store };

/** Runs the same sentences on PGlite and, where its programs are found, on PostgreSQL. */
export function onEachEngine(sentences: (opened: Opened) => void): void {
  describe('on PGlite', () => {
    sentences(opening(async () => ({ place: await memoryPlace(), stop: async () => undefined })));
  });
  const title = postgresPrograms
    ? 'on PostgreSQL'
    : 'on PostgreSQL (skipped: initdb and postgres of 15 or later not found)';
  describe.skipIf(!postgresPrograms)(title, () => {
    sentences(
      opening(async () => {
        const server = await startPostgres(postgresPrograms ?? '');
        server.create('rogatory');
        const databaseUrl = server.urlOf('rogatory');
        const place = { databaseUrl, poolSize: 20, keyRing: ringInMemory() };
        return { place, stop: () => server.stop() };
      }),
    );
  });
}

function opening(begin: () => Promise<{ place: StorePlace; stop: () => Promise<void> }>): Opened {
  let store: Store | undefined;
  let stop: () => Promise<void> = async () => undefined;
  beforeAll(async () => {
    const begun = await begin();
    stop = begun.stop;
    store = await openStore(begun.place);
  });
  afterAll(async () => {
    await store?.close();
    await stop();
  });
  return {
    get store() {
      if (!store) throw new Error('The store opens before the first test.');
      return store;
    },
  };
}
