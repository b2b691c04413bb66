import { settingsOfProcess, SettingsError, type Settings } from '../config/env.js';
import { KeyRingError } from '../contracts/keys.js';
import {
  addKey,
  dropKey,
  makeRing,
  readRing,
  rewrapKeys,
  ringKeysInUse,
  StoreNotMigrated,
  systemAct,
  useNewest,
} from '../store/index.js';
import { placeOf } from './input.js';
import { ringPathOf } from './key-ring.js';
import { withStore } from './with-store.js';

const now = (): string => new Date().toISOString();
const print = (line: string): void => console.log(line);

/** Runs a command on the keys. @returns exit code: 0 done, 3 the keys or the environment do not allow it */
export async function keys(command: (settings: Settings) => Promise<void>): Promise<number> {
  try {
    await command(settingsOfProcess());
    return 0;
  } catch (error) {
    const known = [KeyRingError, SettingsError, StoreNotMigrated].some((kind) => error instanceof kind);
    if (!known || !(error instanceof Error)) throw error;
    console.error(error.message);
    return 3;
  }
}

/** `rogatory keys make FILE`: a ring with one key, for a site. */
export const makeKeys = (file: string) => async (): Promise<void> => {
  const path = placeOf(file);
  await makeRing(path, now());
  print(
    `Made ${path}. Give every process the same file; keep a copy apart from the backups of the database.`,
  );
};

/** `rogatory keys status`: the keys of the ring, and how much each still opens. */
export async function showKeys(settings: Settings): Promise<void> {
  const path = ringPathOf(settings);
  const ring = await readRing(path);
  const inUse = await withStore(settings, ({ read }) => ringKeysInUse(read));
  print(`Key ring ${path}`);
  for (const { id, madeAt } of ring.keys) {
    const count =
      inUse === undefined ? 'the running system knows what it opens' : `${inUse.get(id) ?? 0} data keys`;
    print(`  ${id}  made ${madeAt.slice(0, 10)}  ${count}${id === ring.current ? '  in use' : ''}`);
  }
}

/**
 * `rogatory keys rotate`: a new key is used from now on, and the data keys are wrapped anew while everything runs. With
 * `prepare` the key is only added, so that every machine can be given the ring before the next `rotate` uses it.
 */
export const rotateKeys =
  ({ prepare }: { prepare: boolean }) =>
  async (settings: Settings): Promise<void> => {
    const path = ringPathOf(settings);
    if (prepare) {
      const id = await addKey(path, now(), { use: false });
      return print(`Added ${id}. Copy ${path} to every machine, then run: rogatory keys rotate`);
    }
    const { current, keys: held } = await readRing(path);
    const prepared = held.at(-1)?.id !== current;
    const id = prepared ? await useNewest(path) : await addKey(path, now(), { use: true });
    print(`Key ${id} is in use.`);
    await rewrapNow(settings);
  };

/**
 * `rogatory keys rewrap`: wraps anew what is under an older key of the ring, after a rotation that was cut or a ring that
 * was copied here. Run again it goes on where it stopped. Refused while the ring lacks a key that is still needed.
 */
export const rewrapNow = async (settings: Settings): Promise<void> => {
  const done = await withStore(settings, async (store) => {
    const { current } = await readRing(ringPathOf(settings));
    const inUse = await ringKeysInUse(store.read);
    const all = [...inUse].reduce((sum, [id, count]) => (id === current ? sum : sum + count), 0);
    const progress = (count: number) => print(`  ${count} of ${all}`);
    return rewrapKeys(store, systemAct('keys rewrap', now()), { progress });
  });
  print(
    done === undefined
      ? 'The system that runs here wraps its data keys anew within a minute: rogatory keys status'
      : `${done} data keys were wrapped anew.`,
  );
};

/**
 * `rogatory keys retire ID`: takes an old key out of the ring, which is what makes erased cases unreadable in old backups
 * too. Refused while a data key is under it, or while nobody can say.
 */
export const retireKey =
  (id: string) =>
  async (settings: Settings): Promise<void> => {
    const path = ringPathOf(settings);
    const inUse = await withStore(settings, ({ read }) => ringKeysInUse(read));
    if (inUse === undefined)
      throw new KeyRingError(
        'KEY_RING_BUSY',
        'The system runs on this data folder. Stop it, then retire the key.',
      );
    const count = inUse.get(id) ?? 0;
    if (count > 0)
      throw new KeyRingError(
        'KEY_WRONG',
        `${count} data keys are under ${id}. Rotate first: rogatory keys rotate`,
      );
    await dropKey(path, id);
    print(
      `Took ${id} out of ${path}. Backups and engine histories under it can be read by nobody from now on.`,
    );
  };
