import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { RogatoryError } from '../../contracts/errors.js';
import { sealingStream, type CaseSecrets } from '../../store/index.js';

export type Received = { sha256: string; size: number };

/**
 * A place on disk for one upload: written under `incoming`, moved to `quarantine` only when it is whole. Nothing here opens
 * or interprets a file; its name is the upload's id, never the sender's file name. On disk it is encrypted under the key
 * of its case.
 */
export function quarantineOf(evidenceDir: string, uploadId: string) {
  const incoming = join(evidenceDir, 'incoming', uploadId);
  const kept = join(evidenceDir, 'quarantine', uploadId);
  return {
    /** Relative to the evidence folder, as it is recorded. */
    name: `quarantine/${uploadId}`,
    /** Streams to disk; digests the plain bytes, then encrypts them, on the way. Throws EVIDENCE_CUT or BODY_TOO_LARGE, after removing what was written. */
    async receive(
      stream: Readable,
      secrets: CaseSecrets,
      limits: { bytes: number; announced: number | null },
    ): Promise<Received> {
      await Promise.all(
        [incoming, kept].map((path) => mkdir(dirname(path), { recursive: true, mode: 0o700 })),
      );
      const meter = digesting(limits.bytes);
      try {
        await pipeline(
          stream,
          meter.through,
          sealingStream(secrets, uploadId),
          createWriteStream(incoming, { flags: 'wx', mode: 0o400, flush: true }),
        );
        if (limits.announced !== null && meter.size() !== limits.announced)
          throw new RogatoryError('EVIDENCE_CUT');
      } catch (error) {
        await rm(incoming, { force: true });
        throw error instanceof RogatoryError ? error : new RogatoryError('EVIDENCE_CUT', { cause: error });
      }
      return { sha256: meter.sha256(), size: meter.size() };
    },
    /** Moves a whole file to its place, durable before it is recorded. */
    async keep(): Promise<void> {
      await rename(incoming, kept);
      const folder = await open(dirname(kept), 'r');
      await folder.sync().finally(() => folder.close());
    },
    /** Removes what was written, wherever it is; only before the upload is sealed. */
    async discard(): Promise<void> {
      await Promise.all([rm(incoming, { force: true }), rm(kept, { force: true })]);
    },
  };
}

function digesting(limit: number) {
  const hash = createHash('sha256');
  let size = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > limit) return done(new RogatoryError('BODY_TOO_LARGE', { about: `${limit} bytes` }));
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { through, size: () => size, sha256: () => hash.digest('hex') };
}
