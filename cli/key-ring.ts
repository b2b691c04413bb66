import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../config/env.js';
import type { KeyRing } from '../contracts/keys.js';
import { makeRing, openRingFile } from '../store/index.js';

/** Where the training system keeps its keys: beside what they open, which a site must not do. */
export const ringFileOf = (dataDir: string): string => join(dataDir, 'keys.json');

/** Path of the key ring of an installation: as it is set, or in the data folder. */
export const ringPathOf = ({ keys, place }: Settings): string => keys.ringFile ?? ringFileOf(place.dataDir);

export type OpenedRing = { ring: KeyRing; path: string; made: boolean };

/**
 * The key ring of an installation. In the data folder it is made at the first start only: where there is a store already,
 * a missing ring is refused, for a new one could open nothing of it. One that was named is never made. Throws KeyRingError.
 */
export async function keyRingOf(settings: Settings): Promise<OpenedRing> {
  const path = ringPathOf(settings);
  const first = settings.keys.ringFile === undefined && !existsSync(join(settings.place.dataDir, 'db'));
  const made = first && !existsSync(path);
  if (made) await makeRing(path, new Date().toISOString());
  return { ring: await openRingFile(path), path, made };
}

/** What a person is told about the keys, in one line. */
export const aboutRing = ({ path, made }: OpenedRing): string =>
  made ? `made ${path}: keep a copy elsewhere; without it nothing stored here can be read again` : path;
