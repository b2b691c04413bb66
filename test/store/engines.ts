import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { openStore, ringInMemory, type Store, type StorePlace } from '../../store/index.js';

const debianRoot = '/usr/lib/postgresql';

/** Folder of initdb and postgres: the newest Debian version of 15 or later, or wherever PATH finds both. */
function findPrograms(): string | null {
  const versions = existsSync(debianRoot) ? readdirSync(debianRoot).filter((name) => Number(name) >= 15) : [];
  const debian = versions.sort((a, b) => Number(b) - Number(a)).map((name) => join(debianRoot, name, 'bin'));
  const path = (process.env['PATH'] ?? '').split(':');
  return [...debian, ...path].find((dir) => hasBoth(dir)) ?? null;
}
const hasBoth = (dir: string): boolean =>
  existsSync(join(dir, 'initdb')) && existsSync(join(dir, 'postgres'));

const programs = findPrograms();

/** PostgreSQL refuses to run as root: then it runs as the user its package made, or as nobody. */
function whoRuns(): { uid: number; gid: number } | object {
  if (process.getuid?.() !== 0) return {};
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line = ['postgres', 'nobody']
    .map((user) => lines.find((one) => one.startsWith(`${user}:`)))
    .find(Boolean);
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

type Server = {
  urlOf: (database: string) => string;
  create: (database: string) => void;
  stop: () => Promise<void>;
};

/** A PostgreSQL of its own on a unix socket in a temporary folder. */
async function startPostgres(bin: string): Promise<Server> {
  const dir = mkdtempSync(join(tmpdir(), 'rogatory-pg-'));
  const user = whoRuns();
  if ('uid' in user) chownSync(dir, user.uid, user.gid);
  const data = join(dir, 'data');
  run(join(bin, 'initdb'), ['-D', data, '-U', 'test', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...user,
    cwd: dir,
  });
  const args = [
    '-D',
    data,
    '-k',
    dir,
    '-c',
    'listen_addresses=',
    '-c',
    'max_connections=60',
    '-c',
    'fsync=off',
  ];
  const server = spawn(join(bin, 'postgres'), args, {
    ...user,
    cwd: dir,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await ready(server);
  const urlOf = (database: string): string =>
    `postgres://test@localhost/${database}?host=${encodeURIComponent(dir)}`;
  return {
    urlOf,
    create: (database) =>
      run(
        join(bin, 'psql'),
        ['-h', dir, '-U', 'test', '-d', 'postgres', '-c', `create database ${database}`],
        {},
      ),
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function run(program: string, args: string[], options: object): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8', ...options });
  if (status !== 0) throw new Error(`${program} failed: ${stderr || String(error)}`);
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('database system is ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
  });
}

export type Opened = { readonly store: Store };

/** Runs the same sentences on PGlite and, where its programs are found, on PostgreSQL. */
export function onEachEngine(sentences: (opened: Opened) => void): void {
  describe('on PGlite', () => {
    sentences(opening(async () => ({ place: { memory: true }, stop: async () => undefined })));
  });
  const title = programs
    ? 'on PostgreSQL'
    : 'on PostgreSQL (skipped: initdb and postgres of 15 or later not found)';
  describe.skipIf(!programs)(title, () => {
    sentences(
      opening(async () => {
        const server = await startPostgres(programs ?? '');
        server.create('rogatory');
        const databaseUrl = server.urlOf('rogatory');
        const place = { databaseUrl, poolSize: 20, keyRing: ringInMemory() };
        return { place, stop: () => server.stop() };
      }),
    );
  });
}

function opening(begin: () => Promise<{ place: StorePlace; stop: () => Promise<void> }>): Opened {
  let store: Store | undefined;
  let stop: () => Promise<void> = async () => undefined;
  beforeAll(async () => {
    const begun = await begin();
    stop = begun.stop;
    store = await openStore(begun.place);
  });
  afterAll(async () => {
    await store?.close();
    await stop();
  });
  return {
    get store() {
      if (!store) throw new Error('The store opens before the first test.');
      return store;
    },
  };
}
