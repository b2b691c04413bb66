import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { endSessionsOf, personById, sessionsOf } from '../../store/index.js';
import { actOn, personOf, seen } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { takeSecret } from '../identity/cookies.js';
import { answers, withBody } from '../problem.js';

const tags = ['session'];
const reason = z.string().trim().min(3).max(2000);
const ended = z
  .object({ ended: z.int().describe('Number of sessions that were ended.') })
  .meta({ id: 'SessionsEnded' });
const sessionView = z
  .object({
    id: z.string(),
    startedAt: z.string(),
    seenAt: z.string(),
    endsAt: z.string(),
    factor: z.string().nullable().describe('The claim that showed a second factor.'),
    current: z.boolean(),
  })
  .meta({ id: 'Session' });

/** Sessions: seeing one's own, ending one's own, ending somebody's. */
export const sessionsRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { store, clock, identity } = deps;

    app.get(
      '/people/me/sessions',
      {
        config: { action: 'self.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Where you are signed in',
          response: answers({ 200: z.object({ rows: z.array(sessionView).readonly() }) }),
        },
      },
      async (request) => {
        const rows = await sessionsOf(store.read, personOf(request).id, clock().toISOString());
        return { rows: rows.map((row) => ({ ...row, current: row.id === request.session?.sessionId })) };
      },
    );

    app.delete(
      '/session',
      {
        config: { action: 'self.signOut', audit: 'SESSION_ENDED' },
        schema: { tags, summary: 'Sign out here', response: answers({ 200: ended }, 'OTHER_SITE') },
      },
      async (request, reply) => {
        const act = actOn(request, clock().toISOString());
        const sessionId = request.session?.sessionId;
        if (identity) takeSecret(reply, 'session', identity.secure);
        if (!sessionId) return { ended: 0 };
        const one = { personId: act.actor.personId, sessionId, why: 'SIGNED_OUT' } as const;
        return { ended: await store.transaction((tx) => endSessionsOf(tx, act, one)) };
      },
    );

    app.post(
      '/people/me/sign-out',
      {
        config: { action: 'self.signOut', audit: 'SESSION_ENDED' },
        schema: {
          tags,
          summary: 'Sign out everywhere',
          headers: postHeaders,
          response: answers(changeStatuses(changed(ended)), ...withBody, 'OTHER_SITE'),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const act = actOn(request, at);
          const all = { personId: act.actor.personId, why: 'SIGNED_OUT' } as const;
          return { body: { ended: await endSessionsOf(tx, act, all) } };
        }),
    );

    app.post(
      '/people/:personId/sign-out',
      {
        config: { action: 'people.signOut', audit: 'SESSION_ENDED' },
        schema: {
          tags,
          summary: 'End every session of a person',
          headers: postHeaders,
          params: z.strictObject({ personId: z.string().max(80) }),
          body: z.strictObject({ reason }).meta({ id: 'SignOut' }),
          response: answers(changeStatuses(changed(ended)), ...withBody, 'OTHER_SITE'),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { id: personId, unitId } = seen(await personById(tx, request.params.personId));
          const act = actOn(request, at, { unitId }, request.body.reason);
          return { body: { ended: await endSessionsOf(tx, act, { personId, why: 'REVOKED' }) } };
        }),
    );
  };
