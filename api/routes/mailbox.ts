import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { mailLanguages } from '../../contracts/notices.js';
import { isZone } from '../../rules/engine/clocks/index.js';
import { mailboxOf, setMailbox } from '../../store/index.js';
import { actOn, personOf } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { answers, withBody } from '../problem.js';

const tags = ['people'];
const mailbox = z.strictObject({
  address: z
    .email()
    .max(254)
    .nullable()
    .describe('Where you are written to; `null`: nowhere, and mail waits.'),
  language: z.enum(mailLanguages),
  zone: z
    .string()
    .max(60)
    .refine(isZone, { error: 'is no time zone; write for instance Asia/Almaty' })
    .nullable()
    .describe('IANA name of the clock you live by; `null`: that of the State of your unit.'),
  digest: z
    .boolean()
    .describe(
      'One mail a day instead of one for each routine reminder; what presses comes at once all the same.',
    ),
});
const mailboxView = z.object(mailbox.shape).meta({ id: 'Mailbox' });

/** Where, when and in which language one is written to. */
export const mailboxRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/people/me/mailbox',
      {
        config: { action: 'self.mailbox', audit: 'NOTHING_CHANGES' },
        schema: { tags, summary: 'How you are written to', response: answers({ 200: mailboxView }) },
      },
      async (request) => mailboxOf(deps.store.read, personOf(request).id),
    );

    app.post(
      '/people/me/mailbox',
      {
        config: { action: 'self.mailbox', audit: 'MAILBOX_SET' },
        schema: {
          tags,
          summary: 'Say how you are written to',
          headers: postHeaders,
          body: mailbox,
          response: answers(changeStatuses(changed(mailboxView)), ...withBody),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          await setMailbox(tx, actOn(request, at), personOf(request).id, request.body);
          return { body: request.body };
        }),
    );
  };
