import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grantToApp, migrateStore, openStore, ringInMemory, type Store } from '../../store/index.js';
import { postgresPrograms, startPostgres, type PostgresServer } from '../support/postgres.js';
import { aDraft, aLot, aRunningCase, somePeople } from './world.js';

/** Tables of a record: nothing of them is changed or deleted. */
const record = {
  audit_entries: 'at',
  audit_checkpoints: 'made_at',
  audit_time_stamps: 'at',
  votes: 'at',
  fact_versions: 'at',
  reads: 'at',
};

describe.skipIf(!postgresPrograms)('the role under which the system runs', () => {
  let server: PostgresServer;
  let store: Store;
  let app: pg.Client;
  let owner: pg.Client;
  beforeAll(async () => {
    server = await startPostgres(postgresPrograms ?? '');
    for (const role of ['owns', 'runs']) server.run(`create role ${role} login`);
    server.run('create database rogatory owner owns');
    await migrateStore(server.urlOf('rogatory', 'owns'));
    await grantToApp(server.urlOf('rogatory', 'owns'), 'runs');
    const databaseUrl = server.urlOf('rogatory', 'runs');
    store = await openStore({ databaseUrl, keyRing: ringInMemory(), schema: 'require', record: 'add' });
    app = new pg.Client({ connectionString: databaseUrl });
    owner = new pg.Client({ connectionString: server.urlOf('rogatory', 'owns') });
    await Promise.all([app.connect(), owner.connect()]);
  });
  afterAll(async () => {
    await Promise.all([app.end(), owner.end(), store.close()]);
    await server.stop();
  });

  const denied = '42501';
  const outcome = (statement: string): Promise<string> =>
    app.query(statement).then(
      () => 'DONE',
      ({ code }: pg.DatabaseError) => code ?? 'ERROR',
    );

  it('does all that a case needs: opens, plans, drafts', async () => {
    const people = await somePeople(store);
    const { routeId } = await aRunningCase(store, people, [aLot()]);
    await aDraft(store, routeId, 'a letter');
    const { rows } = await app.query<{ count: string }>('select count(*) as count from audit_entries');
    expect(Number(rows[0]?.count)).toBeGreaterThan(5);
  });

  it.each(Object.entries(record))(
    'cannot change, delete or empty %s, nor its guards',
    async (table, column) => {
      const attempts = [
        `delete from ${table}`,
        `truncate ${table}`,
        `truncate ${table} cascade`,
        `update ${table} set ${column} = now()`,
        `alter table ${table} disable trigger all`,
        `alter table ${table} add column more text`,
        `drop table ${table} cascade`,
        `create rule quiet as on insert to ${table} do instead nothing`,
        `create trigger mine before insert on ${table} execute function refuse_change()`,
      ];
      for (const attempt of attempts) expect([attempt, await outcome(attempt)]).toEqual([attempt, denied]);
    },
  );

  it('cannot take a guard off by its function, by a setting or by another role', async () => {
    for (const attempt of [
      'drop function refuse_change() cascade',
      `create or replace function refuse_change() returns trigger language plpgsql as 'begin return old; end'`,
      `set session_replication_role = 'replica'`,
      'set role owns',
      'create table kept_elsewhere (id text)',
    ])
      expect([attempt, await outcome(attempt)]).toEqual([attempt, denied]);
  });

  it('gives itself no right that it lacks', async () => {
    expect(await outcome('grant update, delete on audit_entries to runs')).toBe('DONE');
    expect(await outcome('update audit_entries set at = now()')).toBe(denied);
  });

  it('says no more than the schema does: what refuses changes is only added to', async () => {
    const { rows } = await app.query<{ name: string; rights: string }>(`
      select table_name as name, string_agg(privilege_type, ' ' order by privilege_type) as rights
      from information_schema.role_table_grants where grantee = 'runs' group by 1`);
    const rights = new Map(rows.map((row) => [row.name, row.rights]));
    for (const table of Object.keys(record))
      expect([table, rights.get(table)]).toEqual([table, 'INSERT SELECT']);
    expect(rights.get('evidence')).toBe('INSERT SELECT UPDATE');
    expect(rights.get('sign_ins')).toBe('DELETE INSERT SELECT UPDATE');
    expect(rights.get('kysely_migration')).toBe('SELECT');
    expect(rows.some((row) => /TRUNCATE|TRIGGER|REFERENCES/.test(row.rights))).toBe(false);
  });

  it('loses at the next migration whatever somebody gave it beside', async () => {
    await owner.query('grant all on audit_entries to runs, public');
    await grantToApp(server.urlOf('rogatory', 'owns'), 'runs');
    expect(await outcome('delete from audit_entries')).toBe(denied);
  });

  it('is refused at a site when it owns the record, may change it, or is the superuser', async () => {
    const opening = (role: string) =>
      openStore({
        databaseUrl: server.urlOf('rogatory', role),
        keyRing: ringInMemory(),
        schema: 'require',
        record: 'add',
      });
    const refused = { name: 'StoreRoleTooStrong' };
    await expect(opening('owns')).rejects.toMatchObject(refused);
    await expect(opening('test')).rejects.toMatchObject(refused);
    await owner.query('grant update on audit_entries to runs');
    await expect(opening('runs')).rejects.toMatchObject(refused);
    await grantToApp(server.urlOf('rogatory', 'owns'), 'runs');
  });

  it('has to exist: a name that is no role is refused before anything is given', async () => {
    const giving = grantToApp(server.urlOf('rogatory', 'owns'), 'nobody-here');
    await expect(giving).rejects.toMatchObject({ name: 'RoleMissing' });
  });
});
