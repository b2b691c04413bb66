import { sql, type RawBuilder } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  auditOf,
  checkpointsAfter,
  hashOfEntry,
  newSigningKey,
  readSigner,
  signCheckpoint,
  systemAct,
  verifyAudit,
  type Finding,
  type Signer,
  type Store,
  type Tx,
} from '../../store/index.js';
import { checkpointText, signNote } from '../../store/audit/note.js';
import { emptyTree, grow, rootOf } from '../../store/audit/tree.js';
import { openMemoryStore } from '../support/memory-store.js';

const at = '2026-11-24T09:00:00.000Z';
const origin = 'rogatory.test/1';
const own = readSigner(newSigningKey(origin));
const forged = readSigner(newSigningKey(origin));
const signedAt = [8, 13];
const total = 20;

let store: Store;
/** What was signed, as it stands in a file elsewhere. */
let elsewhere: { name: string; checkpoints: Awaited<ReturnType<typeof checkpointsAfter>> };

beforeAll(async () => {
  store = await openMemoryStore();
  for (let index = 1; index <= total; index += 1) {
    await store.transaction(async (tx) =>
      tx.audit({
        verb: 'CASE_READ',
        act: systemAct('test', at),
        subject: { kind: 'note', id: `n${index}` },
        body: { index },
      }),
    );
    if (signedAt.includes(index)) await sign(own);
  }
  elsewhere = { name: 'the file', checkpoints: await checkpointsAfter(store.read, 0) };
});
afterAll(() => store.close());

const sign = (signer: Signer) =>
  store.transaction((tx) => signCheckpoint(tx, { origin, at, why: 'ASKED', signers: [signer] }));

/** What is found after somebody with every right in the database did this; then it is undone. */
async function foundAfter(
  ...work: ((tx: Tx) => RawBuilder<unknown> | Promise<unknown>)[]
): Promise<Finding[]> {
  const undone = new Error('undone');
  let findings: readonly Finding[] = [];
  const done = store.transaction(async (tx) => {
    for (const table of ['audit_entries', 'audit_checkpoints'])
      await sql`alter table ${sql.table(table)} disable trigger user`.execute(tx.db);
    for (const one of work) {
      const step = one(tx);
      await (step instanceof Promise ? step : step.execute(tx.db));
    }
    findings = (await verifyAudit(tx, { sources: [elsewhere] })).findings;
    throw undone;
  });
  await expect(done).rejects.toBe(undone);
  return [...findings];
}

/** Computes every hash anew, as somebody does who changed an entry and knows how. */
async function computeAnew(tx: Tx): Promise<void> {
  let edge = emptyTree;
  for (const entry of await auditOf(tx, { limit: 1000 })) {
    const said = { ...entry, hash: undefined };
    const hash = hashOfEntry(said);
    const grown = grow(edge, hash);
    edge = grown.edge;
    await tx.db
      .updateTable('auditEntries')
      .set({ hash, subtrees: [...grown.subtrees] })
      .where('sequence', '=', String(said.sequence))
      .execute();
  }
}

/** Signs every checkpoint anew over what now stands there. */
async function signAnew(tx: Tx, signer: Signer): Promise<void> {
  let edge = emptyTree;
  for (const { hash, sequence } of await auditOf(tx, { limit: 1000 })) {
    edge = grow(edge, hash).edge;
    const note = signNote(checkpointText({ origin, size: sequence, root: rootOf(edge), at, why: 'ASKED' }), [
      signer,
    ]);
    await tx.db
      .updateTable('auditCheckpoints')
      .set({ note, keys: [signer.text] })
      .where('size', '=', String(sequence))
      .execute();
  }
}

const rewrite = (column: string, value: string, sequence: number) => () =>
  sql`update audit_entries set ${sql.ref(column)} = ${value} where sequence = ${sequence}`;
const moved = (from: number, to: number) => () =>
  sql`update audit_entries set sequence = ${to} where sequence = ${from}`;
const removed = (first: number, last: number) => () =>
  sql`delete from audit_entries where sequence between ${first} and ${last}`;

describe('somebody with every right in the database', () => {
  it('leaves nothing to find where nothing was done', async () => {
    expect(await foundAfter()).toEqual([]);
  });

  it.each([
    'at',
    'verb',
    'actor',
    'subject_kind',
    'subject_id',
    'case_id',
    'reason',
    'old_digest',
    'body',
    'hash',
  ])('changes the %s of an entry, and the entry is named', async (column) => {
    const value =
      { at: '2026-11-24T09:00:00.001Z', actor: '{"kind":"system","component":"tesu"}' }[column] ?? 'other';
    expect(await foundAfter(rewrite(column, value, 5))).toEqual([
      { where: 'entry 5', what: 'CHANGED', says: 'what it says, its place or its hash was changed' },
    ]);
  });

  it('changes the hashes that hold the tree, and the entry that holds them is named', async () => {
    const work = () => sql`update audit_entries set subtrees = array[repeat('0', 64)] where sequence = 6`;
    expect(await foundAfter(work)).toMatchObject([{ where: 'entry 6', what: 'SUBTREES' }]);
  });

  it('deletes entries, and they are named', async () => {
    expect(await foundAfter(removed(5, 5))).toMatchObject([{ where: 'entry 5', what: 'MISSING' }]);
    expect(await foundAfter(removed(3, 6))).toMatchObject([{ where: 'entries 3 to 6', what: 'MISSING' }]);
  });

  it('cuts the end off, and what was signed says how many are gone', async () => {
    expect(await foundAfter(removed(11, total))).toMatchObject([
      { where: 'entries 11 to 13', what: 'MISSING' },
    ]);
  });

  it('exchanges two entries, and both are named', async () => {
    const found = await foundAfter(moved(4, 1004), moved(7, 4), moved(1004, 7));
    expect(found.map(({ where }) => where)).toEqual(['entry 4', 'entry 7']);
  });

  it('deletes an entry and closes the gap, and everything moved is named', async () => {
    const close = () => sql`update audit_entries set sequence = -(sequence - 1) where sequence > 18`;
    const back = () => sql`update audit_entries set sequence = -sequence where sequence < 0`;
    const found = await foundAfter(removed(18, 18), close, back);
    expect(found.map(({ where }) => where)).toEqual(['entry 18', 'entry 19']);
  });

  it('changes an entry and computes all hashes anew, and the range between two checkpoints is named', async () => {
    expect(await foundAfter(rewrite('body', '{"index":0}', 10), computeAnew)).toMatchObject([
      { where: 'entries 9 to 13', what: 'REWRITTEN' },
    ]);
  });

  it('deletes an entry, closes the gap, computes all anew, and the range is named', async () => {
    const close = () => sql`update audit_entries set sequence = -(sequence - 1) where sequence > 2`;
    const back = () => sql`update audit_entries set sequence = -sequence where sequence < 0`;
    expect(await foundAfter(removed(2, 2), close, back, computeAnew)).toMatchObject([
      { where: 'entries 1 to 8', what: 'REWRITTEN' },
    ]);
  });

  it('signs what was changed with another key, and each checkpoint is named', async () => {
    const work = [rewrite('body', '{"index":0}', 3), computeAnew, (tx: Tx) => signAnew(tx, forged)];
    const found = await foundAfter(...work);
    expect(found.map(({ where, what }) => `${where} ${what}`)).toEqual([
      'checkpoint of 8 (the file) CHECKPOINT_OTHER_KEY',
      'checkpoint of 13 (the file) CHECKPOINT_OTHER_KEY',
    ]);
    const undone = store.transaction(async (tx) => {
      await sql`alter table audit_checkpoints disable trigger user`.execute(tx.db);
      await signAnew(tx, forged);
      throw new Error((await verifyAudit(tx, { keys: [own.text] })).findings.map(({ what }) => what).join());
    });
    await expect(undone).rejects.toThrow('CHECKPOINT_OTHER_KEY,CHECKPOINT_OTHER_KEY');
  });

  it('changes one byte of a checkpoint, and the checkpoint is named', async () => {
    const work = () =>
      sql`update audit_checkpoints set note = overlay(note placing 'X' from 20) where size = 8`;
    expect(await foundAfter(work)).toMatchObject([
      { where: 'checkpoint of 8 (the store)', what: 'CHECKPOINT_CHANGED' },
    ]);
  });

  it('deletes a checkpoint, and the copy outside tells', async () => {
    const work = () => sql`delete from audit_checkpoints where size = 8`;
    expect(await foundAfter(work)).toMatchObject([
      { where: 'checkpoint of 8 (the store)', what: 'CHECKPOINT_MISSING' },
    ]);
  });
});

it('a new key is believed once a checkpoint carries both signatures, and not before', async () => {
  const next = readSigner(newSigningKey(origin));
  const both = await openMemoryStore();
  const step = async (signers: readonly Signer[]) => {
    await both.transaction(async (tx) =>
      tx.audit({ verb: 'CASE_READ', act: systemAct('test', at), subject: { kind: 'note', id: 'n' } }),
    );
    await both.transaction((tx) => signCheckpoint(tx, { origin, at, why: 'ASKED', signers }));
  };
  await step([own]);
  await step([own, next]);
  await step([next]);
  expect((await verifyAudit(both.read)).findings).toEqual([]);
  await step([forged]);
  expect((await verifyAudit(both.read)).findings).toMatchObject([
    { where: 'checkpoint of 4 (the store)', what: 'CHECKPOINT_OTHER_KEY' },
  ]);
  await both.close();
});
