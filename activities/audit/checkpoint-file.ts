import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { checkpointLine, type KeptCheckpoint, type timeStampRecord } from '../../contracts/audit-record.js';
import { canonicalJson, checkpointsAfter, timeStamps, type Bare } from '../../store/index.js';

/** Name of the file in the folder of checkpoints; nothing in it is ever changed. */
export const checkpointFile = 'checkpoints.jsonl';

export type CopiedStamp = z.infer<typeof timeStampRecord>;
export type Copied = {
  checkpoints: KeptCheckpoint[];
  stamps: CopiedStamp[];
  /** Numbers of the lines that say nothing of the kind. */
  unreadable: number[];
};

/** What a file of checkpoints holds; nothing, where there is none yet. */
export async function readCheckpointFile(file: string): Promise<Copied> {
  const copied: Copied = { checkpoints: [], stamps: [], unreadable: [] };
  for (const [index, text] of (await textOf(file)).split('\n').entries()) {
    if (text === '') continue;
    const read = checkpointLine.safeParse(parsed(text));
    if (!read.success || canonicalJson(read.data) !== text) copied.unreadable.push(index + 1);
    else if ('checkpoint' in read.data) copied.checkpoints.push(read.data.checkpoint);
    else copied.stamps.push(read.data.timeStamp);
  }
  return copied;
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Appends to the file what the store has signed since: a file outside the database, so that who forges rows is seen. What
 * a crash left out is made up for by the next call; two processes may write the same line, and it says the same.
 */
export function createCheckpointFile(file: string): { catchUp(read: Bare): Promise<void> } {
  let reached: { checkpoint: number; stamp: number } | undefined;
  return {
    async catchUp(read) {
      reached ??= await reachedIn(file);
      const { checkpoint, stamp } = reached;
      const checkpoints = await checkpointsAfter(read, checkpoint);
      const stamps = (await timeStamps(read)).filter(({ size }) => size > stamp);
      const lines = [
        ...checkpoints.map((one) => ({ checkpoint: one })),
        ...stamps.map(({ token, ...rest }) => ({
          timeStamp: { ...rest, token: Buffer.from(token).toString('base64') },
        })),
      ];
      if (lines.length === 0) return;
      await append(file, lines.map((one) => `${canonicalJson(one)}\n`).join(''));
      reached = { checkpoint: lastSize(checkpoints, checkpoint), stamp: lastSize(stamps, stamp) };
    },
  };
}

async function reachedIn(file: string): Promise<{ checkpoint: number; stamp: number }> {
  const { checkpoints, stamps } = await readCheckpointFile(file);
  return { checkpoint: lastSize(checkpoints, 0), stamp: lastSize(stamps, 0) };
}

const lastSize = (rows: readonly { size: number }[], before: number): number =>
  Math.max(before, ...rows.map(({ size }) => size));

async function append(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.appendFile(text);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}
