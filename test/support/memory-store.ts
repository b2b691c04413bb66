import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Kysely, PostgresDialect } from 'kysely';
import type { KeyRing } from '../../contracts/keys.js';
import { openStore, type Store } from '../../store/index.js';
import { migrate, migrationsDir } from '../../store/migrate.js';
import { openPglite, pglitePool } from '../../store/pglite.js';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));

/** A store in memory with the schema of today. */
export const openMemoryStore = async (more: { keyRing?: KeyRing } = {}): Promise<Store> =>
  openStore({ ...(await memoryPlace()), ...more });

/** Where such a store is opened: the first one of a schema makes a dump that all later ones begin with. */
export async function memoryPlace() {
  const path = join(modules, '.cache', 'rogatory', `schema-${digestOfSchema()}.tar`);
  if (!existsSync(path)) await bake(path);
  return { memory: true, baked: new Blob([readFileSync(path)]) } as const;
}

function digestOfSchema(): string {
  const hash = createHash('sha256').update(readFileSync(join(modules, '@electric-sql/pglite/package.json')));
  for (const name of readdirSync(migrationsDir).sort())
    hash.update(name).update(readFileSync(join(migrationsDir, name)));
  return hash.digest('hex').slice(0, 16);
}

/** Two that bake at once write the same; the file is there whole or not at all. */
async function bake(path: string): Promise<void> {
  const db = await openPglite({ memory: true });
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: pglitePool(db) }) });
  await migrate(kysely);
  const dump = await db.dumpDataDir('none');
  mkdirSync(join(path, '..'), { recursive: true });
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, Buffer.from(await dump.arrayBuffer()));
  renameSync(mine, path);
  await kysely.destroy();
}
