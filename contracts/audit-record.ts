import { z } from 'zod';

/** The audit as it stands outside the store: lines of an export and of the file of checkpoints. */

const digest = z.string().nullable();

/** One entry. Who acted is kept as it was written: kinds of actors are added, and an old record still verifies. */
export const entryLine = z.strictObject({
  sequence: z.int().min(1),
  at: z.string(),
  verb: z.string(),
  actor: z.looseObject({ kind: z.string() }),
  subject: z.strictObject({ kind: z.string(), id: z.string() }),
  caseId: z.string().nullable(),
  reason: z.string().nullable(),
  oldDigest: digest,
  newDigest: digest,
  body: z.string(),
  hash: z.string(),
});

/** A signed root: `note` carries origin, size and root (C2SP tlog-checkpoint), `keys` are those that signed it. */
export const checkpointRecord = z.strictObject({
  size: z.int(),
  madeAt: z.string(),
  why: z.enum(['HOURLY', 'SIGN_OFF', 'ASKED']),
  note: z.string(),
  keys: z.array(z.string()).readonly(),
});
export type KeptCheckpoint = z.infer<typeof checkpointRecord>;
export type CheckpointReason = KeptCheckpoint['why'];

/** Token of a time-stamping authority over the note of the checkpoint of this size (RFC 3161), base64. */
export const timeStampRecord = z.strictObject({ size: z.int(), at: z.string(), token: z.base64() });

export const checkpointLine = z.union([
  z.strictObject({ checkpoint: checkpointRecord }),
  z.strictObject({ timeStamp: timeStampRecord }),
]);

export const exportKind = 'rogatory-audit';

/** First line of an export. `filter` is empty where nothing was left out. */
export const exportHead = z.strictObject({
  kind: z.literal(exportKind),
  filter: z.record(z.string(), z.unknown()),
  size: z.int().min(0),
  root: z.string(),
});
