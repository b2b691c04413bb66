import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { environmentForBuilds } from '../../config/programs.js';
import { takeLock } from '../process/lock-file.js';
import { cachedServer, cacheFolder, programInCache, type Found } from './cache.js';
import { TemporalError } from './errors.js';
import { atLeast, leastGo, versionOf, versionText, wantedServer } from './versions.js';

const serverPackage = `go.temporal.io/server/cmd/server@${wantedServer}`;

export type Go = { path: string; version: string } | { path: undefined; why: string };

/** The go command on PATH, if it is new enough to build the server, or why not. */
export async function findGo(): Promise<Go> {
  const seen = await versionOf('go', 'version');
  if (seen === undefined) return { path: undefined, why: 'no `go` on PATH' };
  if (atLeast(seen, leastGo)) return { path: 'go', version: versionText(seen) };
  return { path: undefined, why: `Go is ${versionText(seen)}; ${versionText(leastGo)} or later is needed` };
}

export type BuildOptions = {
  cacheDir: string;
  progress: (line: string) => void;
  /** Aborted: the build is given up. */
  stop?: AbortSignal | undefined;
};

/**
 * Builds the server into the cache: once per machine, about five minutes on two cores. Two builders at the same time: the
 * second waits for the first.
 * @throws TemporalError TEMPORAL_BUILD_FAILED with the last lines of the go command
 */
export async function build(options: BuildOptions): Promise<Found> {
  const { cacheDir } = options;
  const go = await findGo();
  if (go.path === undefined) return { program: undefined, why: go.why };
  const folder = cacheFolder(cacheDir);
  mkdirSync(folder, { recursive: true });
  const lock = await lockOrWait(join(folder, 'build.lock'), options);
  try {
    if (!existsSync(cachedServer(cacheDir))) await compile(go.path, options);
  } finally {
    lock.release();
  }
  return programInCache(cacheDir);
}

async function lockOrWait(file: string, { progress, stop }: BuildOptions): Promise<{ release(): void }> {
  for (let round = 0; ; round += 1) {
    const lock = takeLock(file);
    if (lock.taken) return lock;
    if (round === 0)
      progress(`Process ${lock.holder.pid} builds the Temporal server already; waiting for it ...`);
    await pause(1_000, undefined, stop === undefined ? {} : { signal: stop });
  }
}

/** Into a folder of its own first: what stands in the cache under its name is always whole. */
async function compile(go: string, options: BuildOptions): Promise<void> {
  const { cacheDir, progress } = options;
  const unfinished = join(cacheFolder(cacheDir), `unfinished-${process.pid}`);
  rmSync(unfinished, { recursive: true, force: true });
  progress(`Building the Temporal server ${wantedServer} from its Go modules (once, about five minutes) ...`);
  try {
    await goInstall(go, unfinished, join(cacheFolder(cacheDir), 'build.log'), options);
    renameSync(join(unfinished, 'server'), cachedServer(cacheDir));
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

async function goInstall(go: string, bin: string, log: string, options: BuildOptions): Promise<void> {
  const child = spawn(go, ['install', '-v', '-trimpath', '-ldflags', '-s -w', serverPackage], {
    env: { ...environmentForBuilds(), GOBIN: bin, CGO_ENABLED: '0' },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(options.stop === undefined ? {} : { signal: options.stop }),
  });
  const meter = progressMeter(options.progress);
  const kept = createWriteStream(log);
  child.stderr.on('data', (chunk: Buffer) => meter.read(chunk.toString()));
  child.stderr.pipe(kept);
  try {
    const [status] = (await once(child, 'close')) as [number | null];
    if (status !== 0) throw buildFailed(meter.lastLines(), log);
  } finally {
    meter.stop();
  }
}

const buildFailed = (lines: readonly string[], log: string) =>
  new TemporalError(
    'TEMPORAL_BUILD_FAILED',
    `go install did not finish. Its last words (all of them are in ${log}):\n${lines.join('\n')}`,
  );

/** Says every 15 seconds how far the go command is: it prints one line for each module fetched and package built. */
function progressMeter(progress: (line: string) => void) {
  const began = Date.now();
  const last: string[] = [];
  const count = { fetched: 0, built: 0 };
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - began) / 1000);
    progress(`  ... ${seconds} s: ${count.fetched} modules fetched, ${count.built} packages built`);
  }, 15_000);
  return {
    read(text: string): void {
      const lines = text.split('\n').filter((line) => line !== '');
      for (const line of lines) count[line.startsWith('go: downloading') ? 'fetched' : 'built'] += 1;
      last.push(...lines);
      last.splice(0, Math.max(0, last.length - 8));
    },
    lastLines: (): readonly string[] => last,
    stop: (): void => clearInterval(timer),
  };
}
