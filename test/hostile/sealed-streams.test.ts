import { createHash, randomBytes } from 'node:crypto';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { expect, it } from 'vitest';
import { openingStream, sealingStream } from '../../store/index.js';
import { caseSecrets } from '../../store/secrets/case-secrets.js';

const key = randomBytes(32);
const secrets = caseSecrets('case-1', key);
const name = 'upload-1';
const header = 33;
const sealedChunk = 64 * 1024 + 16;

async function through(
  bytes: Buffer,
  stream: ReturnType<typeof sealingStream>,
  pieces = 10_000,
): Promise<Buffer> {
  const out: Buffer[] = [];
  const cut = Array.from({ length: Math.ceil(bytes.length / pieces) }, (_, index) =>
    bytes.subarray(index * pieces, (index + 1) * pieces),
  );
  await pipeline(
    Readable.from(cut),
    stream,
    new Writable({ write: (chunk: Buffer, _encoding, done) => (out.push(chunk), done()) }),
  );
  return Buffer.concat(out);
}
const sealed = (bytes: Buffer) => through(bytes, sealingStream(secrets, name));
const opened = (bytes: Buffer, by = secrets, as = name) => through(bytes, openingStream(by, as), 70_000);
const damaged = { code: 'RECORD_DAMAGED' };

it.each([0, 1, 64 * 1024 - 1, 64 * 1024, 64 * 1024 + 1, 200_000])(
  'gives back %i bytes as they were, and holds none of them in clear text',
  async (size) => {
    const bytes = Buffer.alloc(size, 'evidence ');
    const kept = await sealed(bytes);
    expect(kept.includes('evidence')).toBe(false);
    expect((await opened(kept)).equals(bytes)).toBe(true);
  },
);

it('does not open when it was cut, wherever', async () => {
  const kept = await sealed(randomBytes(200_000));
  const cuts = [0, 10, header, header + 100, header + sealedChunk, header + 3 * sealedChunk, kept.length - 1];
  for (const cut of cuts) await expect(opened(kept.subarray(0, cut))).rejects.toMatchObject(damaged);
});

it('does not open with chunks in another order, left out, doubled or added', async () => {
  const kept = await sealed(randomBytes(200_000));
  const chunk = (index: number) =>
    kept.subarray(header + index * sealedChunk, header + (index + 1) * sealedChunk);
  const [head, one, two, three, last] = [kept.subarray(0, header), chunk(0), chunk(1), chunk(2), chunk(3)];
  const forgeries = [
    [head, two, one, three, last],
    [head, one, three, last],
    [head, one, one, two, three, last],
    [head, one, two, three, last, last],
    [head, last],
  ];
  for (const forged of forgeries) await expect(opened(Buffer.concat(forged))).rejects.toMatchObject(damaged);
});

it('does not open with a flipped bit, under another name, or with the key of another case', async () => {
  const kept = await sealed(randomBytes(100_000));
  for (const place of [0, 1, 20, header, 70_000, kept.length - 1]) {
    const flipped = Buffer.from(kept);
    flipped[place] = (flipped[place] ?? 0) ^ 1;
    await expect(opened(flipped)).rejects.toMatchObject(damaged);
  }
  await expect(opened(kept, secrets, 'upload-2')).rejects.toMatchObject(damaged);
  await expect(opened(kept, caseSecrets('case-2', key))).rejects.toMatchObject(damaged);
});

it('lets a quarter of a gigabyte through in less memory than 64 MiB more', async () => {
  const piece = randomBytes(1024 * 1024);
  const [sent, came] = [createHash('sha256'), createHash('sha256')];
  const before = process.memoryUsage().rss;
  let most = 0;
  async function* pieces() {
    for (let index = 0; index < 256; index += 1) {
      sent.update(piece);
      yield piece;
    }
  }
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      came.update(chunk);
      most = Math.max(most, process.memoryUsage().rss - before);
      done();
    },
  });
  await pipeline(pieces, sealingStream(secrets, name), openingStream(secrets, name), sink);
  expect(came.digest('hex')).toBe(sent.digest('hex'));
  expect(most).toBeLessThan(64 * 1024 * 1024);
});
