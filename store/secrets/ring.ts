import { KeyRingError, type KeyRing } from '../../contracts/keys.js';
import { newKey, NotOpened, openBytes, sealBytes } from './aead.js';

/** `keys` in the order in which they were made. */
export type RingKeys = { current: string; keys: ReadonlyMap<string, Uint8Array> };

const place = (keyId: string, about: string): string => JSON.stringify(['key', keyId, about]);

/** A ring over keys that are read whenever one is needed. `where` names it in what is said to people. */
export function ringOver(read: (wanted?: string) => RingKeys | Promise<RingKeys>, where: string): KeyRing {
  return {
    current: async () => (await read()).current,
    async older() {
      const { current, keys } = await read();
      const ids = [...keys.keys()];
      return ids.slice(0, ids.indexOf(current));
    },
    async wrap(key, about) {
      const { current, keys } = await read();
      return { keyId: current, bytes: sealBytes(keyNamed(keys, current, where), place(current, about), key) };
    },
    async unwrap({ keyId, bytes }, about) {
      const { keys } = await read(keyId);
      const key = keyNamed(keys, keyId, where);
      try {
        return openBytes(key, place(keyId, about), bytes);
      } catch (error) {
        if (!(error instanceof NotOpened)) throw error;
        throw new KeyRingError('KEY_WRONG', wrong(keyId, where), { cause: error });
      }
    },
  };
}

function keyNamed(keys: RingKeys['keys'], keyId: string, where: string): Uint8Array {
  const key = keys.get(keyId);
  if (key) return key;
  throw new KeyRingError(
    'KEY_MISSING',
    `What is stored was encrypted under key ${keyId}, and ${where} has no key of that name. Put back the key ring that has it.`,
  );
}

const wrong = (keyId: string, where: string): string =>
  `The key ${keyId} in ${where} is not the one that what is stored was encrypted under, or the stored key was changed. Put back the right key ring.`;

/** A ring that lives and dies with this process: for a store that does the same. */
export function ringInMemory(): KeyRing {
  const keys: RingKeys = { current: 'memory', keys: new Map([['memory', newKey()]]) };
  return ringOver(() => keys, 'the key ring of this process');
}
