import type { Act } from './actor.js';
import type { Store } from './db.js';
import type { Reading } from './tx.js';

const batch = 200;

export type RewrapOptions = {
  /** Told after each batch how many data keys were wrapped anew so far. */
  progress?: (done: number) => void;
  /** Ends the work after the batch that runs; what is left is for the next call. */
  stop?: AbortSignal;
};

/**
 * Brings every data key under the key of the ring that is in use now, batch by batch while others read and write. Safe to
 * repeat, to cut and to run twice at once. Throws KeyRingError when the ring lacks a key that is still needed.
 * @returns how many data keys were wrapped anew
 */
export async function rewrapKeys(
  store: Store,
  act: Act,
  { progress, stop }: RewrapOptions = {},
): Promise<number> {
  let all = 0;
  while (stop?.aborted !== true) {
    const done = await store.transaction(async (tx) => {
      const { rewrapped, ringKeyId } = await tx.secrets.rewrapSome(batch);
      const subject = { kind: 'ring-key', id: ringKeyId };
      if (rewrapped > 0) tx.audit({ verb: 'KEYS_ROTATED', act, subject, body: { rewrapped } });
      return rewrapped;
    });
    all += done;
    if (done > 0) progress?.(all);
    if (done < batch) break;
  }
  return all;
}

/** How many data keys each key of the ring has under it; one that has none can be taken out of the ring. */
export async function ringKeysInUse(read: Reading): Promise<ReadonlyMap<string, number>> {
  const rows = await read.db
    .selectFrom('dataKeys')
    .select((is) => [is.ref('kekId').$notNull().as('kekId'), is.fn.countAll<string>().as('keys')])
    .where('kekId', 'is not', null)
    .groupBy('kekId')
    .execute();
  return new Map(rows.map(({ kekId, keys }) => [kekId, Number(keys)]));
}
