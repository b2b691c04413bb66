import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addKey, makeRing, openRingFile, ringInMemory } from '../../store/index.js';
import { createPayloadCodec } from '../../worker/codec/payload-codec.js';

const at = '2026-11-24T10:00:00.000Z';
const words = { says: 'Zarubezhnov lives in Almaty' };
const plain = (): Payload => defaultPayloadConverter.toPayload(words) ?? {};
const read = ([payload]: Payload[]): unknown => defaultPayloadConverter.fromPayload(payload ?? {});
const flipped = (bytes: Uint8Array, index: number): Uint8Array =>
  bytes.map((byte, place) => (place === index ? byte ^ 1 : byte));

it('shows nothing of a payload but which key opens it', async () => {
  const codec = createPayloadCodec({ ring: ringInMemory(), namespace: 'rogatory' });
  const [sealed] = await codec.encode([plain()]);
  expect(Buffer.from(sealed?.data ?? []).toString('latin1')).not.toContain('Zarubezhnov');
  const names = Object.keys(sealed?.metadata ?? {});
  expect(names).toEqual(['encoding', 'encryption-cipher', 'encryption-key-id', 'encryption-data-key']);
  expect(read(await codec.decode(sealed ? [sealed] : []))).toEqual(words);
});

it('is read by every process with the ring, also what was written before a rotation', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rogatory-codec-'));
  const path = join(folder, 'keys.json');
  await makeRing(path, at);
  const codec = async () => createPayloadCodec({ ring: await openRingFile(path), namespace: 'rogatory' });
  const reader = await codec();
  const before = await (await codec()).encode([plain()]);
  await addKey(path, at, { use: true });
  const after = await (await codec()).encode([plain()]);
  expect(after[0]?.metadata?.['encryption-key-id']).not.toEqual(before[0]?.metadata?.['encryption-key-id']);
  expect(read(await reader.decode(before))).toEqual(words);
  expect(read(await reader.decode(after))).toEqual(words);
  await rm(folder, { recursive: true });
});

it('is refused in another namespace, under another ring, with a flipped bit and under another key’s name', async () => {
  const ring = ringInMemory();
  const codec = createPayloadCodec({ ring, namespace: 'rogatory' });
  const [sealed = {}] = await codec.encode([plain()]);
  const elsewhere = createPayloadCodec({ ring, namespace: 'another' });
  await expect(elsewhere.decode([sealed])).rejects.toMatchObject({ code: 'KEY_WRONG' });
  const stranger = createPayloadCodec({ ring: ringInMemory(), namespace: 'rogatory' });
  await expect(stranger.decode([sealed])).rejects.toMatchObject({ code: 'KEY_WRONG' });
  const damaged = { ...sealed, data: flipped(sealed.data ?? new Uint8Array(), 30) };
  await expect(codec.decode([damaged])).rejects.toThrow('do not open');
  const renamed = { ...sealed.metadata, 'encryption-key-id': Buffer.from('other') };
  await expect(codec.decode([{ ...sealed, metadata: renamed }])).rejects.toMatchObject({
    code: 'KEY_MISSING',
  });
});
