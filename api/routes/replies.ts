import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { replyOutcomes } from '../../contracts/codes.js';
import { refusalReasons, refusing } from '../../contracts/refusals.js';
import { instant } from '../../contracts/instants.js';
import { asideChoices } from '../../contracts/set-aside.js';
import { asideForReader, asidesWaiting, decideSetAside, recordReply } from '../../store/index.js';
import { actOn, readerOf, seen } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { page, pageOf, readCursor, writeCursor } from '../paging.js';
import { answers, withBody } from '../problem.js';
import { missingPart } from '../schemas/gaps.js';
import { mark } from '../schemas/mark.js';
import { aside, asideWaiting } from '../schemas/set-aside.js';
import { marked } from '../views.js';
import { refuseFuture, utc } from './correspondence.js';
import { routeOf, routeParams, subjectOf } from './routes.js';

const tags = ['routes'];
const words = z.string().trim().min(1).max(2000);
const replyBody = z
  .strictObject({
    outcome: z.enum(replyOutcomes),
    receivedAt: instant,
    reference: words,
    means: words.optional().describe('How it arrived: portal, mail, courier.'),
    contentSha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional()
      .describe('Of the letter or file itself: the same one that comes by another way is then known.'),
    says: z.string().trim().max(4000).optional(),
    preservedFrom: instant.optional(),
    preservedUntil: instant.optional(),
    refusal: z
      .enum(refusalReasons)
      .optional()
      .describe('Why it says no: by this code the next route is proposed when the request is converted.'),
    noticeAt: instant.optional().describe('When the provider will tell the user, as it announced.'),
    came: z
      .array(z.string().min(1).max(40))
      .max(200)
      .optional()
      .describe(
        'Items that are in with it, whole. After a part, an answer names each item whose gap it closes.',
      ),
    missing: z
      .array(missingPart)
      .min(1)
      .max(400)
      .optional()
      .describe('Of a part: what it lacks. Each item stands here or under `came`.'),
  })
  .refine((reply) => (reply.outcome === 'PARTIAL') === (reply.missing !== undefined), {
    path: ['missing'],
    error: 'with PARTIAL, and only there',
  })
  .refine((reply) => ['PARTIAL', 'ANSWERED'].includes(reply.outcome) || reply.came === undefined, {
    path: ['came'],
    error: 'only with PARTIAL and ANSWERED',
  })
  .refine((reply) => reply.outcome === 'PRESERVED' || reply.preservedUntil === undefined, {
    path: ['preservedUntil'],
    error: 'only with the outcome PRESERVED',
  })
  .refine((reply) => reply.outcome === 'NOTICE_ANNOUNCED' || reply.noticeAt === undefined, {
    path: ['noticeAt'],
    error: 'only with the outcome NOTICE_ANNOUNCED',
  })
  .refine((reply) => refusing.includes(reply.outcome) || reply.refusal === undefined, {
    path: ['refusal'],
    error: `only with ${refusing.join(', ')}`,
  })
  .meta({ id: 'ReplyToRecord' });
const recorded = z
  .object({
    mark,
    id: z.string(),
    routeId: z.string(),
    at: z.string(),
    setAside: aside.nullable().describe('Why it did not go on to its route; `null` when it did.'),
  })
  .meta({ id: 'ReplyRecorded' });
const decision = z
  .strictObject({ choice: z.enum(asideChoices), reason: z.string().trim().min(10).max(4000) })
  .meta({ id: 'SetAsideToDecide' });
const decided = z.object({ replyId: z.string(), routeId: z.string() }).meta({ id: 'SetAsideDecided' });

/** Answers, and what becomes of those that come late or twice (C.16). */
export const replyRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/routes/:routeId/replies',
      {
        config: { action: 'reply.record', audit: 'REPLY_RECORDED' },
        schema: {
          tags,
          summary: 'Record an answer; one that comes late or twice is set aside, and nothing is lost',
          headers: postHeaders,
          params: routeParams,
          body: replyBody,
          response: answers(
            changeStatuses(changed(recorded)),
            ...withBody,
            'ROUTE_STATE',
            'DISPATCH_IN_FUTURE',
            'REPLY_ITEMS',
          ),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const route = await routeOf(tx, request, request.params.routeId);
          const act = actOn(request, at, subjectOf(route));
          const said = inUtc(request.body);
          refuseFuture(said.receivedAt, at);
          const { replyId: id, relay, aside } = await recordReply(tx, act, { ...said, routeId: route.id });
          const body = marked(deps, { id, routeId: route.id, at, setAside: aside });
          return { body, relays: relay ? [relay] : [] };
        }),
    );

    app.get(
      '/replies/set-aside',
      {
        config: { action: 'case.list', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Answers that wait for a supervisor: they came late, or may have come before',
          querystring: page,
          response: answers({ 200: pageOf(asideWaiting) }, 'CURSOR_INVALID'),
        },
      },
      async (request) => {
        const { limit } = request.query;
        const after = readCursor(request);
        const rows = await asidesWaiting(deps.store.read, readerOf(request), {
          limit,
          ...(after === null ? {} : { after }),
        });
        const last = rows.length < limit ? null : (rows.at(-1)?.replyId ?? null);
        return { rows, next: writeCursor(request, last) };
      },
    );

    app.post(
      '/replies/:replyId/decision',
      {
        config: { action: 'reply.decide', audit: 'SET_ASIDE_DECIDED' },
        schema: {
          tags,
          summary: 'Decide on an answer that was set aside: open its route again, or leave it where it lies',
          headers: postHeaders,
          params: z.strictObject({ replyId: z.string().max(40) }),
          body: decision,
          response: answers(
            changeStatuses(changed(decided)),
            ...withBody,
            'ROUTE_STATE',
            'DECISION_SECOND_SAME',
          ),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { replyId } = request.params;
          const { choice, reason } = request.body;
          const { routeId } = seen(await asideForReader(tx, readerOf(request), replyId));
          const route = await routeOf(tx, request, routeId);
          const act = { ...actOn(request, at, subjectOf(route)), reason };
          const { relay } = await decideSetAside(tx, act, { replyId, choice });
          return { body: { replyId, routeId }, relays: relay ? [relay] : [] };
        }),
    );
  };

/** The reply with its instants in UTC and without the fields that were not sent. */
function inUtc({
  says,
  preservedFrom,
  preservedUntil,
  noticeAt,
  means,
  contentSha256,
  refusal,
  came,
  missing,
  receivedAt,
  ...reply
}: z.infer<typeof replyBody>) {
  return {
    ...reply,
    receivedAt: utc(receivedAt),
    ...(refusal === undefined ? {} : { refusal }),
    ...(came === undefined ? {} : { came }),
    ...(missing === undefined ? {} : { missing }),
    ...(means === undefined ? {} : { means }),
    ...(contentSha256 === undefined ? {} : { contentSha256 }),
    ...(says === undefined ? {} : { says }),
    ...(preservedFrom === undefined ? {} : { preservedFrom: utc(preservedFrom) }),
    ...(preservedUntil === undefined ? {} : { preservedUntil: utc(preservedUntil) }),
    ...(noticeAt === undefined ? {} : { noticeAt: utc(noticeAt) }),
  };
}
