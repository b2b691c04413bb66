import type { Selectable } from 'kysely';
import type { DocumentForm } from '../contracts/codes.js';
import type { Act, Reader } from './actor.js';
import { sha256 } from './canonical.js';
import { newId } from './ids.js';
import { seesRow } from './reader.js';
import { lockRoute } from './routes.js';
import type { DocumentsTable } from './schema.js';
import type { Opened } from './secrets/sealed.js';
import type { Reading, Tx } from './tx.js';

/** One version of a draft, its fields in plain. */
export type DraftRow = Opened<Selectable<DocumentsTable>>;

/** One draft of a route: all its forms under one digest. Written once, never changed. */
export type DocumentRecord = DraftRow & {
  files: readonly { form: string; mediaType: string; sha256: string; size: number }[];
};

export type DocumentToSave = {
  caseId: string;
  routeId: string;
  planId: string;
  /** Slice of the case that the draft was made from. */
  sliceDigest: string;
  /** SHA-256 over all forms of the draft. */
  digest: string;
  language: string;
  /** Canonical JSON of the resolved fields. */
  fields: string;
  files: readonly { form: DocumentForm; mediaType: string; bytes: Uint8Array }[];
};

/**
 * Keeps a draft as the next version of its route. The newest version with the same digest, of the same slice, is given
 * back as it is, so that a repeated rendering makes no second version.
 */
export async function saveDocument(
  tx: Tx,
  act: Act,
  input: DocumentToSave,
): Promise<{ documentId: string; digest: string; version: number }> {
  const { caseId, routeId, planId, digest, sliceDigest, language, fields } = input;
  await lockRoute(tx, routeId);
  const newest = await newestDocument(tx, routeId);
  if (newest?.digest === digest && newest.sliceDigest === sliceDigest) {
    return { documentId: newest.id, digest, version: newest.version };
  }
  const id = newId();
  const version = (newest?.version ?? 0) + 1;
  const row = {
    id,
    caseId,
    routeId,
    planId,
    version,
    digest,
    sliceDigest,
    language,
    renderedAt: act.at,
  };
  const secrets = await tx.secrets.of(caseId);
  await tx.db
    .insertInto('documents')
    .values({ ...row, ...secrets.seal('documents', id, { fields }) })
    .execute();
  const files = input.files.map(({ form, mediaType, bytes }) => ({
    form,
    mediaType,
    documentId: id,
    sha256: sha256(bytes),
    size: bytes.length,
    bytes: secrets.sealFile(nameOfFile(id, form, mediaType), bytes),
  }));
  if (files.length > 0) await tx.db.insertInto('documentFiles').values(files).execute();
  tx.audit({
    verb: 'DOCUMENT_RENDERED',
    act,
    subject: { kind: 'document', id },
    caseId,
    oldDigest: newest?.digest ?? null,
    newDigest: digest,
    body: {
      routeId,
      version,
      language,
      files: files.map(({ form, mediaType, sha256 }) => ({ form, mediaType, sha256 })),
    },
  });
  return { documentId: id, digest, version };
}

const nameOfFile = (documentId: string, form: string, mediaType: string): string =>
  JSON.stringify([documentId, form, mediaType]);

/** The newest draft of a route. */
export async function newestDocument(read: Reading, routeId: string): Promise<DraftRow | null> {
  const row = await read.db
    .selectFrom('documents')
    .selectAll()
    .where('routeId', '=', routeId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? openDraft(read, row) : null;
}

/** The draft of a route that has this digest. */
export async function documentOfDigest(
  read: Reading,
  { routeId, digest }: { routeId: string; digest: string },
): Promise<DraftRow | null> {
  const row = await read.db
    .selectFrom('documents')
    .selectAll()
    .where('routeId', '=', routeId)
    .where('digest', '=', digest)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? openDraft(read, row) : null;
}

const openDraft = async (read: Reading, row: Selectable<DocumentsTable>): Promise<DraftRow> =>
  (await read.secrets.of(row.caseId)).open('documents', row.id, row);

export async function documentById(read: Reading, id: string): Promise<DocumentRecord | null> {
  const row = await read.db.selectFrom('documents').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const files = await read.db
    .selectFrom('documentFiles')
    .select(['form', 'mediaType', 'sha256', 'size'])
    .where('documentId', '=', id)
    .orderBy('form')
    .orderBy('mediaType')
    .execute();
  return { ...(await openDraft(read, row)), files };
}

/** The document, or `null` when there is none or the reader may not see its case. */
export async function documentForReader(
  read: Reading,
  reader: Reader,
  id: string,
): Promise<DocumentRecord | null> {
  return (await seesRow(read, reader, 'documents', id)) ? documentById(read, id) : null;
}

/** Drafts of a route, newest first, without the bytes of their files. */
export async function documentsOfRoute(read: Reading, routeId: string): Promise<DraftRow[]> {
  const rows = await read.db
    .selectFrom('documents')
    .selectAll()
    .where('routeId', '=', routeId)
    .orderBy('version', 'desc')
    .execute();
  return Promise.all(rows.map((row) => openDraft(read, row)));
}

export type DocumentFile = { form: string; mediaType: string; sha256: string; bytes: Uint8Array };

/** Bytes of a draft: all files, by form. */
export async function filesOfDocument(read: Reading, documentId: string): Promise<DocumentFile[]> {
  const files = await read.db
    .selectFrom('documentFiles')
    .innerJoin('documents as d', 'd.id', 'documentFiles.documentId')
    .select(['form', 'mediaType', 'sha256', 'bytes', 'd.caseId'])
    .where('documentId', '=', documentId)
    .orderBy('form')
    .orderBy('mediaType')
    .execute();
  return Promise.all(
    files.map(async ({ caseId, bytes, ...file }) => {
      const name = nameOfFile(documentId, file.form, file.mediaType);
      return { ...file, bytes: (await read.secrets.of(caseId)).openFile(name, bytes) };
    }),
  );
}

/** Bytes of one form. */
export async function documentFile(
  read: Reading,
  { documentId, form, mediaType }: { documentId: string; form: string; mediaType: string },
): Promise<DocumentFile | null> {
  const files = await filesOfDocument(read, documentId);
  return files.find((file) => file.form === form && file.mediaType === mediaType) ?? null;
}
