import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** RFC 8785 text of plain data. */
export function canonicalText(data: unknown): string {
  const text = canonicalize(data);
  if (text === undefined) throw new TypeError('Only plain data has a canonical text.');
  return text;
}

/** SHA-256, lower-case hex. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
