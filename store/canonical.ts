import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { unwritableText } from './unwritable.js';

/** RFC 8785 text of a value; `undefined` members are left out, as JSON does. Throws BODY_INVALID for text it cannot hold. */
export function canonicalJson(value: unknown): string {
  return canonicalText(JSON.parse(JSON.stringify(value)));
}

/** The same of a value that is plain JSON already. */
export function canonicalText(value: unknown): string {
  const text = canonical(value);
  if (text === undefined) throw new Error('Nothing to write: the value is undefined.');
  return text;
}

function canonical(value: unknown): string | undefined {
  try {
    return canonicalize(value);
  } catch (error) {
    throw unwritableText(error);
  }
}

/** SHA-256, lower-case hex. */
export const sha256 = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

export const digestOf = (value: unknown): string => sha256(canonicalJson(value));
