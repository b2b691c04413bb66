import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { settingsOfProcess, SettingsError, type Settings } from '../config/env.js';
import { environmentForPrograms } from '../config/programs.js';
import { isFree } from '../worker/temporal/ports.js';
import { findGo } from '../worker/temporal/build.js';
import { cacheFolder, cliOnPath, programInCache, type Found } from '../worker/temporal/cache.js';
import { downloadReachable } from '../worker/temporal/download.js';
import { fiveWays } from '../worker/temporal/errors.js';
import { answers } from '../worker/temporal/health.js';
import { atLeast, versionIn } from '../worker/temporal/versions.js';
import { readRunFile } from './embedded/run-file.js';

/** One thing that was looked for. `needed`: without it nothing starts; the rest costs a feature or some tests. */
type Finding = { name: string; there: boolean; says: string; help?: string };

/**
 * `rogatory doctor`: what is here, what is missing, how to get it.
 * @returns exit code: 0 a start will work, 3 it will not
 */
export async function doctor(): Promise<number> {
  const settings = settingsOrFaults();
  if (typeof settings === 'string') {
    console.error(settings);
    return 3;
  }
  const [node, temporal, rest] = [nodeFinding(), await temporalFindings(settings), await others(settings)];
  for (const finding of [node, ...temporal, ...rest]) show(finding);
  const willStart = node.there && temporal.some(({ there }) => there);
  console.log(willStart ? '\nA start will work.' : '\nA start will not work. Temporal needs one of:');
  if (!willStart) fiveWays.forEach((way, index) => console.log(`  (${index + 1}) ${way}`));
  return willStart ? 0 : 3;
}

function settingsOrFaults(): Settings | string {
  try {
    return settingsOfProcess();
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
}

function show({ name, there, says, help }: Finding): void {
  console.log(`${there ? 'ok  ' : '--  '}${name.padEnd(26)} ${says}`);
  if (!there && help !== undefined) console.log(`${' '.repeat(31)}${help}`);
}

function nodeFinding(): Finding {
  const there = atLeast(versionIn(process.versions.node) ?? [0, 0, 0], [20, 20, 0]);
  return { name: 'Node', there, says: process.versions.node, help: 'Node 20.20 or later is needed.' };
}

async function temporalFindings(settings: Settings): Promise<Finding[]> {
  const address = settings.temporal.address;
  const given = address !== undefined && (await answers(address, 3_000));
  const go = await findGo();
  const reachable = await downloadReachable();
  return [
    { name: 'Temporal 1, its address', there: given, says: address ?? 'TEMPORAL_ADDRESS is not set' },
    fromFound('Temporal 2, on PATH', await cliOnPath()),
    fromFound('Temporal 3, in the cache', await programInCache(settings.place.cacheDir)),
    {
      name: 'Temporal 4, download',
      there: reachable,
      says: reachable ? 'temporal.download can be reached' : 'temporal.download cannot be reached from here',
    },
    {
      name: 'Temporal 5, built with Go',
      there: go.path !== undefined,
      says:
        go.path === undefined
          ? go.why
          : `Go ${go.version}, builds it once into ${cacheFolder(settings.place.cacheDir)}`,
    },
  ];
}

const fromFound = (name: string, found: Found): Finding =>
  found.program === undefined
    ? { name, there: false, says: found.why }
    : { name, there: true, says: `${found.version}, ${found.program.path}` };

async function others(settings: Settings): Promise<Finding[]> {
  const run = readRunFile(settings.place.dataDir);
  const free = run !== undefined || (await isFree(settings.server.port));
  return [
    {
      name: `Port ${settings.server.port}`,
      there: free,
      says:
        run === undefined ? (free ? 'free' : 'taken') : `Rogatory runs at ${run.address}, process ${run.pid}`,
      help: 'Set PORT to another one.',
    },
    program(
      'PostgreSQL programs',
      'initdb',
      'apt-get install postgresql; without them the tests on PostgreSQL are skipped.',
    ),
    program(
      'pdftotext',
      'pdftotext',
      'apt-get install poppler-utils; without it no test looks into a PDF file.',
    ),
    fonts(),
    {
      name: 'Data folder',
      there: true,
      says: `${settings.place.dataDir}${existsSync(settings.place.dataDir) ? '' : ' (made at the first start)'}`,
    },
  ];
}

function program(name: string, file: string, help: string): Finding {
  const found = foldersOfPrograms()
    .map((folder) => join(folder, file))
    .find((path) => existsSync(path));
  return { name, there: found !== undefined, says: found ?? 'not found', help };
}

/** PATH, and where Debian keeps the server programs of PostgreSQL. */
function foldersOfPrograms(): string[] {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian)
    ? readdirSync(debian).map((version) => join(debian, version, 'bin'))
    : [];
  return [...(environmentForPrograms()['PATH'] ?? '').split(delimiter), ...versions];
}

function fonts(): Finding {
  const require = createRequire(import.meta.url);
  const missing = ['@expo-google-fonts/noto-sans', '@expo-google-fonts/noto-serif'].filter(
    (name) => !existsSync(dirname(require.resolve(`${name}/package.json`))),
  );
  return {
    name: 'Fonts of documents',
    there: missing.length === 0,
    says: missing.length === 0 ? 'Noto Sans, Noto Serif' : `missing: ${missing.join(', ')}`,
    help: 'Run npm ci.',
  };
}
