import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** The environment as it may be, or why it may not: one line per fault, ready to print. */
export class SettingsError extends Error {
  readonly code = 'SETTINGS_INVALID';
  readonly faults: string;

  constructor(faults: string) {
    super(`SETTINGS_INVALID\n${faults}`);
    this.faults = faults;
    this.name = 'SettingsError';
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

const port = z.coerce.number().int().min(0).max(65535);
const hostAndPort = z
  .string()
  .regex(/^[^\s/:]+:\d{1,5}$/, 'is written host:port, for instance 127.0.0.1:7233');

const variables = z
  .object({
    PORT: port.default(8484),
    DATA_DIR: z.string().min(1).default('.data'),
    ROGATORY_CACHE_DIR: z.string().min(1).optional(),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'is written postgres://...' }).optional(),
    TEMPORAL_ADDRESS: hostAndPort.optional(),
    TEMPORAL_NAMESPACE: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{1,60}$/i, 'is letters, digits and hyphens')
      .default('rogatory'),
    NODE_ENV: z.string().optional(),
    ROGATORY_TRAINING_IN_PRODUCTION: z.enum(['yes']).optional(),
  })
  .superRefine((seen, context) => {
    if (seen.NODE_ENV === 'production' && seen.ROGATORY_TRAINING_IN_PRODUCTION === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['NODE_ENV'],
        message:
          'is production, but this is the training system; set ROGATORY_TRAINING_IN_PRODUCTION=yes if it is meant',
      });
    }
  });

/** Variables that mean "use that PostgreSQL": alone they would be ignored in silence, so they are refused. */
const postgresVariables = [
  'PGHOST',
  'PGHOSTADDR',
  'PGPORT',
  'PGUSER',
  'PGPASSWORD',
  'PGDATABASE',
  'PGSERVICE',
];
const temporalVariables = ['TEMPORAL_NAMESPACE', 'TEMPORAL_API_KEY', 'TEMPORAL_TLS'];

export type Settings = {
  /** Port of the API on 127.0.0.1; 0 takes a free one. */
  port: number;
  /** Folder of everything this installation keeps, absolute. */
  dataDir: string;
  /** Folder of what may be shared between clones and made again, absolute. */
  cacheDir: string;
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  databaseUrl: string | undefined;
  temporalAddress: string | undefined;
  temporalNamespace: string;
};

/** Half-set combinations: part of a group is set, and the variable that switches the group on is not. */
function halfSet(environment: Environment): string[] {
  const set = (name: string) => (environment[name] ?? '') !== '';
  const faults: string[] = [];
  const postgres = postgresVariables.filter(set);
  if (postgres.length > 0 && !set('DATABASE_URL')) {
    faults.push(`✖ ${postgres.join(', ')} set without DATABASE_URL; set DATABASE_URL or unset the others`);
  }
  const temporal = temporalVariables.filter(set);
  if (temporal.length > 0 && !set('TEMPORAL_ADDRESS')) {
    faults.push(
      `✖ ${temporal.join(', ')} set without TEMPORAL_ADDRESS; set TEMPORAL_ADDRESS or unset the others`,
    );
  }
  return faults;
}

/**
 * Reads the whole configuration once. Empty variables count as not set. Relative folders are taken from `root`.
 * @throws SettingsError with every fault, one a line
 */
export function readSettings(environment: Environment, root: string): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = variables.safeParse(given);
  const faults = halfSet(environment);
  if (!read.success) faults.unshift(z.prettifyError(read.error));
  if (!read.success || faults.length > 0) throw new SettingsError(faults.join('\n'));
  const { data } = read;
  return {
    port: data.PORT,
    dataDir: resolve(root, data.DATA_DIR),
    cacheDir: resolve(root, data.ROGATORY_CACHE_DIR ?? join(homedir(), '.cache', 'rogatory')),
    logLevel: data.LOG_LEVEL,
    databaseUrl: data.DATABASE_URL,
    temporalAddress: data.TEMPORAL_ADDRESS,
    temporalNamespace: data.TEMPORAL_NAMESPACE,
  };
}

/** Settings of this process. Working folder is the root of relative paths. */
export const settingsOfProcess = (): Settings => readSettings(process.env, process.cwd());

const inheritable = [
  'PATH',
  'HOME',
  'TMPDIR',
  'TMP',
  'TEMP',
  'LANG',
  'SystemRoot',
  'USERPROFILE',
  'LOCALAPPDATA',
];
const forDownloads = [
  'HTTPS_PROXY',
  'HTTP_PROXY',
  'NO_PROXY',
  'https_proxy',
  'http_proxy',
  'no_proxy',
  'SSL_CERT_FILE',
];

/** What a program we start inherits: where to find programs and temporary folders, and nothing that configures it. */
export function environmentForPrograms(): Record<string, string> {
  return picked((name) => inheritable.includes(name));
}

/** The same, and what the go command needs to fetch modules where it stands. */
export function environmentForBuilds(): Record<string, string> {
  return picked(
    (name) =>
      inheritable.includes(name) ||
      forDownloads.includes(name) ||
      /^(GO[A-Z0-9]*|XDG_CACHE_HOME)$/.test(name),
  );
}

function picked(keep: (name: string) => boolean): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value !== undefined && keep(name) ? [[name, value]] : [],
    ),
  );
}

/** Dates without a zone mean UTC in this process from here on: workers on other machines must read them alike. */
export function useUtc(): void {
  process.env['TZ'] = 'UTC';
}
