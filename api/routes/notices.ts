import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { roles } from '../../contracts/codes.js';
import { noticeKinds } from '../../contracts/notices.js';
import { acknowledgeNotice, noticesOf, unsentMails } from '../../store/index.js';
import { actOn, personOf } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { page, pageOf, readCursor, writeCursor } from '../paging.js';
import { answers, withBody } from '../problem.js';

const tags = ['notices'];
const noticeView = z
  .object({
    id: z.string(),
    what: z.enum(noticeKinds),
    caseReference: z.string(),
    routeId: z.string(),
    role: z.enum(roles).describe('As what you were told.'),
    why: z.enum(['ON_DUTY', 'STANDS_IN', 'HOLDS_THE_ROLE']).describe('Why it was you.'),
    dueAt: z.string(),
    toldAt: z.string(),
    climbsAt: z.string().nullable().describe('When the next person is told, unless somebody takes note.'),
    settledAt: z.string().nullable(),
    settledHow: z
      .enum(['ACKNOWLEDGED', 'ACTED'])
      .nullable()
      .describe('`ACTED`: somebody signed, replied or reported, which takes note of it too.'),
  })
  .meta({ id: 'Notice' });
const acknowledged = z
  .object({ noticeId: z.string(), acknowledgedAt: z.string() })
  .meta({ id: 'NoticeAcknowledged' });
const unsentView = z
  .object({
    id: z.string(),
    personId: z.string(),
    createdAt: z.string(),
    attempts: z.int(),
    fault: z.string().nullable().describe('`NO_ADDRESS`, or what the mail server said, as a code.'),
    tryAt: z.string().describe('When it is tried again.'),
  })
  .meta({ id: 'UnsentMail' });

/** What people were told, taking note of it, and the mails that did not leave. */
export const noticeRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/notices',
      {
        config: { action: 'notice.list', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'What you were told, newest first',
          querystring: page.extend({
            state: z.enum(['open', 'all']).default('open').describe('`open`: nobody has taken note of it.'),
          }),
          response: answers({ 200: pageOf(noticeView) }, 'CURSOR_INVALID'),
        },
      },
      async (request) => {
        const { limit, state } = request.query;
        const after = readCursor(request);
        const rows = await noticesOf(deps.store.read, personOf(request).id, {
          limit,
          open: state === 'open',
          ...(after === null ? {} : { after }),
        });
        return { rows, next: writeCursor(request, rows.length < limit ? null : (rows.at(-1)?.id ?? null)) };
      },
    );

    app.post(
      '/notices/:noticeId/acknowledgement',
      {
        config: { action: 'notice.acknowledge', audit: 'NOTICE_ACKNOWLEDGED' },
        schema: {
          tags,
          summary: 'Take note of something you were told; it climbs no further',
          headers: postHeaders,
          params: z.strictObject({ noticeId: z.string().max(40) }),
          response: answers(changeStatuses(changed(acknowledged)), ...withBody, 'ROUTE_STATE'),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { noticeId } = request.params;
          await acknowledgeNotice(tx, actOn(request, at), noticeId);
          return { body: { noticeId, acknowledgedAt: at } };
        }),
    );

    app.get(
      '/mails/unsent',
      {
        config: { action: 'mail.unsent', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Mails that did not leave, to people of your unit; of every unit for an administrator',
          querystring: page,
          response: answers({ 200: pageOf(unsentView) }, 'CURSOR_INVALID'),
        },
      },
      async (request) => {
        const { limit } = request.query;
        const { actor } = actOn(request, deps.clock().toISOString());
        const after = readCursor(request);
        const { unitId } = personOf(request);
        const rows = await unsentMails(deps.store.read, {
          limit,
          ...(actor.role === 'ADMINISTRATOR' ? {} : { unitId }),
          ...(after === null ? {} : { after }),
        });
        return { rows, next: writeCursor(request, rows.length < limit ? null : (rows.at(-1)?.id ?? null)) };
      },
    );
  };
