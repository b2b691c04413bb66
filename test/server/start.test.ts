import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ringFileOf } from '../../cli/key-ring.js';
import { readRunFile, type RunFile } from '../../cli/embedded/run-file.js';
import { trainingPeople } from '../../cli/embedded/training-people.js';
import { roles } from '../../contracts/codes.js';
import { makeRing } from '../../store/index.js';
import { isRunning } from '../../worker/process/identity.js';
import { lastServer } from '../../worker/temporal/running.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
let dataDir: string;
const started: Run[] = [];
const others: string[] = [];

type Run = { child: ChildProcess; output: () => string; ended: Promise<number | null> };

function npmStart(more: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, ['scripts/launch.mjs', 'cli/rogatory.ts', 'start'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn', ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = once(child, 'close').then(([status]) => status as number | null);
  const run = { child, output: () => Buffer.concat(chunks).toString(), ended };
  started.push(run);
  return run;
}

/** Waits for the run file of exactly this process. */
function ready(run: Run): Promise<RunFile> {
  return vi.waitFor(
    () => {
      const file = readRunFile(dataDir);
      if (run.child.exitCode !== null) throw new Error(`ended with ${run.child.exitCode}: ${run.output()}`);
      if (file?.pid !== run.child.pid) throw new Error(`not ready: ${run.output()}`);
      return file as RunFile;
    },
    { timeout: 90_000, interval: 100 },
  );
}

async function end(run: Run, signal: NodeJS.Signals): Promise<number | null> {
  run.child.kill(signal);
  return run.ended;
}

const temporalOf = (): { pid: number; started: string } => {
  const { pid = 0, started = '' } = lastServer(join(dataDir, 'temporal')) ?? {};
  return { pid, started };
};

const health = async (file: RunFile): Promise<Response> => fetch(`${file.address}/health`);

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'start-'));
});
afterAll(async () => {
  for (const run of started)
    if (run.child.exitCode === null && run.child.signalCode === null) await end(run, 'SIGTERM');
  for (const folder of [dataDir, ...others]) rmSync(folder, { recursive: true, force: true });
});

describe('npm start', () => {
  let first: RunFile;

  it('brings an empty folder to a healthy system that says it is for training', async () => {
    const run = npmStart();
    first = await ready(run);
    const answer = await health(first);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('TRAINING');
    expect(first.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(statSync(join(dataDir, 'run.json')).mode & 0o777).toBe(0o600);
    expect(run.output()).toMatch(/Ready in \d+\.\d s/);
  });

  it('lets every training person in by his or her own token', async () => {
    for (const { token, id } of first.tokens) {
      const answer = await fetch(`${first.address}/v1/people/me`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(await answer.text()).toContain(id);
    }
  });

  it('refuses a second start over the same folder and names the process that holds it', async () => {
    const second = npmStart();
    expect(await second.ended).toBe(3);
    expect(second.output()).toContain(`Process ${first.pid} holds ${dataDir}`);
    expect((await health(first)).status).toBe(200);
  });

  it('stops everything it started when asked to', async () => {
    const temporal = temporalOf();
    const [run] = started;
    if (run === undefined) throw new Error('the first start is gone');
    expect(isRunning(temporal)).toBe(true);
    expect(await end(run, 'SIGINT')).toBe(0);
    expect(isRunning(temporal)).toBe(false);
    expect(existsSync(join(dataDir, 'rogatory.lock'))).toBe(false);
    expect(existsSync(join(dataDir, 'run.json'))).toBe(false);
  });

  it('goes on where it stopped: the same people hold the same tokens', async () => {
    const again = await ready(npmStart());
    expect(again.tokens).toEqual(first.tokens);
    expect((await health(again)).status).toBe(200);
  });

  it('starts over the folder of a process that was killed, and takes over the Temporal server it left', async () => {
    const killed = started.at(-1);
    if (killed === undefined) throw new Error('nothing to kill');
    await end(killed, 'SIGKILL');
    const left = temporalOf();
    expect(isRunning(left)).toBe(true);
    const run = npmStart();
    expect((await health(await ready(run))).status).toBe(200);
    expect(run.output()).toContain('left running by an earlier start');
    expect(temporalOf()).toEqual(left);
    expect(await end(run, 'SIGTERM')).toBe(0);
    expect(isRunning(left)).toBe(false);
  });
});

describe('npm start that cannot go through', () => {
  const elsewhere = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'start-fails-'));
    others.push(folder);
    return folder;
  };

  it('names the port that another program has taken, before it starts anything', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const folder = elsewhere();
    const run = npmStart({ DATA_DIR: folder, PORT: String(port) });
    expect(await run.ended).toBe(3);
    expect(run.output()).toContain(`Port ${port} on 127.0.0.1 is taken`);
    expect(existsSync(join(folder, 'temporal'))).toBe(false);
    other.close();
  });

  it('ends, and stops what it had started, when the store cannot be opened', async () => {
    const folder = elsewhere();
    writeFileSync(join(folder, 'db'), 'a file where a folder should be');
    await makeRing(ringFileOf(folder), new Date().toISOString());
    const run = npmStart({ DATA_DIR: folder });
    expect(await run.ended).toBe(1);
    const left = lastServer(join(folder, 'temporal'));
    if (left === undefined) throw new Error('Temporal was never started');
    expect(isRunning({ pid: left.pid, started: left.started })).toBe(false);
    expect(existsSync(join(folder, 'rogatory.lock'))).toBe(false);
  });

  it('refuses a store whose key ring is gone, with a sentence, before it starts anything', async () => {
    const folder = elsewhere();
    mkdirSync(join(folder, 'db'));
    const run = npmStart({ DATA_DIR: folder });
    expect(await run.ended).toBe(3);
    expect(run.output()).toMatch(/KEY_RING_MISSING {2}There is no key ring at .*keys\.json\. Put it back/);
    expect(existsSync(join(folder, 'temporal'))).toBe(false);
  });
});

describe('training people', () => {
  const holders = (role: string) =>
    trainingPeople.filter((person) => person.roles.some((held) => held === role));
  const single = ['FILTER_PERSON', 'OVERSEER', 'AUDITOR', 'ADMINISTRATOR'];

  it('are at least two for every role that signs or receives, and one for the rest', () => {
    for (const role of roles)
      expect([role, holders(role).length >= (single.includes(role) ? 1 : 2)]).toEqual([role, true]);
  });

  it('include one person with two roles', () => {
    expect(trainingPeople.filter((person) => person.roles.length === 2)).toHaveLength(1);
  });
});
