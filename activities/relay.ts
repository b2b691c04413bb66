import type { SweepActivities } from '../contracts/activities.js';
import {
  relayBacklog,
  setAsideUnread,
  settle,
  systemAct,
  takeUndelivered,
  type Delivery,
  type RelayRow,
  type Store,
} from '../store/index.js';

export type RelayDeps = {
  store: Store;
  clock: () => Date;
  /** Tells the workflow what the row says; never throws for a workflow that does not answer. */
  deliver: (row: RelayRow) => Promise<Delivery>;
};

const batch = 20;
const batchesPerSweep = 20;
// Longer than a delivery may take, so that no row is in two hands.
const leaseSeconds = 60;

/** Delivers what no workflow has confirmed yet: rows of one workflow in their order, of several side by side. */
export function createRelay({ store, clock, deliver }: RelayDeps): Pick<SweepActivities, 'deliverPending'> {
  const now = (): string => clock().toISOString();

  async function attempt(row: RelayRow): Promise<boolean> {
    const delivery = await deliver(row).catch((error: unknown) => unknownBecause(error));
    await store.transaction((tx) => settle(tx, { id: row.id, delivery, at: now() }));
    if (delivery.kind !== 'unknown') return true;
    return store.transaction((tx) => setAsideUnread(tx, systemAct('relay', now()), row));
  }

  /** How many were settled; `null` when nothing was due. */
  async function deliverBatch(): Promise<number | null> {
    const rows = await store.transaction((tx) =>
      takeUndelivered(tx, { at: now(), leaseSeconds, limit: batch }),
    );
    if (rows.length === 0) return null;
    const settled = await Promise.all(rows.map(attempt));
    return settled.filter(Boolean).length;
  }

  return {
    async deliverPending() {
      let delivered = 0;
      for (let count = 0; count < batchesPerSweep; count += 1) {
        const settled = await deliverBatch();
        if (settled === null) break;
        delivered += settled;
        if (settled === 0) break; // The engine does not answer: the rows wait for the next sweep.
      }
      return { delivered, left: (await relayBacklog(store.read)).waiting };
    },
  };
}

const unknownBecause = (error: unknown): Delivery => ({
  kind: 'unknown',
  why: error instanceof Error ? error.name : 'no answer',
});
