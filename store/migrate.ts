import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Migrator, sql, type Kysely, type Migration } from 'kysely';

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
