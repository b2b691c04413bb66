import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

export const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
const version = 1;
const cipherName = 'aes-256-gcm';

/** What is not opened: another key, another place, or bytes that somebody changed. One error, so that nothing is told apart. */
export class NotOpened extends Error {
  constructor() {
    super('These bytes do not open: another key, another place, or changed.');
    this.name = 'NotOpened';
  }
}

export const newKey = (): Uint8Array => randomBytes(keyBytes);

/** A key for one purpose out of another key (HKDF-SHA-256, RFC 5869). */
export const deriveKey = (
  key: Uint8Array,
  purpose: string,
  salt: Uint8Array = new Uint8Array(),
): Uint8Array => new Uint8Array(hkdfSync('sha256', key, salt, purpose, keyBytes));

/**
 * AES-256-GCM: version (1 byte), random nonce (12), ciphertext, tag (16). `place` is authenticated, not stored: the bytes
 * open only where they were sealed.
 */
export function sealBytes(key: Uint8Array, place: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(cipherName, key, nonce);
  cipher.setAAD(Buffer.from(place));
  return Buffer.concat([
    Buffer.of(version),
    nonce,
    cipher.update(plain),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
}

/** Throws NotOpened. */
export function openBytes(key: Uint8Array, place: string, sealed: Uint8Array): Buffer {
  const tagAt = sealed.length - tagBytes;
  if (sealed[0] !== version || tagAt < 1 + nonceBytes) throw new NotOpened();
  const decipher = createDecipheriv(cipherName, key, sealed.subarray(1, 1 + nonceBytes));
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(tagAt));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + nonceBytes, tagAt)), decipher.final()]);
  } catch {
    throw new NotOpened();
  }
}
