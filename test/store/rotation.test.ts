import { chmod, copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  addKey,
  auditOf,
  currentFacts,
  dropKey,
  makeRing,
  openRingFile,
  openStore,
  readRing,
  recordFacts,
  rewrapKeys,
  ringKeysInUse,
  useNewest,
  type Store,
} from '../../store/index.js';
import { aCase, at, somePeople, system, type People } from './world.js';
import { openMemoryStore } from '../support/memory-store.js';

let folder: string;
let path: string;
let store: Store;
let people: People;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rogatory-rotation-'));
  path = join(folder, 'keys.json');
  await makeRing(path, at(0));
  store = await openMemoryStore({ keyRing: await openRingFile(path) });
  people = await somePeople(store);
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const say = (caseId: string, value: string) =>
  store.transaction((tx) =>
    recordFacts(tx, people.officer, {
      caseId,
      answers: [{ fact: 'suspect.note', item: null, known: true, value, source: 'file' }],
    }),
  );
const heard = async (caseId: string) => (await currentFacts(store.read, caseId))[0]?.value;

it('rotates while others read, write and open cases, and nothing is unreadable at any moment', async () => {
  const cases = await Promise.all(Array.from({ length: 12 }, () => aCase(store, people)));
  await Promise.all(cases.map((caseId) => say(caseId, 'before')));
  const before = (await readRing(path)).current;
  let rotating = true;
  const seen: unknown[] = [];
  const office = async () => {
    for (let round = 0; rotating || round < 3; round += 1)
      for (const caseId of cases) {
        seen.push(await heard(caseId));
        await say(caseId, `round ${round}`);
        if (round % 2 === 0) await aCase(store, people);
      }
  };
  const working = office();
  const ids: string[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    ids.push(await addKey(path, at(turn), { use: true }));
    await rewrapKeys(store, system());
  }
  rotating = false;
  await working;
  await rewrapKeys(store, system());
  expect(seen.every((value) => typeof value === 'string')).toBe(true);
  expect([...(await ringKeysInUse(store.read)).keys()]).toEqual([ids.at(-1)]);
  for (const old of [before, ...ids.slice(0, -1)]) await dropKey(path, old);
  const fresh = await openRingFile(path);
  expect(await fresh.current()).toBe(ids.at(-1));
  for (const caseId of cases) expect(await heard(caseId)).toMatch(/^round /);
  const entries = await auditOf(store.read, {
    subject: { kind: 'ring-key', id: ids.at(-1) ?? '' },
    limit: 10,
  });
  expect(entries.map(({ verb }) => verb)).toContain('KEYS_ROTATED');
});

it('uses a prepared key only once it is told to, so that every machine can have it before', async () => {
  const ring = await openRingFile(path);
  const before = await ring.current();
  const prepared = await addKey(path, at(9), { use: false });
  expect(await ring.current()).toBe(before);
  expect(await useNewest(path)).toBe(prepared);
  expect(await ring.current()).toBe(prepared);
  await expect(dropKey(path, prepared)).rejects.toThrow(/KEY_WRONG {2}.*is the key in use/);
});

it('loses no key when two change the ring at once: one of them is told to wait', async () => {
  const before = (await readRing(path)).keys.length;
  const tries = await Promise.allSettled(
    Array.from({ length: 8 }, () => addKey(path, at(10), { use: true })),
  );
  const added = tries.filter(({ status }) => status === 'fulfilled').length;
  expect(added).toBeGreaterThan(0);
  for (const one of tries)
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'KEY_RING_BUSY' });
  expect((await readRing(path)).keys).toHaveLength(before + added);
});

/** Another store over its own copy of the ring, as another machine has one. */
async function aSecondMachine(): Promise<{ other: Store; ring: string; close: () => Promise<void> }> {
  const ring = join(folder, 'other.json');
  await copyFile(path, ring);
  const other = await openMemoryStore({ keyRing: await openRingFile(ring) });
  return { other, ring, close: () => other.close() };
}

it('goes on where it was cut, and says how far it is', async () => {
  const { other, ring, close } = await aSecondMachine();
  const officers = await somePeople(other);
  for (let made = 0; made < 210; made += 1) await aCase(other, officers);
  const newest = await addKey(ring, at(11), { use: true });
  const cut = new AbortController();
  const told: number[] = [];
  const progress = (done: number) => {
    told.push(done);
    cut.abort();
  };
  const first = await rewrapKeys(other, system(), { progress, stop: cut.signal });
  expect([first, told]).toEqual([200, [200]]);
  expect((await ringKeysInUse(other.read)).size).toBe(2);
  expect(await rewrapKeys(other, system(), { progress })).toBe(12);
  expect(told).toEqual([200, 12]);
  expect([...(await ringKeysInUse(other.read)).keys()]).toEqual([newest]);
  await close();
});

it('takes nothing back to the older key on a machine that does not use the new one yet', async () => {
  const [behind, ahead] = [join(folder, 'behind.json'), join(folder, 'ahead.json')];
  await makeRing(behind, at(0));
  await addKey(behind, at(1), { use: false });
  await copyFile(behind, ahead);
  const newest = await useNewest(ahead);
  const dataDir = join(folder, 'shared');
  const rewrappedBy = async (ring: string) => {
    const shared = await openStore({ dataDir, keyRing: await openRingFile(ring) });
    const rewrapped = await rewrapKeys(shared, system());
    const inUse = [...(await ringKeysInUse(shared.read)).keys()];
    await shared.close();
    return { rewrapped, inUse };
  };
  expect((await rewrappedBy(behind)).rewrapped).toBe(0);
  expect(await rewrappedBy(ahead)).toEqual({ rewrapped: 2, inUse: [newest] });
  expect(await rewrappedBy(behind)).toEqual({ rewrapped: 0, inUse: [newest] });
});

it('leaves a changed ring to whoever could read it before, and a new one to its owner', async () => {
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  await chmod(path, 0o440);
  await addKey(path, at(13), { use: false });
  expect((await stat(path)).mode & 0o777).toBe(0o440);
  await chmod(path, 0o600);
});
