import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Action } from '../../authority/index.js';
import { roles, type AuditVerb } from '../../contracts/codes.js';
import { instant } from '../../contracts/instants.js';
import { decisionChoices, type reports, verdicts } from '../../contracts/route-events.js';
import { RogatoryError } from '../../contracts/errors.js';
import type { ErrorCode } from '../../contracts/errors.js';
import { recordDispatch, recordReport, recordReview, recordWithdrawal } from '../../store/index.js';
import type { PersonAct, RelayRow, Tx } from '../../store/index.js';
import { actOn } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import { conversionView, proposeNext } from '../conversion.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { answers, withBody } from '../problem.js';
import { mark } from '../schemas/mark.js';
import { marked } from '../views.js';
import { routeOf, routeParams, subjectOf } from './routes.js';

const words = z.string().trim().min(1).max(2000);
const reason = z.string().trim().min(3).max(2000);

const dispatchBody = z
  .strictObject({
    sentAt: instant.describe('When it was really sent.'),
    means: words.describe('Portal, mail, courier, line.'),
    reference: words.describe('Receipt, tracking or register number.'),
  })
  .meta({ id: 'DispatchToRecord' });
const withdrawalBody = z.strictObject({ reason }).meta({ id: 'WithdrawalToRecord' });
const reviewBody = z
  .strictObject({ verdict: z.enum(verdicts), finding: reason, reference: words })
  .meta({ id: 'ReviewToRecord' });
/** What a person reports here; evidence is received at its own endpoint. */
const reported = [
  'clarification-answered',
  'legal-process-served',
  'letter-sent',
  'need-confirmed',
  'consent-withdrawn',
  'translation-lodged',
  'measures-taken',
] as const satisfies readonly (keyof typeof reports)[];
const reportBody = z
  .strictObject({
    what: z.enum(['decision-taken', ...reported]),
    choice: z
      .enum(decisionChoices)
      .optional()
      .describe('Only with `decision-taken`; what a state offers stands in the terms of the lot.'),
    finding: reason,
    reference: words,
  })
  .refine((report) => report.what === 'decision-taken' || report.choice === undefined, {
    path: ['choice'],
    error: 'only with decision-taken',
  })
  .meta({ id: 'ReportToRecord' });

const recorded = z
  .object({
    mark,
    id: z.string(),
    routeId: z.string(),
    at: z.string(),
    conversion: conversionView.exactOptional().describe('After a decision to convert.'),
    review: z
      .object({
        counts: z
          .enum(verdicts)
          .nullable()
          .describe('Once two have signed: validated only where both say so.'),
        waitsFor: z
          .array(z.enum(roles))
          .readonly()
          .describe('Who has to be the second; empty: whoever may review.'),
      })
      .exactOptional()
      .describe('After a signature of a review.'),
  })
  .meta({ id: 'Recorded' });
type More = Omit<z.input<typeof recorded>, 'mark' | 'id' | 'routeId' | 'at'>;

/** Refuses an instant that has not come yet; clocks start where the sender says, never in the future. */
export function refuseFuture(said: string, at: string): void {
  if (Date.parse(said) > Date.parse(at)) throw new RogatoryError('DISPATCH_IN_FUTURE');
}

/** All four are declared alike: what differs is the action, the verb and the body. */
const declared = <Body extends z.ZodType>(
  action: Action,
  audit: AuditVerb,
  summary: string,
  body: Body,
  ...codes: ErrorCode[]
) => ({
  config: { action, audit },
  schema: {
    tags: ['routes'],
    summary,
    headers: postHeaders,
    params: routeParams,
    body,
    response: answers(changeStatuses(changed(recorded)), ...withBody, 'ROUTE_STATE', ...codes),
  },
});

/** Reads the route as the person may see it, asks the matrix, writes, and says what was recorded. */
const onRoute = (
  deps: AppDeps,
  request: FastifyRequest<{ Params: { routeId: string } }>,
  reply: FastifyReply,
  reason: string | undefined,
  write: (
    tx: Tx,
    act: PersonAct,
    routeId: string,
  ) => Promise<{ id: string; relays: readonly RelayRow[]; more?: More }>,
) =>
  change(deps, request, reply, async (tx, at) => {
    const route = await routeOf(tx, request, request.params.routeId);
    const act = actOn(request, at, subjectOf(route), reason);
    const { id, relays, more = {} } = await write(tx, act, route.id);
    return { body: marked(deps, { id, routeId: route.id, at, ...more }), relays };
  });

/** What is written about a route: dispatch, withdrawal, report, review. Each is a row first, then a message. */
export const correspondenceRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/routes/:routeId/dispatch',
      declared(
        'dispatch.record',
        'DISPATCH_RECORDED',
        'Record that the request was sent; only then its clocks start',
        dispatchBody,
        'DISPATCH_IN_FUTURE',
      ),
      async (request, reply) =>
        onRoute(deps, request, reply, undefined, async (tx, act, routeId) => {
          const sentAt = utc(request.body.sentAt);
          refuseFuture(sentAt, act.at);
          const { dispatchId, relay } = await recordDispatch(tx, act, { ...request.body, sentAt, routeId });
          return { id: dispatchId, relays: [relay] };
        }),
    );

    app.post(
      '/routes/:routeId/withdrawal',
      declared('withdrawal.record', 'WITHDRAWAL_RECORDED', 'Withdraw the request', withdrawalBody),
      async (request, reply) =>
        onRoute(deps, request, reply, request.body.reason, async (tx, act, routeId) => {
          const input = { routeId, reason: request.body.reason };
          const { withdrawalId, relay } = await recordWithdrawal(tx, act, input);
          return { id: withdrawalId, relays: [relay] };
        }),
    );

    app.post(
      '/routes/:routeId/review',
      declared(
        'review.record',
        'EX_POST_REVIEW_SIGNED',
        'Sign the review after an emergency; it counts with the second of two persons, one of them a legal adviser',
        reviewBody,
        'DECISION_SECOND_SAME',
      ),
      async (request, reply) =>
        onRoute(deps, request, reply, request.body.finding, async (tx, act, routeId) => {
          const { finding, reference: ref, verdict } = request.body;
          const input = { routeId, ref, finding, verdict };
          const { reportId, counts, waitsFor, relays } = await recordReview(tx, act, input);
          return { id: reportId, relays, more: { review: { counts, waitsFor } } };
        }),
    );

    app.post(
      '/routes/:routeId/reports',
      declared(
        'report.record',
        'DECISION_RECORDED',
        'Report that a clarification was answered, or what was decided when nobody answered',
        reportBody,
        'GAPS_STAND',
      ),
      async (request, reply) =>
        onRoute(deps, request, reply, request.body.finding, async (tx, act, routeId) => {
          const { what, choice, finding, reference } = request.body;
          const input = { routeId, what, ref: reference, finding, ...(choice ? { choice } : {}) };
          const { reportId, relay } = await recordReport(tx, act, input);
          if (choice !== 'CONVERT') return { id: reportId, relays: [relay] };
          const route = await routeOf(tx, request, routeId);
          const { conversion, relays } = await proposeNext(deps, tx, act, route);
          return { id: reportId, relays: [relay, ...relays], more: { conversion } };
        }),
    );
  };

export const utc = (instant: string): string => new Date(instant).toISOString();
