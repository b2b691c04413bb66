import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { errorCodes, RogatoryError } from '../../contracts/errors.js';
import { relayBacklog } from '../../store/index.js';
import type { AppDeps } from '../deps.js';
import { answers } from '../problem.js';

const health = z
  .object({
    status: z.literal('ok'),
    mode: z.enum(['embedded', 'site']),
    notice: z.string().nullable(),
    version: z.string(),
    store: z.enum(['pglite', 'postgres']),
    ruleSetDigest: z.string(),
    relay: z.object({ waiting: z.int(), oldest: z.string().nullable() }),
  })
  .meta({ id: 'Health' });

const problemPage = z
  .object({ code: z.string(), status: z.int(), title: z.string(), says: z.string() })
  .meta({ id: 'ProblemPage' });

/** What anybody may ask: whether the system is well, and what a problem's `type` means. */
export const openRoutes =
  ({ store, ruleSet, mode, version }: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/health',
      {
        schema: {
          tags: ['system'],
          summary: 'Whether the system is well, and whether it is in training',
          security: [],
          response: answers({ 200: health }),
        },
      },
      async () => ({
        status: 'ok' as const,
        mode,
        notice: mode === 'embedded' ? 'TRAINING - NOT A REQUEST: nothing here is sent to anybody.' : null,
        version,
        store: store.engine,
        ruleSetDigest: ruleSet.digest,
        relay: await relayBacklog(store.read),
      }),
    );

    app.get(
      '/problems/:code',
      {
        schema: {
          tags: ['system'],
          summary: 'What a problem’s type means',
          security: [],
          params: z.strictObject({ code: z.string().max(60) }),
          response: answers({ 200: problemPage }),
        },
      },
      async (request) => {
        const found = Object.entries(errorCodes).find(([code]) => code === request.params.code);
        if (!found) throw new RogatoryError('NOT_FOUND');
        const [code, { status, title, says }] = found;
        return { code, status, title, says };
      },
    );
  };
