import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { gapEnds, mayEndGap } from '../../contracts/gaps.js';
import { endGap, gapForReader } from '../../store/index.js';
import { actOn, readerOf, seen } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { answers, withBody } from '../problem.js';
import { mark } from '../schemas/mark.js';
import { marked } from '../views.js';
import { routeOf, subjectOf } from './routes.js';

const body = z
  .strictObject({
    how: z
      .enum(gapEnds)
      .describe('CAME: it is in after all. ELSEWHERE: another route asks. GIVEN_UP: not needed.'),
    otherRouteId: z.string().max(40).optional().describe('The route that asks for it; only with ELSEWHERE.'),
    reason: z.string().trim().min(10).max(4000),
  })
  .refine((end) => (end.how === 'ELSEWHERE') === (end.otherRouteId !== undefined), {
    path: ['otherRouteId'],
    error: 'with ELSEWHERE, and only there',
  })
  .meta({ id: 'GapToEnd' });
const ended = z
  .object({ mark, gapId: z.string(), routeId: z.string(), how: z.enum(gapEnds) })
  .meta({ id: 'GapEnded' });

/** Gaps that a part of an answer left: each is closed by a person, one by one (rule P10). */
export const gapRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/gaps/:gapId/end',
      {
        config: { action: 'gap.close', audit: 'GAP_CLOSED' },
        schema: {
          tags: ['routes'],
          summary: 'Close a gap: it came after all, another route asks for it, or the office does without',
          headers: postHeaders,
          params: z.strictObject({ gapId: z.string().max(40) }),
          body,
          response: answers(changeStatuses(changed(ended)), ...withBody, 'ROUTE_STATE'),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { gapId } = request.params;
          const { how, otherRouteId, reason } = request.body;
          const { routeId } = seen(await gapForReader(tx, readerOf(request), gapId));
          const route = await routeOf(tx, request, routeId);
          const subject = { ...subjectOf(route), namedRoles: mayEndGap[how] };
          const act = { ...actOn(request, at, subject), reason };
          await endGap(tx, act, {
            routeId,
            gapId,
            how,
            ...(otherRouteId === undefined ? {} : { otherRouteId }),
          });
          return { body: marked(deps, { gapId, routeId, how }), relays: [] };
        }),
    );
  };
