import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { RogatoryError } from '../../contracts/errors.js';
import { approvalForReader, inbox, issueTicket, routeById } from '../../store/index.js';
import { actOn, readerOf, seen } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { page, pageOf, readInstantCursor, writeInstantCursor } from '../paging.js';
import { answers, withBody } from '../problem.js';
import { approvalView, voteView } from '../schemas/route.js';
import { marked } from '../views.js';

const tags = ['approvals'];
const stepParams = z.strictObject({ stepId: z.string().max(40) });
const decisionBody = z
  .strictObject({
    decision: z.enum(['approve', 'return', 'reject']),
    digest: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'the digest of the document that was read: 64 hexadecimal digits'),
    reason: z.string().trim().max(4000).optional(),
    comments: z
      .array(
        z.strictObject({
          paragraph: z.string().max(60).describe('As the paragraphs of the document name it, e.g. D-01/4.'),
          says: z.string().trim().min(3).max(4000),
        }),
      )
      .min(1)
      .max(100)
      .optional()
      .describe('What is to change, by paragraph; only with `return`.'),
  })
  .refine(({ decision, comments }) => comments === undefined || decision === 'return', {
    path: ['comments'],
    message: 'stand only with the decision to return',
  })
  .meta({ id: 'ApprovalDecision' });

/** A ticket lives as long as a workflow may be out of reach; what it signs is bound by digest anyway. */
const ticketMinutes = 15;
const expiryOf = (at: string): string => new Date(Date.parse(at) + ticketMinutes * 60_000).toISOString();

/** Approvals: what waits for one's signature, and signing it. */
export const approvalRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/approvals',
      {
        config: { action: 'approval.list', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'What waits for your signature, without what you drafted',
          querystring: page,
          response: answers({ 200: pageOf(approvalView) }, 'CURSOR_INVALID'),
        },
      },
      async (request) => {
        const { limit } = request.query;
        const after = readInstantCursor(request);
        const steps = await inbox(deps.store.read, readerOf(request), {
          limit,
          ...(after ? { after: { dueAt: after.at, stepId: after.id } } : {}),
        });
        const last = steps.length < limit ? undefined : steps.at(-1);
        const next = writeInstantCursor(request, last && { at: last.dueAt, id: last.stepId });
        return { rows: steps.map((step) => marked(deps, step)), next };
      },
    );

    app.get(
      '/approvals/:stepId',
      {
        config: { action: 'case.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'One step of an approval',
          params: stepParams,
          response: answers({ 200: approvalView }),
        },
      },
      async (request) => {
        const step = await approvalForReader(deps.store.read, readerOf(request), request.params.stepId);
        return marked(deps, seen(step));
      },
    );

    app.post(
      '/approvals/:stepId/decision',
      {
        config: { action: 'approval.decide', audit: 'TICKET_ISSUED' },
        schema: {
          tags,
          summary: 'Sign, return or reject exactly the document that was read',
          description:
            'Writes a one-time ticket and hands its id to the workflow, which redeems it. The decision counts when `engine.state` is `DELIVERED`.',
          headers: postHeaders,
          params: stepParams,
          body: decisionBody,
          response: answers(
            changeStatuses(changed(voteView)),
            ...withBody,
            'APPROVAL_SELF_DECISION',
            'APPROVAL_ROLE',
            'APPROVAL_TWICE',
            'APPROVAL_STEP_CLOSED',
            'APPROVAL_DIGEST_STALE',
            'APPROVAL_REASON_MISSING',
            'APPROVAL_COMMENT_PARAGRAPH',
            'TICKET_INVALID',
          ),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { decision, digest, reason, comments } = request.body;
          const step = seen(await approvalForReader(tx, readerOf(request), request.params.stepId));
          const { drafters } = seen(await routeById(tx, step.routeId));
          const act = actOn(request, at, { namedRoles: step.roles, drafterIds: drafters });
          refuseSilence(request.body);
          const { ticketId, relay } = await issueTicket(tx, act, {
            ...{ stepId: step.stepId, decision, digest, expiresAt: expiryOf(at) },
            ...(reason && { reason }),
            ...(comments && { comments }),
          });
          return { body: marked(deps, { ticketId, stepId: step.stepId, decision, digest }), relays: [relay] };
        }),
    );
  };

/** A discretionary act carries a reason of its own words (specification E.2-3). */
function refuseSilence({ decision, reason = '' }: z.infer<typeof decisionBody>): void {
  if (decision !== 'approve' && reason.length < 3) throw new RogatoryError('APPROVAL_REASON_MISSING');
}
