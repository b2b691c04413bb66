import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { engineStandings, routeFamilies, routeStates } from '../../contracts/codes.js';
import { countOpenRoutes, heldStart, openRoutes, releaseHeldStart } from '../../store/index.js';
import { actOn, readerOf } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { page, pageOf, readCursor, writeCursor } from '../paging.js';
import { answers, withBody } from '../problem.js';

const tags = ['holds'];
const number = z.int().nullable();
const held = z
  .object({
    id: z.string(),
    inStore: number.describe('The number that the store carried; null where it carried none.'),
    inEngine: number.describe('The number that the workflow engine carried.'),
    foundAt: z.string(),
  })
  .meta({ id: 'HeldStart' });
const compared = z
  .object({
    routeId: z.string(),
    caseId: z.string(),
    family: z.enum(routeFamilies),
    state: z.enum(routeStates).describe('Where the store has it.'),
    since: z.string(),
    nextClockEnds: z.string().nullable().describe('When the first of its running clocks ends, or ended.'),
    engine: z.enum(engineStandings).describe('What the workflow engine says of it.'),
  })
  .meta({ id: 'RouteCompared' });

/** A start at which store and engine were not of one time: nothing moves until a person has compared and released it. */
export const heldStartRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { read } = deps.store;

    app.get(
      '/held-start',
      {
        config: { action: 'start.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Whether the start is held, and how many requests are open',
          response: answers({ 200: z.object({ held: held.nullable(), openRoutes: z.int() }) }),
        },
      },
      async () => ({ held: await heldStart(read), openRoutes: await countOpenRoutes(read) }),
    );

    app.get(
      '/held-start/routes',
      {
        config: { action: 'start.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Open requests of the cases you may see: what is on file beside what the engine says',
          querystring: page,
          response: answers({ 200: pageOf(compared) }, 'CURSOR_INVALID', 'ENGINE_UNREACHABLE'),
        },
      },
      async (request) => {
        const { limit } = request.query;
        const after = readCursor(request);
        const of = { limit, reader: readerOf(request), ...(after === null ? {} : { after }) };
        const rows = await openRoutes(read, of);
        const standings = await deps.engine.standing(rows.map(({ workflowId }) => workflowId));
        const next = writeCursor(request, rows.length < limit ? null : (rows.at(-1)?.routeId ?? null));
        return {
          rows: rows.map((row, index) => ({ ...row, engine: standings[index] ?? 'MISSING' })),
          next,
        };
      },
    );

    app.post(
      '/held-start/release',
      {
        config: { action: 'start.release', audit: 'START_RELEASED' },
        schema: {
          tags,
          summary:
            'Let a held start go on, after comparing what is on file with the letters that really left',
          headers: postHeaders,
          body: z
            .strictObject({
              reason: z.string().trim().min(10).max(4000).describe('What was compared, and what was found.'),
            })
            .meta({ id: 'StartToRelease' }),
          response: answers(changeStatuses(changed(held)), ...withBody, 'ROUTE_STATE'),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => ({
          body: await releaseHeldStart(tx, { ...actOn(request, at), reason: request.body.reason }),
        })),
    );
  };
