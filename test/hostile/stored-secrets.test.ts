import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import {
  caseById,
  currentFacts,
  determinationById,
  digestOf,
  filesOfDocument,
  makeRing,
  newestDocument,
  openRingFile,
  openStore,
  recordFacts,
  recordWithdrawal,
  repliesOfRoute,
  type Store,
} from '../../store/index.js';
import { onEachEngine } from '../store/engines.js';
import { aCase, aDraft, aLot, aRunningCase, aTicket, at, somePeople, type People } from '../store/world.js';

const answer = (value: string) => ({
  fact: 'suspect.note',
  item: null,
  known: true,
  value,
  source: `told by ${value}`,
});
const record = (store: Store, people: People, caseId: string, value: string) =>
  store.transaction((tx) => recordFacts(tx, people.officer, { caseId, answers: [answer(value)] }));
const damaged = { code: 'RECORD_DAMAGED' };

/** Everything that the database holds, as somebody reads it who took it away. */
async function dumpOf(store: Store): Promise<string> {
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(store.read.db);
  const dumps = await Promise.all(
    tables.rows.map(({ name }) =>
      sql<{ line: string }>`select row_to_json(t)::text as line from ${sql.table(name)} t`.execute(
        store.read.db,
      ),
    ),
  );
  return dumps.flatMap(({ rows }) => rows.map(({ line }) => line)).join('\n');
}

const spellings = (word: string): string[] => [
  word,
  Buffer.from(word).toString('hex'),
  Buffer.from(word).toString('base64').replace(/=+$/, ''),
];

/** As somebody who owns the database: its guards against change do not hold him. */
async function asOwner(store: Store, table: string, statement: ReturnType<typeof sql>): Promise<void> {
  await sql`alter table ${sql.table(table)} disable trigger user`.execute(store.read.db);
  await statement.execute(store.read.db);
  await sql`alter table ${sql.table(table)} enable trigger user`.execute(store.read.db);
}

onEachEngine((opened) => {
  describe('somebody who takes the database away', () => {
    it('finds none of the words of a case in it', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const { caseId, routeId } = await aRunningCase(store, people, [aLot()]);
      await record(store, people, caseId, 'Zarubezhnov');
      const { digest } = await aDraft(store, routeId, 'letter-about-Zarubezhnov');
      await aTicket(store, people.supervisor, { routeId, step: 'supervisor', digest, decision: 'return' });
      await store.transaction((tx) =>
        recordWithdrawal(tx, people.supervisor, { routeId, reason: 'withdrawn' }),
      );
      const dump = await dumpOf(store);
      expect(dump).toContain(caseId);
      for (const spelling of spellings('Zarubezhnov')) expect(dump).not.toContain(spelling);
      const [file] = await filesOfDocument(store.read, (await newestDocument(store.read, routeId))?.id ?? '');
      expect(Buffer.from(file?.bytes ?? []).toString()).toBe('letter-about-Zarubezhnov');
      expect(await repliesOfRoute(store.read, routeId)).toEqual([]);
    });
  });

  describe('somebody who writes into the database', () => {
    it('cannot put the value of one row in the place of another', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const caseId = await aCase(store, people);
      const first = await record(store, people, caseId, 'one');
      const second = await record(store, people, caseId, 'two');
      const [from, to] = [first.versions[0]?.id ?? '', second.versions[0]?.id ?? ''];
      await asOwner(
        store,
        'fact_versions',
        sql`update fact_versions set value = (select value from fact_versions where id = ${from}) where id = ${to}`,
      );
      await expect(currentFacts(store.read, caseId)).rejects.toMatchObject(damaged);
    });

    it('cannot put the value of one column in the place of another', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const caseId = await aCase(store, people);
      await record(store, people, caseId, 'one');
      await asOwner(
        store,
        'fact_versions',
        sql`update fact_versions set value = source where case_id = ${caseId}`,
      );
      await expect(currentFacts(store.read, caseId)).rejects.toMatchObject(damaged);
    });

    it('cannot give a case what another case says, nor its key', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const [mine, other] = [await aCase(store, people), await aCase(store, people)];
      const swap = sql`update data_keys d set wrapped = (select wrapped from data_keys where case_id = ${other})
        where case_id = ${mine}`;
      await asOwner(store, 'data_keys', swap);
      await expect(caseById(store.read, mine)).rejects.toMatchObject({ code: 'KEYS_UNAVAILABLE' });
      expect((await caseById(store.read, other)).id).toBe(other);
    });

    it.each([0, 1, 20, -1])('cannot flip a bit at byte %i unnoticed', async (place) => {
      const { store } = opened;
      const people = await somePeople(store);
      const { caseId, determinationId } = await aRunningCase(store, people, [aLot()]);
      const offset = place < 0 ? sql`length(prose) - 1` : sql`${place}::int`;
      await asOwner(
        store,
        'determinations',
        sql`update determinations set prose = set_byte(prose, ${offset}, get_byte(prose, ${offset}) # 1)
          where case_id = ${caseId}`,
      );
      await expect(determinationById(store.read, determinationId)).rejects.toMatchObject(damaged);
    });

    it('cannot put words of his own where sealed ones stood', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const caseId = await aCase(store, people);
      await record(store, people, caseId, 'one');
      await asOwner(
        store,
        'fact_versions',
        sql`update fact_versions set value = convert_to('"innocent"', 'UTF8') where case_id = ${caseId}`,
      );
      await expect(currentFacts(store.read, caseId)).rejects.toMatchObject(damaged);
    });

    it('cannot cut a sealed file short', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const { routeId } = await aRunningCase(store, people, [aLot()]);
      await aDraft(store, routeId, 'a letter with its end');
      const documentId = (await newestDocument(store.read, routeId))?.id ?? '';
      await asOwner(
        store,
        'document_files',
        sql`update document_files set bytes = substring(bytes for length(bytes) - 4) where document_id = ${documentId}`,
      );
      await expect(filesOfDocument(store.read, documentId)).rejects.toMatchObject(damaged);
    });
  });
});

describe('the key ring of a store', () => {
  const folders: string[] = [];
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
  });

  async function aRing() {
    const folder = await mkdtemp(join(tmpdir(), 'rogatory-ring-'));
    folders.push(folder);
    const path = join(folder, 'keys.json');
    await makeRing(path, at(0));
    return { folder, path };
  }

  async function aStoreOnDisk() {
    const { folder, path } = await aRing();
    const dataDir = join(folder, 'db');
    const store = await openStore({ dataDir, keyRing: await openRingFile(path) });
    const people = await somePeople(store);
    await aCase(store, people);
    await store.close();
    const again = async () => openStore({ dataDir, keyRing: await openRingFile(path) });
    return { folder, path, again };
  }

  it('is refused with a sentence when it is not there', async () => {
    const { path } = await aRing();
    await rm(path);
    await expect(openRingFile(path)).rejects.toThrow(
      /KEY_RING_MISSING {2}There is no key ring at .*Put it back/,
    );
  });

  it('is refused with a sentence when it is another store’s', async () => {
    const { path, again } = await aStoreOnDisk();
    await rm(path);
    await makeRing(path, at(0));
    await expect(again()).rejects.toThrow(/KEY_MISSING {2}.*has no key of that name/);
  });

  it('is refused with a sentence when a key in it was replaced under its old name', async () => {
    const { folder, path, again } = await aStoreOnDisk();
    const id = (await openRingFile(path)).current();
    const other = join(folder, 'other.json');
    await makeRing(other, at(0));
    const theirs = await readFile(other, 'utf8');
    const { current } = JSON.parse(theirs) as { current: string };
    const renamed = theirs.replaceAll(current, await id);
    await writeFile(path, renamed);
    await expect(again()).rejects.toThrow(/KEY_RING_BROKEN/);
    const { format, keys } = JSON.parse(renamed) as { format: number; keys: unknown };
    const rest = { format, current: await id, keys };
    await writeFile(path, JSON.stringify({ ...rest, check: digestOf(rest) }));
    await expect(again()).rejects.toThrow(/KEY_WRONG {2}/);
  });

  it.each([0.3, 0.9, 0.999])('is refused with a sentence when only %f of it was copied', async (part) => {
    const { path } = await aRing();
    const whole = await readFile(path, 'utf8');
    await writeFile(path, whole.slice(0, Math.floor(whole.trimEnd().length * part)));
    await expect(openRingFile(path)).rejects.toThrow(/KEY_RING_BROKEN {2}.*is not whole/);
  });

  it('is readable by its owner only, and never written over', async () => {
    const { path } = await aRing();
    const before = await readFile(path, 'utf8');
    await expect(makeRing(path, at(0))).rejects.toMatchObject({ code: 'KEY_RING_EXISTS' });
    expect(await readFile(path, 'utf8')).toBe(before);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });
});
