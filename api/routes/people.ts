import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { personOf } from '../acting.js';
import type { AppDeps } from '../deps.js';
import { answers } from '../problem.js';
import { personView } from '../schemas/case-file.js';

/** Who one is here. */
export const peopleRoutes =
  (_deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/people/me',
      {
        config: { action: 'self.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags: ['people'],
          summary: 'You, with your unit and roles',
          response: answers({ 200: personView }),
        },
      },
      async (request) => personOf(request),
    );
  };
