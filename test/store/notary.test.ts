import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCheckpointFile, readCheckpointFile } from '../../activities/audit/checkpoint-file.js';
import { createNotary, type NotaryDeps } from '../../activities/audit/notary.js';
import { checkpointsAfter, newSigningKey, readSigner, type Store, verifyAudit } from '../../store/index.js';
import { at, system } from './world.js';
import { openMemoryStore } from '../support/memory-store.js';

const signer = readSigner(newSigningKey('rogatory.test/1'));
let store: Store;
let dir: string;
let file: string;

beforeAll(async () => {
  store = await openMemoryStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rogatory-checkpoints-'));
  file = join(dir, 'audit', 'checkpoints.jsonl');
  return () => rm(dir, { recursive: true, force: true });
});

const somethingHappens = () =>
  store.transaction(async (tx) =>
    tx.audit({ verb: 'CASE_READ', act: system(), subject: { kind: 'note', id: 'n' } }),
  );
const failures: unknown[] = [];
const aNotary = (change: Partial<NotaryDeps> = {}) =>
  createNotary({
    store,
    clock: () => new Date(at(6)),
    signers: [signer],
    file: createCheckpointFile(file),
    onFailure: (error) => failures.push(error),
    ...change,
  });
const sizesIn = async () => (await readCheckpointFile(file)).checkpoints.map(({ size }) => size);

describe('the notary', () => {
  it('signs after a signature and every hour, in the store and in a file outside it', async () => {
    const notary = aNotary();
    await somethingHappens();
    await notary.afterSignOff();
    await somethingHappens();
    const { size } = await notary.checkpointAudit();
    const kept = await checkpointsAfter(store.read, 0);
    expect(kept.map(({ why }) => why)).toEqual(['SIGN_OFF', 'HOURLY']);
    const copied = (await readCheckpointFile(file)).checkpoints;
    expect(copied).toEqual(kept);
    expect(size).toBe(kept.at(-1)?.size);
    expect(
      (await verifyAudit(store.read, { sources: [{ name: 'the file', checkpoints: copied }] })).findings,
    ).toEqual([]);
    expect((await stat(file)).mode & 0o077).toBe(0);
  });

  it('signs a size once, however often it is asked', async () => {
    await somethingHappens();
    const before = (await checkpointsAfter(store.read, 0)).length;
    await Promise.all([aNotary().checkpointAudit(), aNotary().checkpointAudit(), aNotary().afterSignOff()]);
    expect((await checkpointsAfter(store.read, 0)).length).toBe(before + 1);
  });

  it('makes up in the file for what a crash left out', async () => {
    await aNotary().checkpointAudit();
    await somethingHappens();
    await aNotary({ file: { catchUp: async () => undefined } }).checkpointAudit();
    const missed = (await checkpointsAfter(store.read, 0)).map(({ size }) => size);
    expect(await sizesIn()).toEqual(missed.slice(0, -1));
    await aNotary().checkpointAudit();
    expect(await sizesIn()).toEqual(missed);
  });

  it('never undoes a signature because the disk is full', async () => {
    const full = { catchUp: async () => Promise.reject(new Error('ENOSPC')) };
    await aNotary({ file: full }).afterSignOff();
    expect(failures).toHaveLength(1);
    await expect(aNotary({ file: full }).checkpointAudit()).rejects.toThrow('ENOSPC');
  });

  it('only ever adds to the file, and names a line that somebody wrote into it', async () => {
    await aNotary().checkpointAudit();
    const before = await readFile(file, 'utf8');
    await appendFile(file, '{"checkpoint":{}}\n');
    await somethingHappens();
    await aNotary().checkpointAudit();
    expect((await readFile(file, 'utf8')).startsWith(before)).toBe(true);
    expect((await readCheckpointFile(file)).unreadable).toHaveLength(1);
  });
});
