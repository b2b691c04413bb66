import { z } from 'zod';
import { neededAtSite, onlyWith, secret, type Rule } from '../group.js';

export const storeSecrets = ['DATABASE_URL', 'MIGRATION_DATABASE_URL'] as const;

const postgresUrl = () =>
  secret(z.url({ protocol: /^postgres(ql)?$/, error: 'is written postgres://...' })).optional();

/** PostgreSQL; without it the store is PGlite in the data folder. */
export const storeGroup = z
  .object({
    DATABASE_URL: postgresUrl(),
    MIGRATION_DATABASE_URL: postgresUrl(),
    DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
  })
  .transform((seen) => ({
    databaseUrl: seen.DATABASE_URL,
    /** The same database as the role that owns its tables, for `rogatory migrate`; undefined where it is the same role, as on a machine of one's own. */
    migrationUrl: seen.MIGRATION_DATABASE_URL,
    /** Connections of one process. */
    poolSize: seen.DATABASE_POOL_SIZE,
  }));

/** Variables that mean "use that PostgreSQL": alone they would be ignored in silence, so they are refused. */
const ofPostgres = [
  'PGHOST',
  'PGHOSTADDR',
  'PGPORT',
  'PGUSER',
  'PGPASSWORD',
  'PGDATABASE',
  'PGSERVICE',
  'DATABASE_POOL_SIZE',
  'MIGRATION_DATABASE_URL',
];

/** Who owns the tables can take off what keeps the record from being changed. */
const ownerIsAnother: Rule = (given) =>
  given['MIGRATION_DATABASE_URL'] !== undefined &&
  roleOf(given['MIGRATION_DATABASE_URL']) === roleOf(given['DATABASE_URL'])
    ? 'MIGRATION_DATABASE_URL connects as the role of DATABASE_URL; let another role own the tables'
    : null;

const roleOf = (url: string | undefined): string | undefined => URL.parse(url ?? '')?.username;

export const storeRules: readonly Rule[] = [
  onlyWith('DATABASE_URL', ofPostgres),
  ownerIsAnother,
  neededAtSite('DATABASE_URL', 'a site keeps its cases in PostgreSQL (or DATABASE_URL_FILE)'),
];
