import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { roles } from '../../contracts/codes.js';
import { errorCodes } from '../../contracts/errors.js';
import { refusalOf } from '../../store/index.js';
import { personOf, seen } from '../acting.js';
import type { AppDeps } from '../deps.js';
import { answers } from '../problem.js';

const lack = z.object({
  what: z.string(),
  says: z.string().describe('What would have been needed.'),
  cure: z.string().describe('Who can bring it about.'),
});
const refusalView = z
  .object({
    reference: z.string(),
    at: z.string(),
    method: z.string(),
    address: z.string(),
    action: z.string(),
    code: z.string(),
    title: z.string(),
    lines: z
      .array(
        z.object({
          because: z.string(),
          roles: z.array(z.enum(roles)).readonly(),
          lacks: z.array(lack).readonly(),
        }),
      )
      .readonly()
      .describe('Each line of the matrix that could have allowed it, and what you lacked of it.'),
  })
  .meta({ id: 'Refusal' });

const titleOf = (code: string): string =>
  Object.entries(errorCodes).find(([known]) => known === code)?.[1].title ?? 'Refused';

/** Why one was refused: by the reference that the refusal carried. */
export const refusalRoutes =
  ({ store }: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/refusals/:reference',
      {
        config: { action: 'self.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags: ['people'],
          summary: 'Why you were refused, and who can help; your own refusals only',
          params: z.strictObject({ reference: z.string().max(40) }),
          response: answers({ 200: refusalView }),
        },
      },
      async (request) => {
        const { reference } = request.params;
        const found = seen(await refusalOf(store.read, personOf(request).id, reference));
        return { ...found, reference, title: titleOf(found.code) };
      },
    );
  };
