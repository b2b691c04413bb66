import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { auditOf, caseById, openStore, ringInMemory, verifyAudit, type Store } from '../../store/index.js';
import { openMemoryStore } from '../support/memory-store.js';
import { onEachEngine } from './engines.js';
import { aCase, aDraft, aRunningCase, aLot, aTicket, redeem, somePeople, system } from './world.js';

const kept = [
  'audit_entries',
  'audit_checkpoints',
  'audit_time_stamps',
  'fact_versions',
  'decisions',
  'decision_seconds',
  'determinations',
  'documents',
  'document_files',
  'route_moves',
  'votes',
  'tickets',
  'dispatches',
  'replies',
  'reply_links',
  'withdrawals',
  'route_reports',
  'evidence',
  'evidence_receipts',
  'outbox',
  'data_keys',
  'erasures',
  'erasure_seconds',
];

const note = (store: Store, text: string) =>
  store.transaction(async (tx) =>
    tx.audit({ verb: 'CASE_READ', act: system(), subject: { kind: 'note', id: text }, body: { text } }),
  );

onEachEngine((opened) => {
  describe('the audit', () => {
    it('is one tree without a gap after 20 transactions at once', async () => {
      const { store } = opened;
      const before = (await verifyAudit(store.read)).entries;
      await Promise.all(Array.from({ length: 20 }, (_, index) => note(store, `note ${index}`)));
      expect(await verifyAudit(store.read)).toMatchObject({ entries: before + 20, findings: [] });
    });

    it('takes no number when the transaction fails', async () => {
      const { store } = opened;
      const before = await verifyAudit(store.read);
      const failing = store.transaction(async (tx) => {
        tx.audit({ verb: 'CASE_READ', act: system(), subject: { kind: 'note', id: 'lost' } });
        throw new Error('after the entry');
      });
      await expect(failing).rejects.toThrow('after the entry');
      await note(store, 'kept');
      expect(await verifyAudit(store.read)).toMatchObject({ entries: before.entries + 1, findings: [] });
    });

    it('says who, what, why and which digests, in canonical JSON', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const caseId = await aCase(store, people);
      const [entry] = await auditOf(store.read, { caseId, limit: 10 });
      expect(entry).toMatchObject({
        verb: 'CASE_OPENED',
        actor: { kind: 'person', personId: people.officer.actor.personId, role: 'CASE_OFFICER' },
        subject: { kind: 'case', id: caseId },
      });
      expect(entry?.body).toBe(
        JSON.stringify({ items: ['i1'], reference: 'R-1', requestingState: 'KZ', unitId: people.unitId }),
      );
    });

    it('refuses an entry that leaves a gap or takes a place that is taken, also from a hand with SQL', async () => {
      const { store } = opened;
      await note(store, 'last');
      const forged = (sequence: number) =>
        sql`insert into audit_entries (sequence, at, verb, actor, subject_kind, subject_id, body, hash)
          values (${sequence}, now(), 'CASE_READ', '{}', 'note', 'forged', '{}', ${`forged ${sequence}`})`;
      const { entries } = await verifyAudit(store.read);
      await expect(forged(entries + 2).execute(store.read.db)).rejects.toThrow('does not follow');
      await expect(forged(entries).execute(store.read.db)).rejects.toThrow('does not follow');
    });
  });

  describe('what is a record', () => {
    it.each(kept)('%s can be neither truncated nor, row by row, changed or deleted', async (table) => {
      const { store } = opened;
      const triggers = await sql<{ what: string }>`
        select t.tgname as what from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where c.relname = ${table} and not t.tgisinternal`.execute(store.read.db);
      expect(triggers.rows.length).toBeGreaterThanOrEqual(2);
      await expect(sql`truncate ${sql.table(table)} cascade`.execute(store.read.db)).rejects.toThrow(
        'append-only',
      );
    });

    it('an audit entry, a determination, a document and a vote refuse UPDATE and DELETE', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const { routeId } = await aRunningCase(store, people, [aLot()]);
      const { digest } = await aDraft(store, routeId);
      const ticketId = await aTicket(store, people.supervisor, { routeId, step: 'supervisor', digest });
      await redeem(store, { routeId, ticketId, step: 'supervisor', digest });
      const changes = [
        sql`update audit_entries set reason = 'other' where true`,
        sql`delete from audit_entries where true`,
        sql`update determinations set prose = 'other' where true`,
        sql`delete from determinations where true`,
        sql`update documents set digest = 'other' where true`,
        sql`delete from document_files where true`,
        sql`update votes set decision = 'approve' where true`,
        sql`delete from votes where true`,
        sql`delete from tickets where true`,
      ];
      for (const change of changes) {
        await expect(change.execute(store.read.db)).rejects.toThrow('append-only');
      }
      await expect(
        sql`update tickets set used_at = null where id = ${ticketId}`.execute(store.read.db),
      ).rejects.toThrow('cannot be changed');
    });
  });
});

describe('a PGlite folder', () => {
  it('does not let a transaction wait for itself: a read past it fails at once', async () => {
    const store = await openMemoryStore();
    const past = store.transaction(() => caseById(store.read, 'C1'));
    await expect(past).rejects.toThrow('read with `tx`');
    await store.close();
  });

  it('opens again as it was, its migrations already applied', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'rogatory-store-'));
    const keyRing = ringInMemory();
    const first = await openStore({ dataDir, keyRing });
    const people = await somePeople(first);
    const caseId = await aCase(first, people);
    await first.close();
    const second = await openStore({ dataDir, keyRing });
    expect((await caseById(second.read, caseId)).reference).toBe('R-1');
    expect((await verifyAudit(second.read)).findings).toEqual([]);
    await second.close();
    await rm(dataDir, { recursive: true });
  });
});
