import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';

/**
 * What the role under which the system runs may do, read out of the schema itself: a table whose triggers refuse a change
 * or a deletion gives it no right to one. It owns nothing, so that it cannot take the triggers off; TRUNCATE it never has.
 */
export type RightsOfApp = ReadonlyMap<string, readonly Right[]>;
type Right = 'select' | 'insert' | 'update' | 'delete';

/** The role of the URL does not exist in this database. */
export class RoleMissing extends Error {
  override readonly name = 'RoleMissing';
}

/** Role that a URL connects as; empty where it names none. */
export const roleIn = (databaseUrl: string): string => decodeURIComponent(new URL(databaseUrl).username);

/**
 * Gives a role exactly the rights that the schema leaves it, and takes every other one, in one transaction. Run as the owner
 * of the tables, after each migration. Throws RoleMissing.
 */
export async function grantToApp(ownerUrl: string, role: string): Promise<RightsOfApp> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    return await db.transaction().execute((tx) => grant(tx, role));
  } finally {
    await db.destroy();
  }
}

async function grant(tx: Kysely<unknown>, role: string): Promise<RightsOfApp> {
  const known = await sql`select from pg_roles where rolname = ${role}`.execute(tx);
  if (known.rows.length === 0) throw new RoleMissing(role);
  const rights = await rightsOfApp(tx);
  await sql`revoke all on all tables in schema public from public, ${sql.ref(role)}`.execute(tx);
  await sql`grant usage on schema public to ${sql.ref(role)}`.execute(tx);
  for (const [table, words] of rights)
    await sql`grant ${sql.raw(words.join(', '))} on table ${sql.table(table)} to ${sql.ref(role)}`.execute(
      tx,
    );
  return rights;
}

async function rightsOfApp(tx: Kysely<unknown>): Promise<RightsOfApp> {
  const { rows } = await sql<{ name: string; refused: string[] }>`
    select t.table_name as name, array_remove(array_agg(g.event_manipulation::text), null) as refused
    from information_schema.tables t left join information_schema.triggers g
      on g.event_object_schema = t.table_schema and g.event_object_table = t.table_name
      and g.action_statement = 'EXECUTE FUNCTION refuse_change()'
    where t.table_schema = 'public' and t.table_type = 'BASE TABLE'
    group by t.table_name order by t.table_name`.execute(tx);
  return new Map(rows.map(({ name, refused }) => [name, rightsOn(name, refused)]));
}

function rightsOn(table: string, refused: readonly string[]): readonly Right[] {
  if (table.startsWith('kysely_')) return ['select'];
  const changes = (['update', 'delete'] as const).filter((right) => !refused.includes(right.toUpperCase()));
  return ['select', 'insert', ...changes];
}

/** Whether the role of this connection could change the record, or take off what keeps it from doing so. */
export async function mayChangeRecord<Schema>(db: Kysely<Schema>): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select pg_has_role(relowner, 'MEMBER') or has_table_privilege(oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER') as may
    from pg_class where oid = 'audit_entries'::regclass`.execute(db);
  return rows[0]?.may ?? true;
}
