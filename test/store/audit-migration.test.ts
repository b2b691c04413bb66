import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { expect, it } from 'vitest';
import { auditOf, openStore, ringInMemory, verifyAudit } from '../../store/index.js';
import { migrate, migrationsDir } from '../../store/migrate.js';
import { openPglite, pglitePool } from '../../store/pglite.js';
import { system } from './world.js';

const texts = ['plain', 'quotes " and \\ and /', 'line\nbreak\ttab\u0001\u007f', 'Алматы 🗝 \u202e', ''];

/** Migrations as they were before the tree. */
async function olderMigrations(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'rogatory-migrations-'));
  const older = (await readdir(migrationsDir)).filter((name) => name < '0009');
  for (const name of older) await cp(join(migrationsDir, name), join(dir, name));
  return dir;
}

it('takes a record that was chained into the tree as it is, and goes on from there', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'rogatory-store-'));
  const dir = await olderMigrations();
  const pool = pglitePool(await openPglite({ dataDir }));
  const before = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  await migrate(before, dir);
  for (const [index, text] of texts.entries()) {
    const actor = JSON.stringify({ kind: 'person', personId: text, role: 'AUDITOR' });
    await sql`insert into audit_entries (sequence, at, verb, actor, subject_kind, subject_id, reason, body, previous_hash, hash)
      values (${index + 1}, '2026-11-24T10:00:00.120+05', 'CASE_READ', ${actor}, 'note', ${text}, ${text || null},
        ${JSON.stringify({ text })}, ${index === 0 ? '' : `old ${index - 1}`}, ${`old ${index}`})`.execute(
      before,
    );
  }
  await before.destroy();
  const after = await openStore({ dataDir, keyRing: ringInMemory() });
  expect(await verifyAudit(after.read)).toMatchObject({ entries: texts.length, findings: [] });
  await after.transaction(async (tx) =>
    tx.audit({ verb: 'CASE_READ', act: system(), subject: { kind: 'note', id: 'next' } }),
  );
  expect(await verifyAudit(after.read)).toMatchObject({ entries: texts.length + 1, findings: [] });
  const entries = await auditOf(after.read, { limit: 10 });
  expect(entries.slice(0, texts.length).map(({ subject }) => subject.id)).toEqual(texts);
  expect(entries[0]?.at).toBe('2026-11-24T05:00:00.120Z');
  await after.close();
  await rm(dataDir, { recursive: true });
  await rm(dir, { recursive: true });
});
