import { sql, type Kysely, type Selectable } from 'kysely';
import type { AuditVerb } from '../contracts/codes.js';
import type { Actor, Reader } from './actor.js';
import { canonicalJson, sha256 } from './canonical.js';
import { visibleTo } from './reader.js';
import type { AuditEntriesTable, Database } from './schema.js';
import type { AuditEntryDraft, AuditSubject, Reading } from './tx.js';

export type AuditEntry = {
  sequence: number;
  at: string;
  verb: AuditVerb;
  actor: Actor;
  subject: AuditSubject;
  caseId: string | null;
  reason: string | null;
  oldDigest: string | null;
  newDigest: string | null;
  /** Canonical JSON. */
  body: string;
  previousHash: string;
  /** SHA-256 over the canonical JSON of all the rest. */
  hash: string;
};

// Any number, the same everywhere: who holds this lock writes the next entries.
const chainLock = 7_318_002;
const genesis = { sequence: 0, hash: '' };

/** Hash of an entry: over everything it says and the hash of the one before. */
export const hashOfEntry = (entry: Omit<AuditEntry, 'hash'>): string => sha256(canonicalJson(entry));

/** Writes the entries of one transaction, as its last act: the chain's lock is held only until the commit. */
export async function appendEntries(db: Kysely<Database>, drafts: readonly AuditEntryDraft[]): Promise<void> {
  if (drafts.length === 0) return;
  await sql`select pg_advisory_xact_lock(${chainLock})`.execute(db);
  let last = await lastEntry(db);
  const entries = drafts.map((draft) => {
    const entry = chained(draft, last);
    last = entry;
    return entry;
  });
  await db.insertInto('auditEntries').values(entries.map(toRow)).execute();
}

async function lastEntry(db: Kysely<Database>): Promise<{ sequence: number; hash: string }> {
  const row = await db
    .selectFrom('auditEntries')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { sequence: Number(row.sequence), hash: row.hash } : genesis;
}

function chained(draft: AuditEntryDraft, last: { sequence: number; hash: string }): AuditEntry {
  const entry = {
    sequence: last.sequence + 1,
    at: new Date(draft.act.at).toISOString(),
    verb: draft.verb,
    actor: draft.act.actor,
    subject: draft.subject,
    caseId: draft.caseId ?? null,
    reason: draft.reason ?? draft.act.reason ?? null,
    oldDigest: draft.oldDigest ?? null,
    newDigest: draft.newDigest ?? null,
    body: canonicalJson(draft.body ?? {}),
    previousHash: last.hash,
  };
  return { ...entry, hash: hashOfEntry(entry) };
}

const toRow = ({ subject, actor, sequence, ...rest }: AuditEntry) => ({
  ...rest,
  sequence: String(sequence),
  actor: JSON.stringify(actor),
  subjectKind: subject.kind,
  subjectId: subject.id,
});

const fromRow = (row: Selectable<AuditEntriesTable>): AuditEntry => {
  const { subjectKind, subjectId, sequence, ...rest } = row;
  return { ...rest, sequence: Number(sequence), subject: { kind: subjectKind, id: subjectId } };
};

export type AuditQuery = { caseId?: string; subject?: AuditSubject; after?: number; limit: number };

/** Entries in the order they were written, after a sequence number. For those who may read all of it. */
export async function auditOf(read: Reading, query: AuditQuery): Promise<AuditEntry[]> {
  let select = read.db
    .selectFrom('auditEntries')
    .selectAll()
    .where('sequence', '>', String(query.after ?? 0))
    .orderBy('sequence')
    .limit(query.limit);
  if (query.caseId) select = select.where('caseId', '=', query.caseId);
  if (query.subject) {
    select = select.where('subjectKind', '=', query.subject.kind).where('subjectId', '=', query.subject.id);
  }
  return (await select.execute()).map(fromRow);
}

/** What happened to a case, oldest first; `null` when the reader may not see it. */
export async function timelineOf(
  read: Reading,
  reader: Reader,
  caseId: string,
  page: { after?: number; limit: number },
): Promise<AuditEntry[] | null> {
  const seen = await read.db
    .selectFrom('cases')
    .select('cases.id')
    .where('cases.id', '=', caseId)
    .where(visibleTo(reader))
    .executeTakeFirst();
  return seen ? auditOf(read, { caseId, ...page }) : null;
}

/** Recomputes the whole chain: the number of entries, and the first one that does not fit, if any. */
export async function verifyAudit(read: Reading): Promise<{ entries: number; broken: number | null }> {
  let last = genesis;
  for (;;) {
    const page = await auditOf(read, { after: last.sequence, limit: 1000 });
    if (page.length === 0) return { entries: last.sequence, broken: null };
    for (const { hash, ...entry } of page) {
      const fits = entry.sequence === last.sequence + 1 && entry.previousHash === last.hash;
      if (!fits || hash !== hashOfEntry(entry)) return { entries: last.sequence, broken: entry.sequence };
      last = { sequence: entry.sequence, hash };
    }
  }
}
