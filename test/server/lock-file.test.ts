import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeLock } from '../../worker/process/lock-file.js';

const script = fileURLToPath(new URL('../support/take-lock.ts', import.meta.url));
let folder: string;
let lockFile: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  lockFile = join(folder, 'rogatory.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const taker = () =>
  spawn(process.execPath, ['--import', 'tsx', script, lockFile], { stdio: ['pipe', 'pipe', 'inherit'] });

async function answerOf(child: ChildProcess): Promise<string> {
  const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  return line.toString().trim();
}

async function letGo(child: ChildProcess): Promise<void> {
  const gone = once(child, 'close');
  child.stdin?.end();
  await gone;
}

it('refuses a second taker and names the process that holds the lock', () => {
  const first = takeLock(lockFile);
  expect(first.taken).toBe(true);
  expect(takeLock(lockFile)).toMatchObject({ taken: false, holder: { pid: process.pid } });
  if (first.taken) first.release();
  expect(existsSync(lockFile)).toBe(false);
});

it('takes over the lock of a process that was killed', async () => {
  const child = taker();
  expect(await answerOf(child)).toBe('taken');
  expect(takeLock(lockFile)).toMatchObject({ taken: false, holder: { pid: child.pid } });
  const gone = once(child, 'close');
  child.kill('SIGKILL');
  await gone;
  expect(takeLock(lockFile)).toMatchObject({ taken: true });
});

it('takes over a lock whose pid now belongs to another program', () => {
  writeFileSync(
    lockFile,
    JSON.stringify({ pid: process.pid, started: 'long ago', since: '2026-01-01T00:00:00Z' }),
  );
  expect(takeLock(lockFile)).toMatchObject({ taken: true });
});

it('takes over a lock file that a crash left unreadable', () => {
  writeFileSync(lockFile, '{"pid":');
  expect(takeLock(lockFile)).toMatchObject({ taken: true });
  expect(JSON.parse(readFileSync(lockFile, 'utf8'))).toMatchObject({ pid: process.pid });
});

it('gives a stale lock to exactly one of several takers at the same moment', async () => {
  writeFileSync(lockFile, JSON.stringify({ pid: 999_999_999, started: '1', since: '2026-01-01T00:00:00Z' }));
  const takers = [taker(), taker(), taker(), taker()];
  const answers = await Promise.all(takers.map(answerOf));
  expect(answers.filter((answer) => answer === 'taken')).toHaveLength(1);
  await Promise.all(takers.map(letGo));
});
