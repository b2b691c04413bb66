import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ringFileOf } from '../../cli/key-ring.js';
import { addKey, dropKey, makeRing, openRingFile, openStore, readRing } from '../../store/index.js';
import { takeLock } from '../../worker/process/lock-file.js';
import { aCase, somePeople } from '../store/world.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
let dataDir: string;
let path: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'rogatory-keys-'));
  path = ringFileOf(dataDir);
  await makeRing(path, new Date().toISOString());
  const store = await openStore({ dataDir: join(dataDir, 'db'), keyRing: await openRingFile(path) });
  await aCase(store, await somePeople(store));
  await store.close();
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

function keys(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/launch.mjs', 'cli/rogatory.ts', 'keys', ...words],
    { cwd: root, env: { ...process.env, DATA_DIR: dataDir }, encoding: 'utf8', timeout: 100_000 },
  );
  return { status, said: stdout + stderr };
}

function expectSaid(seen: ReturnType<typeof keys>, status: number, words: string): void {
  expect(seen.said).toContain(words);
  expect(seen.status).toBe(status);
}

it('rotates, shows what each key opens, and takes out the old key only when nothing is under it', async () => {
  const { current: old } = await readRing(path);
  expectSaid(keys('retire', old), 3, '3 data keys are under');
  expectSaid(keys('rotate'), 0, '3 data keys were wrapped anew');
  const { current } = await readRing(path);
  const { said } = keys('status');
  expect(said).toMatch(new RegExp(`${old} .* 0 data keys\\n`));
  expect(said).toMatch(new RegExp(`${current} .* 3 data keys {2}in use\\n`));
  expect(keys('retire', current).status).toBe(3);
  expect(keys('retire', old).status).toBe(0);
  expect((await readRing(path)).keys.map(({ id }) => id)).toEqual([current]);
});

it('leaves the store of a running system to that system, and retires nothing beside it', async () => {
  const lock = takeLock(join(dataDir, 'rogatory.lock'));
  if (!lock.taken) throw new Error('somebody holds the folder');
  const { current: old } = await readRing(path);
  expect(keys('rotate').said).toContain('wraps its data keys anew within a minute');
  expectSaid(keys('retire', old), 3, 'Stop it');
  lock.release();
});

it('goes on with a rotation that was cut, and refuses while the ring lacks the old key', async () => {
  const whole = join(dataDir, 'whole.json');
  await addKey(path, new Date().toISOString(), { use: true });
  copyFileSync(path, whole);
  await dropKey(path, (await readRing(path)).keys[0]?.id ?? '');
  expectSaid(keys('rewrap'), 3, 'KEY_MISSING');
  copyFileSync(whole, path);
  const { said } = keys('rewrap');
  expect(said).toContain('  3 of 3\n3 data keys were wrapped anew.');
  expectSaid(keys('rewrap'), 0, '0 data keys were wrapped anew.');
});

it('makes a ring for a site, and says that it is to be kept apart', async () => {
  const file = join(dataDir, 'site-keys.json');
  expectSaid(keys('make', file), 0, 'keep a copy apart');
  expect((await readRing(file)).keys).toHaveLength(1);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

it('makes no ring over a file that is there, whatever it holds', () => {
  const file = join(dataDir, 'something');
  writeFileSync(file, 'something');
  expectSaid(keys('make', file), 3, 'It is not written over');
  expect(readFileSync(file, 'utf8')).toBe('something');
});
