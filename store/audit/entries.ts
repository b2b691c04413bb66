import { sql, type Kysely, type Selectable } from 'kysely';
import type { AuditVerb } from '../../contracts/codes.js';
import type { Actor } from '../actor.js';
import { canonicalJson, canonicalText } from '../canonical.js';
import type { AuditEntriesTable, Database } from '../schema.js';
import type { AuditEntryDraft, AuditSubject } from '../tx.js';
import { grow, leafHash, nodesOf, type Edge, type Node } from './tree.js';

export type AuditEntry = {
  /** From 1, without a gap: the place in the tree. */
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
  /** Leaf of the tree (RFC 6962) over the canonical JSON of all the rest. */
  hash: string;
};

/** An entry with the hashes of the subtrees that it closed: what the tree is kept in. */
export type KeptEntry = { entry: AuditEntry; subtrees: readonly string[] };

// Any number, the same everywhere: who holds this lock writes the next entries.
const treeLock = 7_318_002;

/** Hash of an entry: over everything it says, its place included. */
export const hashOfEntry = (entry: object): string => leafHash(canonicalText(entry));

/** Writes the entries of one transaction, as its last act: the tree's lock is held only until the commit. */
export type Append = (db: Kysely<Database>, drafts: readonly AuditEntryDraft[]) => Promise<AuditEntry[]>;

/** Remembers the tree it wrote last: as long as nobody else writes, one look at the last entry is enough to go on. */
export function createAppend(): Append {
  let remembered: { hash: string; edge: Edge } | undefined;
  return async (db, drafts) => {
    if (drafts.length === 0) return [];
    await sql`select pg_advisory_xact_lock(${treeLock})`.execute(db);
    const last = await lastEntry(db);
    let edge = remembered?.hash === last.hash ? remembered.edge : await edgeOf(db, last.sequence);
    const kept = drafts.map((draft): KeptEntry => {
      const entry = entryOf(draft, edge.size + 1);
      const grown = grow(edge, entry.hash);
      edge = grown.edge;
      return { entry, subtrees: grown.subtrees };
    });
    await db.insertInto('auditEntries').values(kept.map(toRow)).execute();
    // A hash tells of its place and is never given twice: an edge that was rolled back is not found again.
    remembered = { hash: kept.at(-1)?.entry.hash ?? '', edge };
    return kept.map(({ entry }) => entry);
  };
}

/** The tree as it stands. */
export const edgeNow = async (db: Kysely<Database>): Promise<Edge> =>
  edgeOf(db, (await lastEntry(db)).sequence);

async function lastEntry(db: Kysely<Database>): Promise<{ sequence: number; hash: string }> {
  const row = await db
    .selectFrom('auditEntries')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { sequence: Number(row?.sequence ?? 0), hash: row?.hash ?? '' };
}

/** The tree of a size that is written: what is written stays. */
async function edgeOf(db: Kysely<Database>, size: number): Promise<Edge> {
  return { size, hashes: await nodeHashes(db, nodesOf({ from: 0, to: size })) };
}

const lastOf = ({ level, index }: Node): string => String((index + 1) * 2 ** level);

/** Hashes of complete subtrees, out of the entries that closed them. */
export async function nodeHashes(db: Kysely<Database>, nodes: readonly Node[]): Promise<string[]> {
  if (nodes.length === 0) return [];
  const rows = await db
    .selectFrom('auditEntries')
    .select(['sequence', 'hash', 'subtrees'])
    .where('sequence', 'in', nodes.map(lastOf))
    .execute();
  const bySequence = new Map(rows.map((row) => [row.sequence, row]));
  return nodes.map((node) => {
    const row = bySequence.get(lastOf(node));
    const hash = node.level === 0 ? row?.hash : row?.subtrees[node.level - 1];
    if (hash === undefined) throw new Error(`the audit holds no node ${node.level}/${node.index}`);
    return hash;
  });
}

function entryOf(draft: AuditEntryDraft, sequence: number): AuditEntry {
  const entry = {
    sequence,
    at: new Date(draft.act.at).toISOString(),
    verb: draft.verb,
    actor: draft.act.actor,
    subject: draft.subject,
    caseId: draft.caseId ?? null,
    reason: draft.reason ?? draft.act.reason ?? null,
    oldDigest: draft.oldDigest ?? null,
    newDigest: draft.newDigest ?? null,
    body: canonicalJson(draft.body ?? {}),
  };
  return { ...entry, hash: hashOfEntry(entry) };
}

const toRow = ({ entry: { subject, actor, sequence, ...rest }, subtrees }: KeptEntry) => ({
  ...rest,
  sequence: String(sequence),
  actor: JSON.stringify(actor),
  subjectKind: subject.kind,
  subjectId: subject.id,
  subtrees: [...subtrees],
});

export const fromRow = (row: Selectable<AuditEntriesTable>): KeptEntry => {
  const { subjectKind, subjectId, sequence, subtrees, ...rest } = row;
  const entry = { ...rest, sequence: Number(sequence), subject: { kind: subjectKind, id: subjectId } };
  return { entry, subtrees };
};
