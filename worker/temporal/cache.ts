import { accessSync, constants, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Program } from './programs.js';
import { atLeast, leastCli, leastServer, versionOf, versionText, type Version } from './versions.js';

export const cacheFolder = (cacheDir: string): string => join(cacheDir, 'temporal');
export const cachedServer = (cacheDir: string): string => join(cacheFolder(cacheDir), 'server');

export type Found = { program: Program; version: string } | { program: undefined; why: string };

/** `temporal` on PATH, 1.9 or later. */
export async function cliOnPath(): Promise<Found> {
  return judged(
    { kind: 'cli', path: 'temporal' },
    await versionOf('temporal', '--version'),
    leastCli,
    'no `temporal` on PATH',
  );
}

/** A server that was built or put into the cache, or a command line tool that the SDK downloaded there. */
export async function programInCache(cacheDir: string): Promise<Found> {
  const path = cachedServer(cacheDir);
  const nothing = `nothing in ${cacheFolder(cacheDir)}`;
  if (executable(path)) {
    return judged(
      { kind: 'server', path },
      await versionOf(path, '--version'),
      leastServer,
      `${path} does not run`,
    );
  }
  const downloaded = downloadedTool(cacheDir);
  if (downloaded === undefined) return { program: undefined, why: nothing };
  return judged(
    { kind: 'cli', path: downloaded },
    await versionOf(downloaded, '--version'),
    leastCli,
    nothing,
  );
}

function downloadedTool(cacheDir: string): string | undefined {
  try {
    const name = readdirSync(cacheFolder(cacheDir)).find((entry) => entry.startsWith('temporal-cli-'));
    const path = name === undefined ? undefined : join(cacheFolder(cacheDir), name);
    return path !== undefined && executable(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function judged(program: Program, seen: Version | undefined, least: Version, otherwise: string): Found {
  if (seen === undefined) return { program: undefined, why: otherwise };
  if (!atLeast(seen, least)) {
    return {
      program: undefined,
      why: `${program.path} is ${versionText(seen)}; ${versionText(least)} or later is needed`,
    };
  }
  return { program, version: versionText(seen) };
}
