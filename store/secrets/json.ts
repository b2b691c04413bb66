import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { unwritableText } from '../unwritable.js';

// How JSON writes a NUL and half of a character pair; a backslash that was typed may look alike, so it only asks for a look.
const suspicious = /\\u(?:0000|d[89a-f])/;
const unwritable = /\0|\p{Surrogate}/u;

/** Shorter texts stay as they are. A determination says the same words often and becomes a tenth of its length. */
const shortest = 4_096;
/** First byte of a compressed text; no JSON begins with it. */
const compressed = 1;
const fast = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

/**
 * JSON of a value that is to be sealed, held to what the open columns hold too; a long one is compressed (RFC 7932).
 * Throws BODY_INVALID.
 */
export function jsonToSeal(value: unknown): Buffer {
  const text = JSON.stringify(value);
  if (suspicious.test(text)) JSON.stringify(value, (_key, part: unknown) => refuseUnwritable(part));
  if (text.length < shortest) return Buffer.from(text);
  return Buffer.concat([Buffer.of(compressed), brotliCompressSync(text, fast)]);
}

/** The value that `jsonToSeal` was given. */
export function jsonOpened(bytes: Buffer): unknown {
  const text = bytes[0] === compressed ? brotliDecompressSync(bytes.subarray(1)) : bytes;
  return JSON.parse(text.toString('utf8'));
}

function refuseUnwritable(part: unknown): unknown {
  if (typeof part === 'string' && unwritable.test(part)) throw unwritableText(undefined);
  return part;
}
