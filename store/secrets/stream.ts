import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { damaged, type CaseSecrets } from './case-secrets.js';

/**
 * Streams of any length in constant memory. A header (version, salt), then chunks of 64 KiB, each AES-256-GCM with its
 * tag under a key of this stream alone. The nonce is the chunk's number and whether it is the last one: a chunk that is
 * missing, doubled, moved or cut, or an end that is missing, does not open (as in the STREAM construction).
 */
const version = 1;
const saltBytes = 32;
const headerBytes = 1 + saltBytes;
const tagBytes = 16;
export const chunkBytes = 64 * 1024;

function nonceOf(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(index), 3);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** Encrypts what passes. `name` is bound in: the bytes of one stream are not those of another. */
export function sealingStream(secrets: CaseSecrets, name: string): Transform {
  const salt = randomBytes(saltBytes);
  const key = secrets.streamKey(name, salt);
  return inChunks(chunkBytes, 0, {
    header: Buffer.concat([Buffer.of(version), salt]),
    work(chunk, index, last) {
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, last));
      return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
    },
  });
}

/** Decrypts what passes; fails with RECORD_DAMAGED at the first chunk that is not as it was sealed, or at a missing end. */
export function openingStream(secrets: CaseSecrets, name: string): Transform {
  let key: Uint8Array | undefined;
  return inChunks(chunkBytes + tagBytes, headerBytes, {
    begin(header) {
      if (header.length < headerBytes || header[0] !== version) throw damaged(name, undefined);
      key = secrets.streamKey(name, header.subarray(1));
    },
    work(chunk, index, last) {
      if (key === undefined || chunk.length < tagBytes) throw damaged(name, undefined);
      const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index, last));
      decipher.setAuthTag(chunk.subarray(-tagBytes));
      try {
        return Buffer.concat([decipher.update(chunk.subarray(0, -tagBytes)), decipher.final()]);
      } catch (error) {
        throw damaged(name, error);
      }
    },
  });
}

type Work = {
  /** Sent before the first chunk. */
  header?: Buffer;
  /** Given the first bytes, which belong to no chunk. */
  begin?: (header: Buffer) => void;
  work: (chunk: Buffer, index: number, last: boolean) => Buffer;
};

/** Cuts what passes into pieces of one size. A piece is worked on once it is known whether more follows. */
function inChunks(size: number, headerSize: number, { header, begin, work }: Work): Transform {
  let held = Buffer.alloc(0);
  let index = 0;
  let begun = begin === undefined;
  const start = (): void => {
    begin?.(held.subarray(0, headerSize));
    held = held.subarray(headerSize);
    begun = true;
  };
  const stream: Transform = new Transform({
    transform(piece: Buffer, _encoding, done) {
      attempt(done, () => {
        held = Buffer.concat([held, piece]);
        if (!begun && held.length > headerSize) start();
        while (begun && held.length > size) {
          stream.push(work(held.subarray(0, size), index, false));
          held = held.subarray(size);
          index += 1;
        }
      });
    },
    flush(done) {
      attempt(done, () => {
        if (!begun) start();
        stream.push(work(held, index, true));
      });
    },
  });
  if (header !== undefined) stream.push(header);
  return stream;
}

function attempt(done: TransformCallback, work: () => void): void {
  try {
    work();
    done();
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)));
  }
}
