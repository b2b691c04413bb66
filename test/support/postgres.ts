import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

/** Folder of the programs of a PostgreSQL of 15 or later; null where there is none, and tests that need one are skipped. */
export const postgresPrograms = findPrograms();

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

export type PostgresServer = {
  /** As the superuser, unless another role is named. */
  urlOf: (database: string, role?: string) => string;
  create: (database: string) => void;
  /** Runs statements as the superuser. */
  run: (statements: string) => void;
  /** Its process as it was started first. */
  first: ChildProcess;
  /** Starts it again over the same folder, after its process has died. */
  again: () => ChildProcess;
  /** Ends the first process, should it run, and removes the folder. */
  stop: () => Promise<void>;
};

/** A PostgreSQL of its own on a unix socket in a temporary folder. */
export async function startPostgres(bin: string): Promise<PostgresServer> {
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
  const started = (errors: 'pipe' | 'ignore') =>
    spawn(join(bin, 'postgres'), args, { ...user, cwd: dir, stdio: ['ignore', 'ignore', errors] });
  const server = started('pipe');
  await ready(server);
  const urlOf = (database: string, role = 'test'): string =>
    `postgres://${role}@localhost/${database}?host=${encodeURIComponent(dir)}`;
  const runAsSuperuser = (statements: string): void =>
    run(join(bin, 'psql'), ['-h', dir, '-U', 'test', '-d', 'postgres', '-c', statements], {});
  return {
    urlOf,
    run: runAsSuperuser,
    create: (database) => runAsSuperuser(`create database ${database}`),
    first: server,
    again: () => started('ignore'),
    stop: async () => {
      if (server.exitCode === null && server.signalCode === null) {
        const ended = new Promise((resolve) => server.once('exit', resolve));
        server.kill('SIGINT');
        await ended;
      }
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
