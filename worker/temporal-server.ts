import { join } from 'node:path';
import { build } from './temporal/build.js';
import { cliOnPath, programInCache, type Found } from './temporal/cache.js';
import { download } from './temporal/download.js';
import { TemporalError, temporalNotFound } from './temporal/errors.js';
import { answers } from './temporal/health.js';
import { launch } from './temporal/launch.js';
import { prepareNamespace } from './temporal/namespace.js';
import type { Program } from './temporal/programs.js';

export type TemporalServer = {
  /** host:port of the front end. */
  address: string;
  namespace: string;
  /** How it was found, for a person to read. */
  how: string;
  /** Stops it if this process started or adopted it; leaves a server that somebody else runs alone. */
  stop(): Promise<void>;
};

export type TemporalOptions = {
  /** A server that runs already, host:port; nothing is looked for or started. */
  address?: string | undefined;
  namespace: string;
  /** Folder of database, log and process file of a server we start. */
  folder: string;
  /** Where a built or downloaded program is kept. */
  cacheDir: string;
  /** Only tests: lets a test move the clock of a workflow. */
  timeSkipping?: boolean;
  progress?: (line: string) => void;
  /** Aborted: a build under way is given up. */
  stop?: AbortSignal;
};

/**
 * Finds or starts a Temporal server, ready for use: healthy, with namespace and search attributes. Tried in this order:
 * the given address; `temporal` on PATH; a program in the cache; the SDK's own download; a build from Go modules.
 * @throws TemporalError TEMPORAL_NOT_FOUND, TEMPORAL_UNREACHABLE, TEMPORAL_DID_NOT_START, TEMPORAL_BUILD_FAILED
 */
export async function findTemporal(options: TemporalOptions): Promise<TemporalServer> {
  if (options.address !== undefined) return givenServer(options.address, options.namespace);
  const ways = waysToProgram(options.cacheDir, options.progress ?? (() => undefined), options.stop);
  const { program, how } = await firstProgram(ways);
  const { folder, namespace, timeSkipping = false } = options;
  const server = await launch({ program, folder, timeSkipping });
  try {
    await prepareNamespace(server.address, namespace);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const found = server.adopted ? `left running by an earlier start (${how})` : how;
  return { address: server.address, namespace, how: found, stop: () => server.stop() };
}

async function givenServer(address: string, namespace: string): Promise<TemporalServer> {
  if (!(await answers(address, 5_000))) {
    throw new TemporalError(
      'TEMPORAL_UNREACHABLE',
      `TEMPORAL_ADDRESS is ${address}, but no Temporal server answers there.`,
    );
  }
  await prepareNamespace(address, namespace);
  return { address, namespace, how: `TEMPORAL_ADDRESS ${address}`, stop: () => Promise.resolve() };
}

/** One way to a program: where it would be, in words that follow its name, and the look for it. */
export type Way = readonly [where: string, look: () => Promise<Found>];

/** Ways 2 to 5, in order. A download or a build may take minutes and reports progress. */
export const waysToProgram = (
  cacheDir: string,
  progress: (line: string) => void,
  stop?: AbortSignal,
): readonly Way[] => [
  ['on PATH', () => cliOnPath()],
  ['in the cache', () => programInCache(cacheDir)],
  ['downloaded by the SDK', () => download(cacheDir, progress)],
  ['built from Go modules', () => build({ cacheDir, progress, stop })],
];

/** The first program that a way leads to. @throws TemporalError TEMPORAL_NOT_FOUND, naming the five ways and what was tried */
export async function firstProgram(ways: readonly Way[]): Promise<{ program: Program; how: string }> {
  const tried: string[] = ['TEMPORAL_ADDRESS is not set'];
  for (const [where, look] of ways) {
    const found = await look();
    if (found.program !== undefined) {
      const name = found.program.kind === 'cli' ? 'temporal command line tool' : 'Temporal server';
      return { program: found.program, how: `${name} ${found.version}, ${where}` };
    }
    tried.push(found.why);
  }
  throw temporalNotFound(tried);
}

/** Folder of Temporal's own data within the data folder of an installation. */
export const temporalFolder = (dataDir: string): string => join(dataDir, 'temporal');
