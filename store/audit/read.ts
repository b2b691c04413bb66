import { sql } from 'kysely';
import type { AuditVerb } from '../../contracts/codes.js';
import type { Reader } from '../actor.js';
import { seesCase } from '../reader.js';
import type { AuditSubject, Bare } from '../tx.js';
import { fromRow, type AuditEntry, type KeptEntry } from './entries.js';

/** What is looked for; everything named must hold. Instants are ISO 8601, `from` inclusive, `to` exclusive. */
export type AuditFilter = {
  caseId?: string;
  personId?: string;
  verb?: AuditVerb;
  subject?: AuditSubject;
  subjectKind?: string;
  subjectId?: string;
  from?: string;
  to?: string;
};
/** A page: entries after a sequence number, up to another one. */
export type AuditPage = { after?: number; upTo?: number; limit: number };
export type AuditQuery = AuditFilter & AuditPage;

/** Entries in the order they were written. For those who may read all of it. */
export async function auditOf(read: Bare, query: AuditQuery): Promise<AuditEntry[]> {
  return (await keptEntries(read, query)).map(({ entry }) => entry);
}

/** The same with the hashes that hold the tree. */
export async function keptEntries({ db }: Bare, query: AuditQuery): Promise<KeptEntry[]> {
  let select = db
    .selectFrom('auditEntries')
    .selectAll()
    .where('sequence', '>', String(query.after ?? 0))
    .orderBy('sequence')
    .limit(query.limit);
  const { upTo, caseId, personId, verb, subject, subjectKind, subjectId, from, to } = query;
  if (upTo !== undefined) select = select.where('sequence', '<=', String(upTo));
  if (caseId !== undefined) select = select.where('caseId', '=', caseId);
  if (personId !== undefined) select = select.where(sql`actor ->> 'personId'`, '=', personId);
  if (verb !== undefined) select = select.where('verb', '=', verb);
  if (subjectKind !== undefined) select = select.where('subjectKind', '=', subjectKind);
  if (subjectId !== undefined) select = select.where('subjectId', '=', subjectId);
  if (subject) select = select.where('subjectKind', '=', subject.kind).where('subjectId', '=', subject.id);
  if (from !== undefined) select = select.where('at', '>=', from);
  if (to !== undefined) select = select.where('at', '<', to);
  return (await select.execute()).map(fromRow);
}

const batch = 1000;

/** All entries of a query, read in batches as they are wanted. */
export async function* everyEntry(
  read: Bare,
  filter: AuditFilter & { upTo?: number },
): AsyncGenerator<KeptEntry> {
  let after = 0;
  for (;;) {
    const entries = await keptEntries(read, { ...filter, after, limit: batch });
    yield* entries;
    const last = entries.at(-1);
    if (last === undefined || entries.length < batch) return;
    after = last.entry.sequence;
  }
}

/** What happened to a case, oldest first; `null` when the reader may not see it. */
export async function timelineOf(
  read: Bare,
  reader: Reader,
  caseId: string,
  page: AuditPage,
): Promise<AuditEntry[] | null> {
  const seen = await seesCase(read, reader, caseId);
  return seen ? auditOf(read, { caseId, ...page }) : null;
}
