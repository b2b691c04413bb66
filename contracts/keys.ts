/** A key as another key keeps it: which key wrapped it, and the wrapped bytes. */
export type WrappedKey = { keyId: string; bytes: Uint8Array };

/**
 * Keys that wrap other keys and encrypt nothing else. A file is the first implementation; a key management service is
 * another one, which never gives a key out. `about` is bound to what is wrapped: unwrapped under another one it fails.
 */
export interface KeyRing {
  /** Id of the key that wraps now; the older ones only unwrap. */
  current(): Promise<string>;
  /** Ids of the keys that wrapped before the current one. One that is only prepared is not among them. */
  older(): Promise<readonly string[]>;
  wrap(key: Uint8Array, about: string): Promise<WrappedKey>;
  /** Throws KeyRingError: KEY_MISSING when the ring has no such key, KEY_WRONG when it has another one of that name. */
  unwrap(wrapped: WrappedKey, about: string): Promise<Uint8Array>;
}

export type KeyRingFault =
  'KEY_RING_MISSING' | 'KEY_RING_EXISTS' | 'KEY_RING_BROKEN' | 'KEY_RING_BUSY' | 'KEY_MISSING' | 'KEY_WRONG';

/** The keys are not as they must be; the message is a sentence for whoever runs the system. It names no key material. */
export class KeyRingError extends Error {
  readonly code: KeyRingFault;

  constructor(code: KeyRingFault, says: string, options: { cause?: unknown } = {}) {
    super(`${code}  ${says}`, options);
    this.name = 'KeyRingError';
    this.code = code;
  }
}
