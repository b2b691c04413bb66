import { open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { RogatoryError } from '../../contracts/errors.js';
import { openingStream, type CaseSecrets, type EvidenceRecord } from '../../store/index.js';
import { octets } from './upload.js';

/** A file that both persons have received, with what is known of its bytes. */
export type ReceivedFile = EvidenceRecord & { sha256: string; size: number };

/**
 * The file, once two persons have received it (specification C.14-5). Throws EVIDENCE_NOT_RECEIVED, also for one that was cut
 * or is not the announced one.
 */
export function receivedFile(evidence: EvidenceRecord): ReceivedFile {
  const { state, sha256, size, receipts } = evidence;
  if (state !== 'SEALED' || sha256 === null || size === null || receipts.length < 2)
    throw new RogatoryError('EVIDENCE_NOT_RECEIVED');
  return { ...evidence, sha256, size };
}

/** Its plain bytes, chunk by chunk as they are asked for. Throws RECORD_DAMAGED where the file is gone. */
export async function plainBytes(
  evidenceDir: string,
  { path }: ReceivedFile,
  secrets: CaseSecrets,
): Promise<Readable> {
  const file = await open(join(evidenceDir, path)).catch((cause: unknown) => {
    throw new RogatoryError('RECORD_DAMAGED', { internal: path, cause });
  });
  const sealed = file.createReadStream();
  const plain = openingStream(secrets, basename(path));
  sealed.on('error', (error) => plain.destroy(error));
  plain.on('close', () => sealed.destroy());
  return sealed.pipe(plain);
}

/** What is said of the bytes before they leave: how many, their digest (RFC 9530), and that nobody shows or keeps them. */
export const describeContent = (reply: FastifyReply, { id, fileName, sha256, size }: ReceivedFile) =>
  reply
    .type(octets)
    .header('content-length', size)
    .header('content-digest', `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`)
    .header('content-disposition', `attachment; filename="${id}"; filename*=UTF-8''${labelled(fileName)}`)
    .header('x-content-type-options', 'nosniff')
    .header('accept-ranges', 'none')
    .header('cache-control', 'no-store');

/** As RFC 8187 writes it: letters and digits of ASCII, everything else percent-encoded. */
const labelled = (name: string): string =>
  encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
