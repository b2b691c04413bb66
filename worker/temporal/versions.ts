import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { environmentForPrograms } from '../../config/programs.js';

export type Version = readonly [number, number, number];

/** Server version that is built when none is there; the command line tool and Go it takes at least. */
export const wantedServer = 'v1.32.1';
export const leastServer: Version = [1, 32, 0];
export const leastCli: Version = [1, 9, 0];
export const leastGo: Version = [1, 26, 8];
export const downloadedCli = 'v1.9.1';

const run = promisify(execFile);

/** First `1.2.3` or `1.2` in what the program prints; undefined when it cannot be run or prints none. */
export async function versionOf(file: string, ...args: string[]): Promise<Version | undefined> {
  try {
    const { stdout } = await run(file, args, { timeout: 10_000, env: environmentForPrograms() });
    return versionIn(stdout);
  } catch {
    return undefined;
  }
}

export function versionIn(text: string): Version | undefined {
  const found = /(\d+)\.(\d+)(?:\.(\d+))?/.exec(text);
  return found === null ? undefined : [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)];
}

export function atLeast(seen: Version, least: Version): boolean {
  for (const index of [0, 1, 2] as const) {
    if (seen[index] !== least[index]) return seen[index] > least[index];
  }
  return true;
}

export const versionText = (version: Version): string => version.join('.');
