import { hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from './env.js';

/** What a key derived from the signing key is for. Each is independent of the others. */
export type Purpose = 'cursors' | 'webhooks';

/** The key from which others are derived: the configured one; else that of the data folder, made at the first start. */
export function signingKey({ keys, place }: Settings): Uint8Array {
  if (keys.signingKey !== undefined) return Buffer.from(keys.signingKey.reveal(), 'base64');
  const file = join(place.dataDir, 'signing.key');
  const kept = keyIn(file);
  if (kept !== undefined) return kept;
  const made = randomBytes(32);
  mkdirSync(place.dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(file, made.toString('base64'), { mode: 0o600, flag: 'wx' });
  return made;
}

/** 32 bytes for one purpose (HKDF-SHA-256, RFC 5869). */
export const derivedKey = (key: Uint8Array, purpose: Purpose): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, '', `rogatory ${purpose}`, 32));

function keyIn(file: string): Buffer | undefined {
  try {
    return Buffer.from(readFileSync(file, 'utf8'), 'base64');
  } catch {
    return undefined;
  }
}
