import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { documentForms } from '../../contracts/codes.js';
import { paragraphsOf } from '../../contracts/letter.js';
import {
  commentsOfRoute,
  documentById,
  documentFile,
  documentForReader,
  returnedBefore,
} from '../../store/index.js';
import type { DraftRow, Reading } from '../../store/index.js';
import { actOn, readerOf, seen } from '../acting.js';
import type { AppDeps } from '../deps.js';
import { etagOfDigest } from '../headers.js';
import { paragraphChanges } from '../paragraph-changes.js';
import { answers } from '../problem.js';
import { paragraphsView } from '../schemas/paragraphs.js';
import { documentView } from '../schemas/route.js';
import { marked } from '../views.js';

const tags = ['documents'];
const documentParams = z.strictObject({ documentId: z.string().max(40) });
const fileParams = documentParams.extend({ form: z.enum(documentForms) });
const pdf = z.custom<Uint8Array>().meta({ type: 'string', format: 'binary' });

/** Documents: what was drafted, as data and as the PDF that would leave. */
export const documentRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { store, clock } = deps;

    app.get(
      '/documents/:documentId',
      {
        config: { action: 'document.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'One version of a draft; its ETag is the digest that an approval binds',
          params: documentParams,
          response: answers({ 200: documentView }),
        },
      },
      async (request, reply) => {
        const found = seen(await documentForReader(store.read, readerOf(request), request.params.documentId));
        void reply.header('etag', etagOfDigest(found.digest));
        return marked(deps, documentView.parse(found));
      },
    );

    app.get(
      '/documents/:documentId/paragraphs',
      {
        config: { action: 'document.read', audit: 'DOCUMENT_READ' },
        schema: {
          tags,
          summary:
            'The draft by paragraph, with what changed since it was returned and what was said of each',
          params: documentParams,
          response: answers({ 200: paragraphsView }),
        },
      },
      async (request, reply) => {
        const found = seen(await documentForReader(store.read, readerOf(request), request.params.documentId));
        const act = actOn(request, clock().toISOString());
        const { id, caseId, digest } = found;
        await store.transaction(async (tx) =>
          tx.audit({
            verb: 'DOCUMENT_READ',
            act,
            subject: { kind: 'document', id },
            caseId,
            newDigest: digest,
            body: { as: 'paragraphs' },
          }),
        );
        void reply.header('etag', etagOfDigest(digest));
        return marked(deps, await sinceReturned(store.read, found));
      },
    );

    app.get(
      '/documents/:documentId/files/:form',
      {
        config: { action: 'document.read', audit: 'DOCUMENT_READ' },
        schema: {
          tags,
          summary: 'The PDF of one form',
          params: fileParams,
          response: answers({
            200: {
              description: 'The file as it was hashed.',
              content: { 'application/pdf': { schema: pdf } },
            },
          }),
        },
      },
      async (request, reply) => {
        const { documentId, form } = request.params;
        const found = seen(await documentForReader(store.read, readerOf(request), documentId));
        const file = seen(await documentFile(store.read, { documentId, form, mediaType: 'application/pdf' }));
        const act = actOn(request, clock().toISOString());
        const subject = { kind: 'document', id: documentId };
        await store.transaction(async (tx) =>
          tx.audit({
            verb: 'DOCUMENT_READ',
            act,
            subject,
            caseId: found.caseId,
            newDigest: file.sha256,
            body: { form },
          }),
        );
        return reply
          .type('application/pdf')
          .header('etag', etagOfDigest(file.sha256))
          .header('content-disposition', `attachment; filename="${form}-v${found.version}.pdf"`)
          .send(Buffer.from(file.bytes));
      },
    );
  };

/** A draft by paragraph, beside the version that was returned before it and what was said of that one. */
async function sinceReturned(read: Reading, draft: DraftRow) {
  const returned = await returnedBefore(read, draft);
  const older = returned && (await documentById(read, returned.documentId));
  const said = returned ? await commentsOfRoute(read, draft.routeId) : [];
  const comments = said.filter(({ documentId }) => documentId === returned?.documentId);
  const { id: documentId, version, digest } = draft;
  const paragraphs = paragraphChanges(paragraphsOf(draft.fields), older && paragraphsOf(older.fields));
  return {
    ...{ documentId, version, digest, returned },
    restsOnOther: older !== null && older.sliceDigest !== draft.sliceDigest,
    paragraphs: paragraphs.map((one) => ({
      ...one,
      comments: comments.filter(({ paragraph }) => paragraph === one.paragraph),
    })),
  };
}
