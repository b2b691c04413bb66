import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { sensitiveKinds } from '../../contracts/access.js';
import { roles } from '../../contracts/codes.js';
import {
  endMark,
  evidenceForReader,
  markForReader,
  marksOfCase,
  markSensitive,
  readsOfCase,
} from '../../store/index.js';
import { actOn, readerOf, seen } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { page, pageOf, readCursor, writeCursor } from '../paging.js';
import { answers, withBody } from '../problem.js';
import { caseOf, caseParams } from './cases.js';

const tags = ['sensitive material'];
const reason = z.string().trim().min(3).max(2000);
const markBody = z
  .strictObject({
    kind: z.enum(sensitiveKinds),
    evidenceId: z.string().max(40).optional().describe('One file; without it the whole case is marked.'),
    reason,
  })
  .meta({ id: 'MarkToSet' });
const marked = z.object({ markId: z.string(), caseId: z.string() }).meta({ id: 'MarkSet' });
const unmarked = z.object({ markId: z.string(), endedAt: z.string() }).meta({ id: 'MarkEnded' });
const markView = z
  .object({
    id: z.string(),
    caseId: z.string(),
    evidenceId: z.string().nullable(),
    kind: z.enum(sensitiveKinds),
    reason: z.string(),
    byPerson: z.string(),
    role: z.enum(roles),
    at: z.string(),
    endedAt: z.string().nullable(),
  })
  .meta({ id: 'Mark' });
const readView = z
  .object({
    id: z.string(),
    personId: z.string(),
    at: z.string(),
    action: z.string(),
    address: z.string(),
    thing: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'ReadOfCase' });

/** Marks on material that opens only to who says why, and who read the case. */
export const markRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { read } = deps.store;

    app.post(
      '/cases/:caseId/marks',
      {
        config: { action: 'mark.set', audit: 'SENSITIVE_MARKED' },
        schema: {
          tags,
          summary: 'Mark a file or the case: from then on it opens only to who says why',
          headers: postHeaders,
          params: caseParams,
          body: markBody,
          response: answers(changeStatuses(changed(marked)), ...withBody),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { kind, evidenceId, reason: why } = request.body;
          const found = await caseOf(tx, request, request.params.caseId);
          const act = { ...actOn(request, at, {}, why), reason: why };
          const file =
            evidenceId === undefined ? null : await evidenceForReader(tx, readerOf(request), evidenceId);
          if (evidenceId !== undefined && file?.caseId !== found.id) seen(null);
          const input = { caseId: found.id, kind, evidenceId: file?.id ?? null };
          const { markId } = await markSensitive(tx, act, input);
          return { body: { markId, caseId: found.id } };
        }),
    );

    app.get(
      '/cases/:caseId/marks',
      {
        config: { action: 'case.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Marks of a case and its files, with those that were taken off',
          params: caseParams,
          response: answers({ 200: z.object({ rows: z.array(markView).readonly() }) }),
        },
      },
      async (request) => {
        const found = await caseOf(read, request, request.params.caseId);
        return { rows: await marksOfCase(read, found.id) };
      },
    );

    app.post(
      '/marks/:markId/end',
      {
        config: { action: 'mark.end', audit: 'SENSITIVE_UNMARKED' },
        schema: {
          tags,
          summary: 'Take a mark off',
          headers: postHeaders,
          params: z.strictObject({ markId: z.string().max(40) }),
          body: z.strictObject({ reason }),
          response: answers(changeStatuses(changed(unmarked)), ...withBody, 'ROUTE_STATE'),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { reason: why } = request.body;
          const found = seen(await markForReader(tx, readerOf(request), request.params.markId));
          const { unitId } = await caseOf(tx, request, found.caseId);
          await endMark(tx, { ...actOn(request, at, { unitId }, why), reason: why }, { markId: found.id });
          return { body: { markId: found.id, endedAt: at } };
        }),
    );

    app.get(
      '/cases/:caseId/reads',
      {
        config: { action: 'read.list', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Who read the case, newest first',
          params: caseParams,
          querystring: page,
          response: answers({ 200: pageOf(readView) }, 'CURSOR_INVALID'),
        },
      },
      async (request) => {
        const { limit } = request.query;
        const found = await caseOf(read, request, request.params.caseId);
        const after = readCursor(request);
        const rows = await readsOfCase(read, found.id, { limit, ...(after === null ? {} : { after }) });
        return { rows, next: writeCursor(request, rows.length < limit ? null : (rows.at(-1)?.id ?? null)) };
      },
    );
  };
