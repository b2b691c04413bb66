import type { Certificate } from 'pkijs';
import type { KeptCheckpoint } from '../../contracts/audit-record.js';
import { readTimeStamp, TimeStampError } from './time-stamp.js';
import type { Finding } from './verify.js';

/** A token as it was kept: over the note of the checkpoint of this size. */
export type KeptStamp = { size: number; token: Uint8Array };
/** Up to where somebody else says that the record was there, and when. */
export type Stamped = { size: number; at: string; by: string };
export type StampVerdict = { stamps: number; newest: Stamped | null; findings: readonly Finding[] };

/** Holds every time-stamp against the checkpoint it is about; with `trusted` also against the certificates that are believed. */
export async function checkTimeStamps(
  checkpoints: readonly KeptCheckpoint[],
  stamps: readonly KeptStamp[],
  trusted: readonly Certificate[] = [],
): Promise<StampVerdict> {
  const notes = new Map(checkpoints.map(({ size, note }) => [size, note]));
  const findings: Finding[] = [];
  let newest: Stamped | null = null;
  for (const { size, token } of stamps) {
    const judged = await judge(token, notes.get(size), trusted);
    if ('says' in judged)
      findings.push({ where: `time-stamp of ${size}`, what: 'TIME_STAMP', says: judged.says });
    else if (newest === null || size > newest.size) newest = { size, at: judged.at, by: judged.by };
  }
  return { stamps: stamps.length, newest, findings };
}

async function judge(
  token: Uint8Array,
  note: string | undefined,
  trusted: readonly Certificate[],
): Promise<{ at: string; by: string } | { says: string }> {
  if (note === undefined) return { says: 'there is no checkpoint of this size' };
  try {
    return await readTimeStamp(token, Buffer.from(note, 'utf8'), trusted);
  } catch (error) {
    if (error instanceof TimeStampError) return { says: error.message };
    throw error;
  }
}
