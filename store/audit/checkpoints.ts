import type { Selectable } from 'kysely';
import type { CheckpointReason, KeptCheckpoint } from '../../contracts/audit-record.js';
import type { AuditCheckpointsTable } from '../schema.js';
import type { Bare, Tx } from '../tx.js';
import { checkpointText, signNote, type Signer } from './note.js';
import { treeNow } from './proofs.js';

export type TimeStamp = { size: number; at: string; token: Uint8Array };

/**
 * Signs the tree as it stands, with every key given, unless this size is signed already; answers the checkpoint of this
 * size. It is its own record: an audit entry about it would make the next one necessary. `null` for an empty tree.
 */
export async function signCheckpoint(
  tx: Tx,
  input: { origin: string; at: string; why: CheckpointReason; signers: readonly Signer[] },
): Promise<KeptCheckpoint | null> {
  const { origin, at, why, signers } = input;
  const { size, root } = await treeNow(tx);
  if (size === 0) return null;
  const row = {
    size: String(size),
    madeAt: at,
    why,
    note: signNote(checkpointText({ origin, size, root, at, why }), signers),
    keys: signers.map(({ text }) => text),
  };
  await tx.db
    .insertInto('auditCheckpoints')
    .values(row)
    .onConflict((on) => on.column('size').doNothing())
    .execute();
  return latestCheckpoint(tx);
}

/** The newest checkpoint, `null` before the first. */
export async function latestCheckpoint({ db }: Bare): Promise<KeptCheckpoint | null> {
  const row = await db
    .selectFrom('auditCheckpoints')
    .selectAll()
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? keptCheckpoint(row) : null;
}

/** Public keys of everything that has signed the record. */
export async function signersOfRecord({ db }: Bare): Promise<string[]> {
  const rows = await db.selectFrom('auditCheckpoints').select('keys').distinct().execute();
  return [...new Set(rows.flatMap(({ keys }) => keys))];
}

/** Checkpoints beyond a size, smallest first. */
export async function checkpointsAfter({ db }: Bare, size: number): Promise<KeptCheckpoint[]> {
  const rows = await db
    .selectFrom('auditCheckpoints')
    .selectAll()
    .where('size', '>', String(size))
    .orderBy('size')
    .execute();
  return rows.map(keptCheckpoint);
}

const keptCheckpoint = ({ size, ...rest }: Selectable<AuditCheckpointsTable>): KeptCheckpoint => ({
  ...rest,
  size: Number(size),
});

/** Keeps what a time-stamping authority said of a checkpoint; the first token stays. */
export async function keepTimeStamp(tx: Tx, { size, at, token }: TimeStamp): Promise<void> {
  await tx.db
    .insertInto('auditTimeStamps')
    .values({ size: String(size), at, token })
    .onConflict((on) => on.column('size').doNothing())
    .execute();
}

/** Token of one checkpoint, `null` where it has none. */
export async function timeStampOf({ db }: Bare, size: number): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('auditTimeStamps')
    .select('token')
    .where('size', '=', String(size))
    .executeTakeFirst();
  return row?.token ?? null;
}

/** The newest checkpoint that has a token, and when it was given; `null` before the first. */
export async function stampedUpTo({ db }: Bare): Promise<{ size: number; at: string } | null> {
  const row = await db
    .selectFrom('auditTimeStamps')
    .select(['size', 'at'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { size: Number(row.size), at: row.at } : null;
}

/** Tokens of the checkpoints that have one, smallest first. */
export async function timeStamps({ db }: Bare): Promise<TimeStamp[]> {
  const rows = await db.selectFrom('auditTimeStamps').selectAll().orderBy('size').execute();
  return rows.map(({ size, ...rest }) => ({ ...rest, size: Number(size) }));
}
