import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyRing } from '../../contracts/keys.js';
import { makeRing, openRingFile } from '../../store/index.js';

/** Where the training system keeps its keys: beside what they open, which a site must not do. */
export const ringFileOf = (dataDir: string): string => join(dataDir, 'keys.json');

export type OpenedRing = { ring: KeyRing; path: string; made: boolean };

/**
 * The key ring of a data folder. It is made at the first start only: where there is a store already, a missing ring is
 * refused, for a new one could open nothing of it. Throws KeyRingError.
 */
export async function keyRingOf(dataDir: string): Promise<OpenedRing> {
  const path = ringFileOf(dataDir);
  const made = !existsSync(path) && !existsSync(join(dataDir, 'db'));
  if (made) await makeRing(path, new Date().toISOString());
  return { ring: await openRingFile(path), path, made };
}

/** What a person is told about the keys, in one line. */
export const aboutRing = ({ path, made }: OpenedRing): string =>
  made ? `made ${path}: keep a copy elsewhere; without it nothing stored here can be read again` : path;
