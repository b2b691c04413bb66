import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createCheckpointFile, readCheckpointFile } from '../../activities/audit/checkpoint-file.js';
import { createNotary } from '../../activities/audit/notary.js';
import { createTimeStamping } from '../../activities/audit/time-stamping.js';
import {
  checkpointsAfter,
  checkTimeStamps,
  latestCheckpoint,
  newSigningKey,
  openStore,
  readCertificates,
  readSigner,
  readTimeStamp,
  timeStamps,
  type Store,
} from '../../store/index.js';
import type { KeptCheckpoint } from '../../contracts/audit-record.js';
import { startTimeStamping, type TimeStampingAuthority } from '../support/time-stamping-authority.js';
import { at, system } from './world.js';

let store: Store;
let dir: string;
let tsa: TimeStampingAuthority;
let stranger: TimeStampingAuthority;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rogatory-stamps-'));
  [store, tsa, stranger] = await Promise.all([
    openStore({ memory: true }),
    startTimeStamping(),
    startTimeStamping(),
  ]);
});
afterAll(async () => {
  await Promise.all([store.close(), tsa.stop(), stranger.stop()]);
  await rm(dir, { recursive: true });
});
afterEach(() => {
  tsa.instead = undefined;
});

const file = () => join(dir, 'checkpoints.jsonl');
const aNotary = (
  stamp: ((bytes: Uint8Array) => Promise<Uint8Array>) | undefined = createTimeStamping(tsa.url),
) =>
  createNotary({
    store,
    clock: () => new Date(at(6)),
    signers: [readSigner(newSigningKey('rogatory.test/1'))],
    file: createCheckpointFile(file()),
    stamp,
    onFailure: (error) => {
      throw error;
    },
  });
const somethingIsSigned = async (): Promise<KeptCheckpoint> => {
  await store.transaction(async (tx) =>
    tx.audit({ verb: 'CASE_READ', act: system(), subject: { kind: 'note', id: 'n' } }),
  );
  await aNotary().checkpointAudit();
  return (await latestCheckpoint(store.read)) ?? nothing();
};
const nothing = (): never => {
  throw new Error('nothing was signed');
};
const verdict = async (trusted = readCertificates(tsa.certificate)) =>
  checkTimeStamps(await checkpointsAfter(store.read, 0), await timeStamps(store.read), trusted);

describe('a signed root', () => {
  it('is time-stamped by the authority, once, and the stamp is kept beside it and in the file', async () => {
    const { size, note } = await somethingIsSigned();
    const asked = tsa.asked;
    expect(await aNotary().stampAudit()).toEqual({ size });
    expect(await aNotary().stampAudit()).toEqual({ size: null });
    expect(tsa.asked - asked).toBe(1);
    const [kept] = (await timeStamps(store.read)).slice(-1);
    expect(kept?.size).toBe(size);
    expect(tsa.vouches(kept?.token ?? new Uint8Array(), Buffer.from(note))).toBe(true);
    const copied = (await readCheckpointFile(file())).stamps;
    expect(copied.map((stamp) => stamp.size)).toContain(size);
    const { newest, findings } = await verdict();
    expect([newest?.size, newest?.by, findings]).toEqual([size, 'Test time-stamping', []]);
    expect(Math.abs(Date.parse(newest?.at ?? '') - Date.now())).toBeLessThan(60_000);
  });

  it('is signed at once when the authority is down, and stamped when it is there again', async () => {
    tsa.instead = () => ({ status: 503, body: Buffer.from('later') });
    const { size } = await somethingIsSigned();
    await expect(aNotary().stampAudit()).rejects.toThrow('the authority answered 503');
    expect((await verdict()).findings).toEqual([]);
    tsa.instead = undefined;
    expect(await aNotary().stampAudit()).toEqual({ size });
  });

  it('needs no authority: without one nothing is asked', async () => {
    await somethingIsSigned();
    const notary = createNotary({
      store,
      clock: () => new Date(at(6)),
      signers: [readSigner(newSigningKey('rogatory.test/1'))],
      file: createCheckpointFile(file()),
      onFailure: nothing,
    });
    expect(await notary.stampAudit()).toEqual({ size: null });
  });
});

describe('an answer', () => {
  it.each([
    ['to another question', () => ({ status: 200, body: replayed }), 'it is about other bytes'],
    [
      'that is none',
      () => ({ status: 200, body: Buffer.from('<html>') }),
      'none of a time-stamping authority',
    ],
    ['without an end', () => ({ status: 200, body: Buffer.alloc(300_000, 1) }), 'too long'],
    ['that refuses', () => ({ status: 200, body: Buffer.from('30053003020102', 'hex') }), 'status 2'],
  ])('%s is not believed', async (_, instead, says) => {
    await somethingIsSigned();
    const before = await timeStamps(store.read);
    tsa.instead = instead;
    await expect(aNotary().stampAudit()).rejects.toThrow(says);
    expect(await timeStamps(store.read)).toEqual(before);
  });

  let replayed: Buffer;
  beforeAll(async () => {
    tsa.instead = (query) => ({ status: 200, body: (replayed = tsa.answer(query)) });
    await createTimeStamping(tsa.url)(Buffer.from('something else'));
  });

  it('with the right bytes and another nonce is not believed', async () => {
    const bytes = Buffer.from('the same bytes');
    let first: Buffer | undefined;
    tsa.instead = (query) => ({ status: 200, body: (first ??= tsa.answer(query)) });
    await createTimeStamping(tsa.url)(bytes);
    await expect(createTimeStamping(tsa.url)(bytes)).rejects.toThrow('it answers another question');
  });
});

describe('verification', () => {
  it('takes no word of a certificate that is for something else, also under the same root', async () => {
    const bytes = Buffer.from('a note');
    const token = await createTimeStamping(tsa.url)(bytes);
    const [same, other] = [tsa.resigned(token, 'timeStamping'), tsa.resigned(token, 'serverAuth')];
    expect(await readTimeStamp(same, bytes, readCertificates(tsa.certificate))).toMatchObject({
      by: 'Test other',
    });
    for (const trusted of [[], readCertificates(tsa.certificate)])
      await expect(readTimeStamp(other, bytes, trusted)).rejects.toThrow('not one for time-stamps');
  });

  it('names a token that was changed, moved to another root, or is of an authority that is not trusted', async () => {
    const one = await somethingIsSigned();
    await aNotary().stampAudit();
    const other = await somethingIsSigned();
    await aNotary().stampAudit();
    const token = (await timeStamps(store.read)).find(({ size }) => size === one.size)?.token ?? nothing();
    const judged = async (stamp: { size: number; token: Uint8Array }, trusted = tsa.certificate) =>
      (await checkTimeStamps([one, other], [stamp], readCertificates(trusted))).findings;
    expect(await judged({ size: one.size, token })).toEqual([]);
    expect(await judged({ size: other.size, token })).toMatchObject([
      { where: `time-stamp of ${other.size}`, what: 'TIME_STAMP', says: 'it is about other bytes' },
    ]);
    expect(await judged({ size: 999_999, token })).toMatchObject([
      { says: 'there is no checkpoint of this size' },
    ]);
    expect(await judged({ size: one.size, token }, stranger.certificate)).toMatchObject([
      { says: 'its certificate does not lead to one that is trusted' },
    ]);
    const flipped = Uint8Array.from(token);
    flipped[flipped.length - 3] = (flipped.at(-3) ?? 0) ^ 1;
    expect((await judged({ size: one.size, token: flipped })).map(({ what }) => what)).toEqual([
      'TIME_STAMP',
    ]);
    expect(await judged({ size: one.size, token: Buffer.from('none') })).toMatchObject([
      { says: 'it is no time-stamp token' },
    ]);
  });

  it('refuses a file of certificates that holds none', () => {
    expect(() => readCertificates('-----BEGIN CERTIFICATE-----\nnone\n-----END CERTIFICATE-----')).toThrow(
      'no certificate in PEM',
    );
  });
});
