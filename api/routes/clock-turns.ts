import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { instant } from '../../contracts/instants.js';
import { pauseClock, resumeClock } from '../../store/index.js';
import { actOn, personOf } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { answers, withBody } from '../problem.js';
import { routeOf, subjectOf } from './routes.js';

const tags = ['deadlines'];
const params = z.strictObject({ routeId: z.string().max(40), clockId: z.string().max(40) });
const reason = z.string().trim().min(3).max(2000);
const pause = z
  .strictObject({
    reason,
    until: instant.describe('When it goes on by itself, with the time it had left.'),
    ownerId: z.string().max(80).optional().describe('Who looks after it meanwhile; you, unless said.'),
  })
  .meta({ id: 'ClockToPause' });
const resume = z.strictObject({ reason }).meta({ id: 'ClockToResume' });
const turned = z.object({ id: z.string() }).meta({ id: 'ClockTurn' });

/** Periods of the office that stand still and go on; those of law and of a provider run on whatever the office does. */
export const clockTurnRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/routes/:routeId/clocks/:clockId/pause',
      {
        config: { action: 'clock.turn', audit: 'CLOCK_PAUSED' },
        schema: {
          tags,
          summary: 'Let a period of the office stand still until a day',
          headers: postHeaders,
          params,
          body: pause,
          response: answers(
            changeStatuses(changed(turned)),
            ...withBody,
            'CLOCK_OF_LAW',
            'CLOCK_NOT_RUNNING',
            'CLOCK_PAUSE_REFUSED',
          ),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { routeId, clockId } = request.params;
          const { reason: why, until, ownerId = personOf(request).id } = request.body;
          const act = actOn(request, at, subjectOf(await routeOf(tx, request, routeId)), why);
          const { turnId, relay } = await pauseClock(tx, act, {
            routeId,
            clockId,
            reason: why,
            until,
            ownerId,
          });
          return { body: { id: turnId }, relays: [relay] };
        }),
    );

    app.post(
      '/routes/:routeId/clocks/:clockId/resume',
      {
        config: { action: 'clock.turn', audit: 'CLOCK_RESUMED' },
        schema: {
          tags,
          summary: 'Let a period of the office go on with the time it had left',
          headers: postHeaders,
          params,
          body: resume,
          response: answers(changeStatuses(changed(turned)), ...withBody, 'CLOCK_NOT_PAUSED'),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { routeId, clockId } = request.params;
          const { reason: why } = request.body;
          const act = actOn(request, at, subjectOf(await routeOf(tx, request, routeId)), why);
          const { turnId, relay } = await resumeClock(tx, act, { routeId, clockId, reason: why });
          return { body: { id: turnId }, relays: [relay] };
        }),
    );
  };
