import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { RogatoryError } from '../../contracts/errors.js';
import { deadlinesOf, timelineOf } from '../../store/index.js';
import { readerOf, seen } from '../acting.js';
import type { AppDeps } from '../deps.js';
import { page, pageOf, readCursor, readInstantCursor, writeCursor, writeInstantCursor } from '../paging.js';
import { answers } from '../problem.js';
import { auditEntryView, deadlineView } from '../schemas/record.js';
import { caseOf, caseParams } from './cases.js';

const tags = ['record'];

/** Sequence number in a cursor. Throws CURSOR_INVALID. */
function sequenceIn(request: FastifyRequest): number {
  const key = readCursor(request);
  if (key === null) return 0;
  if (!/^\d{1,15}$/.test(key)) throw new RogatoryError('CURSOR_INVALID');
  return Number(key);
}

/** What happened and what is due: timeline of a case and deadlines. */
export const recordRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { read } = deps.store;

    app.get(
      '/cases/:caseId/timeline',
      {
        config: { action: 'case.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'What happened to the case, oldest first',
          params: caseParams,
          querystring: page,
          response: answers({ 200: pageOf(auditEntryView) }, 'CURSOR_INVALID'),
        },
      },
      async (request) => {
        const { limit } = request.query;
        const { caseId } = request.params;
        const after = sequenceIn(request);
        const rows = seen(await timelineOf(read, readerOf(request), caseId, { after, limit }));
        return {
          rows,
          next: writeCursor(request, rows.length < limit ? null : String(rows.at(-1)?.sequence)),
        };
      },
    );

    app.get(
      '/cases/:caseId/deadlines',
      {
        config: { action: 'case.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'What is due in the case, nearest first',
          params: caseParams,
          querystring: page,
          response: answers({ 200: pageOf(deadlineView) }, 'CURSOR_INVALID'),
        },
      },
      async (request) => {
        const found = await caseOf(read, request, request.params.caseId);
        return deadlinePage(deps, request, request.query, found.id);
      },
    );

    app.get(
      '/deadlines',
      {
        config: { action: 'case.list', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'What is due in the cases you may see, nearest first',
          querystring: page,
          response: answers({ 200: pageOf(deadlineView) }, 'CURSOR_INVALID'),
        },
      },
      async (request) => deadlinePage(deps, request, request.query),
    );
  };

/** The page of deadlines after a cursor, over one case or over all that the reader may see. */
async function deadlinePage(
  deps: AppDeps,
  request: FastifyRequest,
  { limit }: z.infer<typeof page>,
  caseId?: string,
) {
  const after = readInstantCursor(request);
  const rows = await deadlinesOf(deps.store.read, readerOf(request), {
    limit,
    ...(after ? { after } : {}),
    ...(caseId === undefined ? {} : { caseId }),
  });
  const last = rows.length < limit ? undefined : rows.at(-1);
  return { rows, next: writeInstantCursor(request, last) };
}
