import { RogatoryError } from '../../contracts/errors.js';

/** SHA-256, hex, that the sender announced in `Content-Digest` (RFC 9530). Throws EVIDENCE_DIGEST_MISSING. */
export function announcedDigest(header: string | string[] | undefined): string {
  const members = [header ?? []].flat().join(',').split(',');
  const value = members
    .map((member) => /^\s*sha-256=:([A-Za-z0-9+/]{43}=):\s*$/.exec(member)?.[1])
    .find(Boolean);
  if (value === undefined) throw new RogatoryError('EVIDENCE_DIGEST_MISSING');
  return Buffer.from(value, 'base64').toString('hex');
}
