import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { RogatoryError } from '../../contracts/errors.js';
import { whyNotReached } from '../../contracts/reach.js';
import { endWebhook, registerWebhook, replayWebhook, unitOfWebhook, webhooksOf } from '../../store/index.js';
import type { PersonAct, Tx } from '../../store/index.js';
import { actOn, personOf, seen } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { answers, withBody } from '../problem.js';
import {
  webhookEnded,
  webhookParams,
  webhookRegistered,
  webhookReplayed,
  webhookToEnd,
  webhookToRegister,
  webhookToReplay,
  webhookView,
} from '../schemas/webhook.js';

const tags = ['web-hooks'];

/** Which other systems are told of the events of one's unit (docs/events.md). */
export const webhookRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/webhooks',
      {
        config: { action: 'webhook.list', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Systems that are told of the cases of your unit, and how far they were',
          response: answers({ 200: z.object({ rows: z.array(webhookView).readonly() }) }),
        },
      },
      async (request) => {
        const { unitId } = personOf(request);
        actOn(request, deps.clock().toISOString(), { unitId });
        return { rows: await webhooksOf(deps.store.read, unitId) };
      },
    );

    app.post(
      '/webhooks',
      {
        config: { action: 'webhook.manage', audit: 'WEBHOOK_REGISTERED' },
        schema: {
          tags,
          summary: 'Tell another system of the events of your unit; the secret is shown this once',
          headers: postHeaders,
          body: webhookToRegister,
          response: answers(
            changeStatuses(changed(webhookRegistered)),
            ...withBody,
            'SECOND_FACTOR_NEEDED',
            'WEBHOOK_ADDRESS_REFUSED',
            'WEBHOOK_TOO_MANY',
          ),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { url, reason } = request.body;
          const { unitId } = personOf(request);
          const act = actOn(request, at, { unitId }, reason);
          const why = whyNotReached(deps.door.webhooks, url);
          if (why !== null) throw new RogatoryError('WEBHOOK_ADDRESS_REFUSED', { about: why });
          return { body: await registerWebhook(tx, act, { unitId, url }) };
        }),
    );

    app.post(
      '/webhooks/:webhookId/end',
      {
        config: { action: 'webhook.manage', audit: 'WEBHOOK_ENDED' },
        schema: {
          tags,
          summary: 'Tell a system nothing more',
          headers: postHeaders,
          params: webhookParams,
          body: webhookToEnd,
          response: answers(
            changeStatuses(changed(webhookEnded)),
            ...withBody,
            'SECOND_FACTOR_NEEDED',
            'WEBHOOK_OVER',
          ),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { webhookId } = request.params;
          await endWebhook(tx, await actOnWebhook(tx, request, at), webhookId);
          return { body: { webhookId, endedAt: at } };
        }),
    );

    app.post(
      '/webhooks/:webhookId/replay',
      {
        config: { action: 'webhook.manage', audit: 'WEBHOOK_REPLAYED' },
        schema: {
          tags,
          summary: 'Send again, from an event on; what was taken comes a second time with the same id',
          headers: postHeaders,
          params: webhookParams,
          body: webhookToReplay,
          response: answers(
            changeStatuses(changed(webhookReplayed)),
            ...withBody,
            'SECOND_FACTOR_NEEDED',
            'WEBHOOK_OVER',
            'EVENT_NOT_YET',
          ),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { webhookId: id } = request.params;
          const { from } = request.body;
          await replayWebhook(tx, await actOnWebhook(tx, request, at), { id, from });
          return { body: { webhookId: id, from } };
        }),
    );
  };

type OfWebhook = FastifyRequest<{
  Params: z.infer<typeof webhookParams>;
  Body: z.infer<typeof webhookToEnd>;
}>;

/** A web-hook of another unit does not exist for who asks. */
async function actOnWebhook(
  tx: Tx,
  request: Pick<OfWebhook, 'params' | 'body'> & FastifyRequest,
  at: string,
): Promise<PersonAct> {
  const found = await unitOfWebhook(tx, request.params.webhookId);
  const { unitId } = seen(found?.unitId === personOf(request).unitId ? found : null);
  return actOn(request, at, { unitId }, request.body.reason);
}
