import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { RogatoryError } from '../contracts/errors.js';

/** Header of every POST. */
export const postHeaders = z.looseObject({
  'idempotency-key': z
    .string()
    .describe('Of your own, 8 to 128 printable characters. The same key answers with the first answer.'),
});
/** Headers of a change of something that has a version. */
export const changeHeaders = postHeaders.extend({
  'if-match': z.string().describe('The ETag that was read.'),
});

/** Throws IDEMPOTENCY_KEY_MISSING where it is absent or has not 8 to 128 printable characters. */
export function idempotencyKey({ headers }: FastifyRequest): string {
  const key = headers['idempotency-key'];
  if (typeof key === 'string' && /^[\x21-\x7e]{8,128}$/.test(key)) return key;
  throw new RogatoryError('IDEMPOTENCY_KEY_MISSING');
}

/** Version of a case named in If-Match. An ETag that is none of ours matches no version. Throws IF_MATCH_MISSING. */
export const versionInIfMatch = (request: FastifyRequest): number =>
  Number(/^"v(\d{1,9})"$/.exec(requireIfMatch(request))?.[1] ?? -1);

/** Digest named in If-Match, or an empty text that matches none. Throws IF_MATCH_MISSING. */
export const digestInIfMatch = (request: FastifyRequest): string =>
  /^"([0-9a-f]{64})"$/.exec(requireIfMatch(request))?.[1] ?? '';

/** Throws IF_MATCH_MISSING. */
export function requireIfMatch({ headers }: FastifyRequest): string {
  const sent = headers['if-match'];
  if (sent === undefined) throw new RogatoryError('IF_MATCH_MISSING');
  return sent.trim();
}

export const etagOfVersion = (version: number): string => `"v${version}"`;
export const etagOfDigest = (digest: string): string => `"${digest}"`;
