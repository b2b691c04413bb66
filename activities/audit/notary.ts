import type { CheckpointReason } from '../../contracts/audit-record.js';
import type { SweepActivities } from '../../contracts/activities.js';
import {
  keepTimeStamp,
  latestCheckpoint,
  signCheckpoint,
  timeStampOf,
  type Bare,
  type Signer,
  type Store,
} from '../../store/index.js';

export type NotaryDeps = {
  store: Store;
  clock: () => Date;
  /** Every key that signs now: one, or two while a new one takes over. Their name is the origin of every checkpoint. */
  signers: readonly [Signer, ...Signer[]];
  /** The copy outside the database. */
  file: { catchUp(read: Bare): Promise<void> };
  /** Asks a time-stamping authority about these bytes; absent where there is none. */
  stamp?: ((bytes: Uint8Array) => Promise<Uint8Array>) | undefined;
  /** Told why a signature could not be followed by a checkpoint; the next hour makes up for it. */
  onFailure: (error: unknown) => void;
};

/** Signs the record as it stands, so that nobody can change unseen what was before. */
export type Notary = Pick<SweepActivities, 'checkpointAudit' | 'stampAudit'> & {
  /** After a signature of a person; never throws, since the signature stands. */
  afterSignOff(): Promise<void>;
};

export function createNotary({ store, clock, signers, file, stamp, onFailure }: NotaryDeps): Notary {
  const origin = signers[0].name;

  async function sign(why: CheckpointReason): Promise<void> {
    const at = clock().toISOString();
    await store.transaction((tx) => signCheckpoint(tx, { origin, at, why, signers }));
    await file.catchUp(store.read);
  }

  /** The word of somebody else that the newest checkpoint was there by now; `null` where there is nothing to ask. */
  async function stamped(): Promise<number | null> {
    const kept = await latestCheckpoint(store.read);
    if (!stamp || kept === null || (await timeStampOf(store.read, kept.size)) !== null) return null;
    const token = await stamp(Buffer.from(kept.note, 'utf8'));
    const { size } = kept;
    await store.transaction((tx) => keepTimeStamp(tx, { size, at: clock().toISOString(), token }));
    await file.catchUp(store.read);
    return size;
  }

  return {
    async checkpointAudit() {
      await sign('HOURLY');
      return { size: (await latestCheckpoint(store.read))?.size ?? 0 };
    },
    stampAudit: async () => ({ size: await stamped() }),
    afterSignOff: () => sign('SIGN_OFF').catch(onFailure),
  };
}
