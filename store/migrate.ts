import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Kysely, Migrator, PostgresDialect, sql, type Migration } from 'kysely';
import pg from 'pg';

/** Beside this module in the source tree; a build that moves the module names the folder. */
export const migrationsDir = fileURLToPath(new URL('./migrations/', import.meta.url));

const suffix = '.up.sql';

async function migrationsIn(dir: string): Promise<Record<string, Migration>> {
  const names = (await readdir(dir)).filter((name) => name.endsWith(suffix)).sort();
  const pairs = names.map(async (name) => {
    const text = await readFile(join(dir, name), 'utf8');
    return [name.slice(0, -suffix.length), { up: (db: Kysely<unknown>) => run(db, text) }] as const;
  });
  return Object.fromEntries(await Promise.all(pairs));
}

const run = async (db: Kysely<unknown>, text: string): Promise<void> => {
  await sql.raw(text).execute(db);
};

/** Names of migrations that the store has not run yet; empty when its schema is the one of this program. */
export async function pendingMigrations<Schema>(
  db: Kysely<Schema>,
  dir = migrationsDir,
): Promise<readonly string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => migrationsIn(dir) } });
  const known = await migrator.getMigrations();
  return known.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}

/**
 * Brings the schema to the newest migration, in one transaction; returns the names that ran now. Throws when an applied
 * migration is not among the files, or out of order.
 */
export async function migrate<Schema>(db: Kysely<Schema>, dir = migrationsDir): Promise<readonly string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => migrationsIn(dir) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw new Error(`The store's schema could not be brought up to date.`, { cause: error });
  return (results ?? []).map((result) => result.migrationName);
}

/** Brings the schema of a PostgreSQL to the newest migration, as the role of the URL; returns the names that ran now. */
export async function migrateStore(databaseUrl: string): Promise<readonly string[]> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    return await migrate(db);
  } finally {
    await db.destroy();
  }
}
