import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { determinationForReader, determinationsOfCase, saveDetermination } from '../../store/index.js';
import type { StoredDetermination } from '../../store/index.js';
import { actOn, readerOf, seen } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { determineCase } from '../determining.js';
import { postHeaders } from '../headers.js';
import { page, pageOf, readCursor, writeCursor } from '../paging.js';
import { answers, withBody } from '../problem.js';
import { determinationLine, determinationView } from '../schemas/case-file.js';
import { caseOf, caseParams } from './cases.js';

const tags = ['determinations'];
const body = z
  .strictObject({ dryRun: z.boolean().default(false).describe('Nothing is stored and nothing starts.') })
  .meta({ id: 'DeterminationToMake' });

const viewOf = ({ prose, result, ...row }: StoredDetermination) => ({
  ...row,
  text: prose,
  determination: result,
});

/** A dry run reads, and writes nothing at all. */
async function tryOut(deps: AppDeps, request: FastifyRequest<{ Params: { caseId: string } }>) {
  const found = await caseOf(deps.store.read, request, request.params.caseId);
  const { at } = actOn(request, deps.clock().toISOString());
  const { determination, prose: text } = await determineCase(deps, deps.store.read, found);
  return { id: null, caseId: found.id, caseVersion: found.version, cause: 'TRIED', at, text, determination };
}

/** Determinations: what the rules say of the facts as they stand, stored or tried. */
export const determinationRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/cases/:caseId/determinations',
      {
        config: { action: 'determination.make', audit: 'DETERMINATION_MADE' },
        schema: {
          tags,
          summary: 'Run the rules on the case',
          headers: postHeaders,
          params: caseParams,
          body,
          response: answers(
            { 200: determinationView, ...changeStatuses(changed(determinationView)) },
            ...withBody,
            'DETERMINATION_REFUSED',
            'CASE_TOO_LARGE',
          ),
        },
      },
      async (request, reply) => {
        if (request.body.dryRun) return reply.code(200).send(await tryOut(deps, request));
        return change(deps, request, reply, async (tx, at) => {
          const found = await caseOf(tx, request, request.params.caseId);
          const act = actOn(request, at);
          const determined = await determineCase(deps, tx, found);
          const about = { caseId: found.id, caseVersion: found.version, cause: 'ASKED' } as const;
          const saved = await saveDetermination(tx, act, { ...about, ...determined });
          return { body: determinationView.parse(viewOf(saved)) };
        });
      },
    );

    app.get(
      '/cases/:caseId/determinations',
      {
        config: { action: 'case.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Determinations of a case, newest first',
          params: caseParams,
          querystring: page,
          response: answers({ 200: pageOf(determinationLine) }, 'CURSOR_INVALID'),
        },
      },
      async (request) => {
        const { cursor, limit } = request.query;
        const found = await caseOf(deps.store.read, request, request.params.caseId);
        const list = `determinations ${found.id}`;
        const after = readCursor(list, cursor);
        const rows = await determinationsOfCase(deps.store.read, found.id, {
          limit,
          ...(after === null ? {} : { after }),
        });
        return { rows, next: writeCursor(list, rows.length < limit ? null : (rows.at(-1)?.id ?? null)) };
      },
    );

    app.get(
      '/determinations/:determinationId',
      {
        config: { action: 'case.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'One determination, whole',
          params: z.strictObject({ determinationId: z.string().max(40) }),
          response: answers({ 200: determinationView }),
        },
      },
      async (request) => {
        const { determinationId } = request.params;
        return viewOf(
          seen(await determinationForReader(deps.store.read, readerOf(request), determinationId)),
        );
      },
    );
  };
