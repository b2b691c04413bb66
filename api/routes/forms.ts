import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { actOn } from '../acting.js';
import type { AppDeps } from '../deps.js';
import { answers } from '../problem.js';

const pdf = z.any().meta({ type: 'string', format: 'binary' });

/** Forms to be filled in by hand, to lie ready on paper before the system is down. */
export const formRoutes =
  ({ intake, mode, clock }: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/forms/D-05/blank',
      {
        config: { action: 'form.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags: ['emergencies'],
          summary: 'Blank of the emergency request with the call list of the office, as PDF',
          querystring: z.strictObject({ lang: z.enum(['en', 'ru']).default('en') }),
          response: answers({
            200: { description: 'The blank.', content: { 'application/pdf': { schema: pdf } } },
          }),
        },
      },
      async (request, reply) => {
        actOn(request, clock().toISOString());
        const { lang: language } = request.query;
        const callList = intake.office?.callList ?? null;
        const bytes = intake.blank({ language, training: mode === 'embedded', callList });
        return reply
          .type('application/pdf')
          .header('content-disposition', `attachment; filename="D-05-blank-${language}.pdf"`)
          .send(Buffer.from(bytes));
      },
    );
  };
