import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { RogatoryError } from '../../contracts/errors.js';
import { day } from '../../contracts/instants.js';
import { languages } from '../../rules/engine/index.js';
import { determinationForReader, determinationsOfCase } from '../../store/index.js';
import { actOn, readerOf, seen } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { shownOf, viewOf } from '../determination-view.js';
import { determineCase } from '../determining.js';
import type { OtherDays } from '../determining.js';
import { postHeaders } from '../headers.js';
import { keepDetermination } from '../keeping.js';
import { page, pageOf, readCursor, writeCursor } from '../paging.js';
import { answers, withBody } from '../problem.js';
import { determinationLine, determinationView } from '../schemas/case-file.js';
import { caseOf, caseParams } from './cases.js';

const tags = ['determinations'];
const body = z
  .strictObject({
    dryRun: z.boolean().default(false).describe('Nothing is stored and nothing starts.'),
    at: day.optional().describe('By the law in force on this day; only with `dryRun`.'),
    known: day
      .optional()
      .describe(
        'With the facts and register entries known by the end of this day in UTC; only with `dryRun`.',
      ),
  })
  .superRefine(({ dryRun, at, known }, context) => {
    for (const [key, value] of Object.entries({ at, known }))
      if (value !== undefined && !dryRun)
        context.addIssue({
          code: 'custom',
          path: [key],
          message: 'Another day is tried out only: send dryRun true.',
        });
  })
  .meta({ id: 'DeterminationToMake' });

const asked = z.strictObject({
  items: z
    .string()
    .max(2000)
    .transform((written) => written.split(','))
    .optional()
    .describe(
      'In a case of more than 20 items: those whose conditions stand in `explanation`, separated by commas, at most 20. Without it the first 20.',
    ),
  lang: z
    .enum(languages)
    .optional()
    .describe(
      'Language of `text`. Without it the text as it was stored; translations are drafts and say so.',
    ),
});

type ToTry = FastifyRequest<{
  Params: { caseId: string };
  Body: OtherDays;
  Querystring: z.infer<typeof asked>;
}>;

/** A dry run reads, and writes nothing at all. */
async function tryOut(deps: AppDeps, request: ToTry) {
  const found = await caseOf(deps.store.read, request, request.params.caseId);
  const { at } = actOn(request, deps.clock().toISOString());
  refuseUnknowable(request.body.known, found.openedAt.slice(0, 10), at.slice(0, 10));
  const made = await determineCase(deps, deps.store.read, found, request.body);
  const shown = await shownOf(deps, deps.store.read, made, request.query);
  const about = { id: null, caseId: found.id, caseVersion: found.version, cause: 'TRIED', at };
  return { ...about, ...shown };
}

/** Before the case was opened nothing was known of it; what comes after today nobody knows yet. */
function refuseUnknowable(known: string | undefined, opened: string, today: string): void {
  if (known === undefined || (known >= opened && known <= today)) return;
  const detail = `A day from the opening of the case, ${opened}, to today, ${today}.`;
  throw new RogatoryError('BODY_INVALID', { faults: [{ pointer: '/known', detail }] });
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
          querystring: asked,
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
          const saved = await keepDetermination(deps, tx, act, { ...about, ...determined });
          return { body: determinationView.parse(await viewOf(deps, tx, saved, request.query)) };
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
        const { limit } = request.query;
        const found = await caseOf(deps.store.read, request, request.params.caseId);
        const after = readCursor(request);
        const rows = await determinationsOfCase(deps.store.read, found.id, {
          limit,
          ...(after === null ? {} : { after }),
        });
        return { rows, next: writeCursor(request, rows.length < limit ? null : (rows.at(-1)?.id ?? null)) };
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
          querystring: asked,
          response: answers({ 200: determinationView }),
        },
      },
      async (request) => {
        const { determinationId } = request.params;
        const { read } = deps.store;
        const found = seen(await determinationForReader(read, readerOf(request), determinationId));
        return viewOf(deps, read, found, request.query);
      },
    );
  };
