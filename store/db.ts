import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import pg from 'pg';
import type { KeyRing } from '../contracts/keys.js';
import { mayChangeRecord } from './app-role.js';
import { createAppend, type Append, type AuditEntry } from './audit/entries.js';
import { readColumn } from './columns.js';
import { insideTransaction } from './inside.js';
import { migrate, pendingMigrations } from './migrate.js';
import { openPglite, pglitePool, type PglitePlace } from './pglite.js';
import type { Database } from './schema.js';
import { checkRing } from './secrets/check-ring.js';
import { ringInMemory } from './secrets/ring.js';
import { openVault, type Vault } from './secrets/vault.js';
import { readable } from './unwritable.js';
import type { AuditEntryDraft, Bare, Reading, Tx } from './tx.js';
import { unwatched, type StoreWatch } from './watch.js';

export type Store = {
  readonly engine: 'pglite' | 'postgres';
  readonly read: Reading;
  /** All of `work` and its audit entries, or nothing. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

export type StorePlace = (
  | { databaseUrl: string; poolSize?: number; keyRing: KeyRing }
  | { dataDir: string; keyRing: KeyRing }
  | { memory: true; baked?: Blob; keyRing?: KeyRing }
) & {
  migrationsDir?: string;
  /** `require`: a schema that is not up to date is refused instead of changed; `rogatory migrate` changes it. */
  schema?: 'migrate' | 'require';
  /** `add`: a role that could change the record, or take off its guards, is refused. */
  record?: 'add';
  watch?: StoreWatch;
};

/**
 * Opens PostgreSQL by URL, or PGlite in a directory or in memory, and brings the schema up to date. A PGlite directory is
 * not locked by PGlite: the caller holds a lock file of its own (one process per directory). What cases hold is sealed
 * under keys that the key ring wraps; a store in memory makes its own ring. Throws KeyRingError when the ring is not the
 * one of this store.
 */
export async function openStore(place: StorePlace): Promise<Store> {
  const engine = 'databaseUrl' in place ? 'postgres' : 'pglite';
  const db = await connect(place);
  const vault = openVault(place.keyRing ?? ringInMemory());
  try {
    if (place.schema === 'require') await requireSchema(db, place.migrationsDir);
    else await migrate(db.withoutPlugins(), place.migrationsDir);
    if (place.record === 'add' && (await mayChangeRecord(db))) throw new StoreRoleTooStrong();
    await checkRing(db, vault);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const doing: Doing = { engine, vault, append: createAppend(), watch: place.watch ?? unwatched };
  return {
    engine,
    read: { db, secrets: vault.on(db) },
    transaction: (work) => transact(db, doing, work),
    close: () => db.destroy(),
  };
}

/** The audit alone, to look at: needs no key, brings no schema up to date, writes nothing. */
export async function openAudit(
  place: { databaseUrl: string } | { dataDir: string },
): Promise<{ read: Bare; close: () => Promise<void> }> {
  const db = await connect(place);
  return { read: { db }, close: () => db.destroy() };
}

type Where = { databaseUrl: string; poolSize?: number } | PglitePlace;

async function connect(where: Where): Promise<Kysely<Database>> {
  const pool =
    'databaseUrl' in where ? postgresPool(where.databaseUrl, where.poolSize ?? 10) : await embedded(where);
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

async function requireSchema(db: Kysely<Database>, dir: string | undefined): Promise<void> {
  const pending = await pendingMigrations(db.withoutPlugins(), dir);
  if (pending.length === 0) return;
  throw new StoreNotMigrated(
    `STORE_NOT_MIGRATED  The store lacks ${pending.join(', ')}; run rogatory migrate first.`,
  );
}

/** The schema of the store is older than this program. */
export class StoreNotMigrated extends Error {
  override readonly name = 'StoreNotMigrated';
}

/** The system would run under a role of the database that owns the record, or may change it. */
export class StoreRoleTooStrong extends Error {
  override readonly name = 'StoreRoleTooStrong';

  constructor() {
    super(
      'STORE_ROLE_TOO_STRONG  The role of DATABASE_URL could change the record. Let another role own the tables (MIGRATION_DATABASE_URL) and run rogatory migrate: it gives this one what it needs.',
    );
  }
}

const embedded = async (place: PglitePlace): Promise<PostgresPool> => pglitePool(await openPglite(place));

function postgresPool(connectionString: string, max: number): PostgresPool {
  const types = new pg.TypeOverrides();
  for (const [type, read] of Object.entries(readColumn)) types.setTypeParser(Number(type), read);
  const pool = new pg.Pool({ connectionString, max, types });
  pool.on('error', () => undefined); // An idle connection that breaks is replaced; the next query tells.
  return pool;
}

type Doing = Pick<Store, 'engine'> & { vault: Vault; append: Append; watch: StoreWatch };

async function transact<T>(
  db: Kysely<Database>,
  { watch, ...doing }: Doing,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const whole = async () => {
    const { result, recorded } = await commit(db, doing, work);
    watch.recorded(recorded);
    return result;
  };
  return watch.transaction(whole).catch((error: unknown) => {
    throw readable(error);
  });
}

async function commit<T>(
  db: Kysely<Database>,
  { engine, vault, append }: Omit<Doing, 'watch'>,
  work: (tx: Tx) => Promise<T>,
): Promise<{ result: T; recorded: readonly AuditEntry[] }> {
  return db.transaction().execute(async (trx) => {
    const entries: AuditEntryDraft[] = [];
    const secrets = vault.on(trx, { remember: true });
    const tx: Tx = {
      db: trx,
      secrets,
      audit: (entry) => void entries.push(entry),
      auditedCase: () =>
        entries.find(({ caseId, verb }) => caseId !== undefined && verb !== 'CASE_ERASED')?.caseId ?? null,
    };
    const result = await (engine === 'pglite' ? insideTransaction(() => work(tx)) : work(tx));
    return { result, recorded: await append(trx, entries) };
  });
}
