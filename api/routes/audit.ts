import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AuditVerb } from '../../contracts/codes.js';
import { RogatoryError } from '../../contracts/errors.js';
import {
  auditOf,
  exportCsv,
  exportLines,
  latestCheckpoint,
  proveConsistency,
  proveInclusion,
  readCheckpoint,
  readNote,
  stampedUpTo,
  timeStampOf,
  treeNow,
  type AuditFilter,
  type Tx,
} from '../../store/index.js';
import { actOn, seen } from '../acting.js';
import type { AppDeps } from '../deps.js';
import { pageOf, readCursor, writeCursor } from '../paging.js';
import { answers } from '../problem.js';
import {
  auditQuery,
  checkpointView,
  consistencyQuery,
  consistencyView,
  exportQuery,
  inclusionQuery,
  inclusionView,
} from '../schemas/audit.js';
import { auditEntryView } from '../schemas/record.js';

const tags = ['audit'];
const file = z.custom<Readable>().meta({ type: 'string', format: 'binary' });

type Filters = Omit<z.infer<typeof exportQuery>, 'format'>;

const filterOf = ({ person, ...rest }: Filters): AuditFilter =>
  person === undefined ? rest : { ...rest, personId: person };

/** Where a page begins, and the size of the record when the first one was read. Throws CURSOR_INVALID. */
function placeIn(request: FastifyRequest): { after: number; upTo: number } | null {
  const key = readCursor(request);
  if (key === null) return null;
  const [, after, upTo] = /^(\d{1,15}) (\d{1,15})$/.exec(key) ?? [];
  if (after === undefined) throw new RogatoryError('CURSOR_INVALID');
  return { after: Number(after), upTo: Number(upTo) };
}

/** The record of everything, for those who may read all of it; and what anybody needs to check it. */
export const auditRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { store, clock } = deps;

    const note = (tx: Tx, request: FastifyRequest, verb: AuditVerb, body: object) =>
      tx.audit({
        verb,
        act: actOn(request, clock().toISOString()),
        subject: { kind: 'audit', id: 'entries' },
        body,
      });

    app.get(
      '/audit',
      {
        config: { action: 'audit.read', audit: 'AUDIT_READ' },
        schema: {
          tags,
          summary: 'The whole record, oldest first, as it stood when the first page was read',
          querystring: auditQuery,
          response: answers({ 200: pageOf(auditEntryView) }, 'CURSOR_INVALID'),
        },
      },
      async (request) => {
        const { cursor, limit, ...filters } = request.query;
        return store.transaction(async (tx) => {
          const place = cursor === undefined ? null : placeIn(request);
          const { after, upTo } = place ?? { after: 0, upTo: (await treeNow(tx)).size };
          const rows = await auditOf(tx, { ...filterOf(filters), after, upTo, limit });
          const last = rows.at(-1)?.sequence;
          note(tx, request, 'AUDIT_READ', { filters, first: rows[0]?.sequence ?? null, last: last ?? null });
          return { rows, next: writeCursor(request, rows.length < limit ? null : `${last} ${upTo}`) };
        });
      },
    );

    app.get(
      '/audit/export',
      {
        config: { action: 'audit.read', audit: 'AUDIT_EXPORTED' },
        schema: {
          tags,
          summary: 'The record as a file: JSON lines that can be verified, or CSV to look at',
          querystring: exportQuery,
          response: answers({
            200: {
              description: 'The file, from the first entry to the one that records this export.',
              content: { 'application/jsonl': { schema: file }, 'text/csv': { schema: file } },
            },
          }),
        },
      },
      async (request, reply) => {
        const { format, ...filters } = request.query;
        await store.transaction(async (tx) => note(tx, request, 'AUDIT_EXPORTED', { format, filters }));
        const write = format === 'csv' ? exportCsv : exportLines;
        return reply
          .type(format === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/jsonl')
          .header('content-disposition', `attachment; filename="audit.${format}"`)
          .send(Readable.from(write(store.read, filterOf(filters))));
      },
    );

    app.get(
      '/audit/checkpoint',
      {
        config: { action: 'audit.verify', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'The newest signed root of the record: keep it, and hold us to it',
          response: answers({ 200: checkpointView }),
        },
      },
      async () => {
        const kept = seen(await latestCheckpoint(store.read));
        const token = await timeStampOf(store.read, kept.size);
        return {
          ...kept,
          root: readCheckpoint(readNote(kept.note).text).root,
          timeStamp: token && Buffer.from(token).toString('base64'),
          stampedUpTo: await stampedUpTo(store.read),
        };
      },
    );

    app.get(
      '/audit/proofs/inclusion',
      {
        config: { action: 'audit.verify', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Proof that an entry is in the record of this size (RFC 6962)',
          querystring: inclusionQuery,
          response: answers({ 200: inclusionView }, 'AUDIT_SIZE_UNKNOWN'),
        },
      },
      async ({ query }) => proveInclusion(store.read, query.sequence, query.size),
    );

    app.get(
      '/audit/proofs/consistency',
      {
        config: { action: 'audit.verify', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Proof that the record of one size is the beginning of a later one (RFC 6962)',
          querystring: consistencyQuery,
          response: answers({ 200: consistencyView }, 'AUDIT_SIZE_UNKNOWN'),
        },
      },
      async ({ query }) => proveConsistency(store.read, query.from, query.to),
    );
  };
