import { randomBytes } from 'node:crypto';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { RogatoryError } from '../../contracts/errors.js';
import { deadlinesOf, endCalendarFeed, makeCalendarFeed, personOfFeed } from '../../store/index.js';
import { actOn } from '../acting.js';
import { calendarOf } from '../calendar.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { answers, withBody } from '../problem.js';

const tags = ['deadlines'];
const made = z
  .object({
    url: z
      .string()
      .describe('Shown once. Whoever has it reads your deadlines: give it to your calendar only.'),
  })
  .meta({ id: 'CalendarFeed' });
const ended = z.object({ endedAt: z.string() }).meta({ id: 'CalendarFeedEnded' });
const calendarText = {
  description: 'The deadlines, as text/calendar.',
  content: { 'text/calendar': { schema: z.string() } },
};
const mostEvents = 1000;

/** Deadlines of one person for a calendar program, under a secret address that the person makes and takes away. */
export const calendarRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/calendar',
      {
        config: { action: 'self.calendar', audit: 'CALENDAR_FEED_MADE' },
        schema: {
          tags,
          summary: 'Make a secret address of your deadlines for a calendar program; the one before ends',
          headers: postHeaders,
          response: answers(changeStatuses(changed(made)), ...withBody),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const token = randomBytes(32).toString('base64url');
          await makeCalendarFeed(tx, actOn(request, at), token);
          return { body: { url: `${deps.publicUrl ?? ''}/v1/calendar/${token}.ics` } };
        }),
    );

    app.post(
      '/calendar/end',
      {
        config: { action: 'self.calendar', audit: 'CALENDAR_FEED_ENDED' },
        schema: {
          tags,
          summary: 'End the secret address of your deadlines',
          headers: postHeaders,
          response: answers(changeStatuses(changed(ended)), ...withBody),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          await endCalendarFeed(tx, actOn(request, at));
          return { body: { endedAt: at } };
        }),
    );
  };

/** What the secret address opens, to whoever has it; an unknown one is no address at all. */
export const calendarFeedRoutes =
  ({ store, clock, mode, publicUrl }: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/calendar/:file',
      {
        schema: {
          tags,
          summary: 'The deadlines of the person who made this address, and nothing of what they are about',
          security: [],
          params: z.strictObject({ file: z.string().max(60) }),
          response: answers({ 200: calendarText }, 'RATE_LIMITED', 'NOT_FOUND'),
        },
      },
      async (request, reply) => {
        const token = /^([\w-]{43})\.ics$/.exec(request.params.file)?.[1];
        const person = token === undefined ? null : await personOfFeed(store.read, token);
        if (person === null) throw await app.asStranger(request, new RogatoryError('NOT_FOUND'));
        const reader = { personId: person.id, unitId: person.unitId, roles: person.roles };
        const deadlines = await deadlinesOf(store.read, reader, { limit: mostEvents });
        void reply.header('content-type', 'text/calendar; charset=utf-8').header('cache-control', 'private');
        return reply.send(calendarOf(deadlines, { now: clock(), mode, baseUrl: publicUrl ?? null }));
      },
    );
  };
