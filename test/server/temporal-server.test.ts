import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Connection } from '@temporalio/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { settingsOfProcess } from '../../config/env.js';
import { isRunning } from '../../worker/process/identity.js';
import { build } from '../../worker/temporal/build.js';
import { cliOnPath, programInCache } from '../../worker/temporal/cache.js';
import { answers } from '../../worker/temporal/health.js';
import { lastServer, writeRunning } from '../../worker/temporal/running.js';
import { findTemporal, firstProgram, type TemporalServer } from '../../worker/temporal-server.js';

const { cacheDir } = settingsOfProcess().place;
const script = fileURLToPath(new URL('../support/start-and-die.ts', import.meta.url));
const started: TemporalServer[] = [];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'temporal-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(started.splice(0).map((server) => server.stop()));
  rmSync(folder, { recursive: true, force: true });
});

async function start(more: { folder?: string; address?: string } = {}): Promise<TemporalServer> {
  const server = await findTemporal({ namespace: 'rogatory', folder, cacheDir, ...more });
  started.push(server);
  return server;
}

async function onServer<T>(server: TemporalServer, ask: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: server.address });
  try {
    return await ask(connection);
  } finally {
    await connection.close();
  }
}

async function leaveServerRunning(): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder, cacheDir], { stdio: 'inherit' });
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}

describe('a Temporal server of our own', () => {
  it('starts on an empty folder with namespace and search attributes, none of them about a person', async () => {
    const server = await start();
    const { customAttributes } = await onServer(server, (connection) =>
      connection.operatorService.listSearchAttributes({ namespace: 'rogatory' }),
    );
    expect(Object.keys(customAttributes ?? {})).toEqual(
      expect.arrayContaining(['NextDeadline', 'Phase', 'Route']),
    );
    expect(server.address).toMatch(/^127\.0\.0\.1:\d+$/);
  });

  it('runs beside another one on the same machine', async () => {
    const [one, other] = [await start(), await start({ folder: join(folder, 'other') })];
    expect(one.address).not.toBe(other.address);
    expect(await answers(one.address, 2_000)).toBe(true);
    expect(await answers(other.address, 2_000)).toBe(true);
  });

  it('finds its data again on the next start and is gone in between', async () => {
    const first = await start();
    const before = await onServer(first, (connection) =>
      connection.workflowService.describeNamespace({ namespace: 'rogatory' }),
    );
    await first.stop();
    expect(await answers(first.address, 500)).toBe(false);
    const after = await onServer(await start(), (connection) =>
      connection.workflowService.describeNamespace({ namespace: 'rogatory' }),
    );
    expect(after.namespaceInfo?.id).toBe(before.namespaceInfo?.id);
  });

  it('adopts the server that a killed start left running over the same data, and stops it in the end', async () => {
    await leaveServerRunning();
    const left = lastServer(folder);
    if (left === undefined) throw new Error('the killed start wrote no process file');
    const server = await start();
    expect(server.how).toContain('left running by an earlier start');
    expect(server.address).toBe(`127.0.0.1:${left.ports.frontend}`);
    await server.stop();
    expect(isRunning({ pid: left.pid, started: left.started })).toBe(false);
  });

  it('replaces a left-over server that no longer answers', async () => {
    await leaveServerRunning();
    const left = lastServer(folder);
    if (left === undefined) throw new Error('the killed start wrote no process file');
    process.kill(left.pid, 'SIGSTOP');
    const server = await start();
    expect(server.how).not.toContain('left running');
    expect(isRunning({ pid: left.pid, started: left.started })).toBe(false);
  });

  it('leaves a process alone that was given the pid of an earlier server', async () => {
    const bystander = spawn(process.execPath, ['-e', 'setTimeout(() => undefined, 60000)']);
    await once(bystander, 'spawn');
    const ports = { frontend: 1, frontendMembership: 1, frontendHttp: 1, history: 1, historyMembership: 1 };
    const more = { matching: 1, matchingMembership: 1, worker: 1, workerMembership: 1 };
    writeRunning(folder, {
      pid: bystander.pid ?? 0,
      started: 'another time',
      ports: { ...ports, ...more },
      timeSkipping: false,
      kind: 'server',
    });
    const server = await start();
    await server.stop();
    expect(bystander.exitCode).toBeNull();
    expect(bystander.signalCode).toBeNull();
    bystander.kill();
  });
});

describe('a Temporal server of somebody else', () => {
  it('is used as given and not stopped', async () => {
    const theirs = await start();
    const ours = await findTemporal({
      namespace: 'office',
      folder: join(folder, 'x'),
      cacheDir,
      address: theirs.address,
    });
    await ours.stop();
    expect(await answers(theirs.address, 2_000)).toBe(true);
  });

  it('is named when nothing answers at the address', async () => {
    await expect(start({ address: '127.0.0.1:1' })).rejects.toThrow(/TEMPORAL_UNREACHABLE.*127\.0\.0\.1:1/);
  });
});

describe('no Temporal server', () => {
  const toolSaying = (version: string) => {
    const file = join(folder, 'temporal');
    writeFileSync(file, `#!/bin/sh\necho "temporal version ${version} (Server 1.0.0)"\n`);
    chmodSync(file, 0o755);
    vi.stubEnv('PATH', `${folder}:/usr/bin:/bin`);
  };

  it('names the five ways and what was tried', async () => {
    vi.stubEnv('PATH', folder);
    const ways = [
      ['on PATH', () => cliOnPath()],
      ['in the cache', () => programInCache(folder)],
      ['built', () => build({ cacheDir: folder, progress: () => undefined })],
    ] as const;
    const failure = await firstProgram(ways).catch((error: unknown) => String(error));
    for (const way of [1, 2, 3, 4, 5]) expect(failure).toContain(`(${way})`);
    expect(failure).toContain('no `temporal` on PATH');
    expect(failure).toContain('no `go` on PATH');
  });

  it('does not take a command line tool older than 1.9', async () => {
    toolSaying('1.8.2');
    expect(await cliOnPath()).toEqual({
      program: undefined,
      why: 'temporal is 1.8.2; 1.9.0 or later is needed',
    });
  });

  it('takes a command line tool from 1.9 on', async () => {
    toolSaying('1.10.0');
    expect(await cliOnPath()).toMatchObject({ program: { kind: 'cli' }, version: '1.10.0' });
  });
});
