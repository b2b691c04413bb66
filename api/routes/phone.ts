import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { RogatoryError } from '../../contracts/errors.js';
import {
  approvalForReader,
  approveByPhone,
  confirmPhoneApproval,
  issuePhoneCode,
  routeById,
  tryPhoneCode,
} from '../../store/index.js';
import { actOn, readerOf, seen } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { answers, withBody } from '../problem.js';

const tags = ['approvals'];
const stepParams = z.strictObject({ stepId: z.string().max(40) });
const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'the digest of the document that was read: 64 hexadecimal digits');
const signing = [
  'APPROVAL_PHONE_EMERGENCY',
  'APPROVAL_SELF_DECISION',
  'APPROVAL_ROLE',
  'APPROVAL_TWICE',
  'APPROVAL_STEP_CLOSED',
  'APPROVAL_DIGEST_STALE',
] as const;
const code = z
  .object({
    code: z
      .string()
      .describe('Read it to the officer over the recorded line. It counts once, for this document.'),
    shortDigest: z.string().describe('What the officer reads to you must be the same.'),
    expiresAt: z.string(),
  })
  .meta({ id: 'PhoneCode' });
const entered = z
  .object({ ticketId: z.string(), stepId: z.string(), digest: z.string() })
  .meta({ id: 'ApprovedByPhone' });

/** Approval of an emergency by phone: the signer's code makes the signer's ticket (C.3). */
export const phoneRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/approvals/:stepId/phone-code',
      {
        config: { action: 'approval.decide', audit: 'PHONE_CODE_ISSUED' },
        schema: {
          tags,
          summary: 'Ask for a one-time code, to approve exactly this document of an emergency by phone',
          headers: postHeaders,
          params: stepParams,
          body: z.strictObject({ digest }).meta({ id: 'PhoneCodeToIssue' }),
          response: answers(changeStatuses(changed(code)), ...withBody, ...signing),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const step = seen(await approvalForReader(tx, readerOf(request), request.params.stepId));
          const { drafters } = seen(await routeById(tx, step.routeId));
          const act = actOn(request, at, { namedRoles: step.roles, drafterIds: drafters });
          return {
            body: await issuePhoneCode(tx, act, { stepId: step.stepId, digest: request.body.digest }),
          };
        }),
    );

    app.post(
      '/approvals/:stepId/phone-approval',
      {
        config: { action: 'approval.enterByPhone', audit: 'APPROVED_BY_PHONE' },
        schema: {
          tags,
          summary: 'Enter the code that the signer reads over the phone',
          headers: postHeaders,
          params: stepParams,
          body: z
            .strictObject({
              digest,
              code: z.string().min(9).max(20),
              line: z
                .string()
                .trim()
                .min(3)
                .max(200)
                .describe('Number that was called, or of the recorded line.'),
            })
            .meta({ id: 'PhoneApprovalToEnter' }),
          response: answers(
            changeStatuses(changed(entered)),
            ...withBody,
            ...signing,
            'APPROVAL_PHONE_CODE',
            'TICKET_INVALID',
          ),
        },
      },
      async (request, reply) => {
        const { stepId } = request.params;
        const now = deps.clock().toISOString();
        const step = seen(await approvalForReader(deps.store.read, readerOf(request), stepId));
        const act = actOn(request, now);
        const { code: said, digest: read, line } = request.body;
        const codeId = await deps.store.transaction((tx) =>
          tryPhoneCode(tx, act, { stepId: step.stepId, digest: read, code: said }),
        );
        return change(deps, request, reply, async (tx, at) => {
          if (codeId === null) throw new RogatoryError('APPROVAL_PHONE_CODE');
          const expiresAt = new Date(Date.parse(at) + ticketMinutes * 60_000).toISOString();
          const { ticketId, relay } = await approveByPhone(tx, { ...act, at }, { codeId, line, expiresAt });
          return { body: { ticketId, stepId: step.stepId, digest: read }, relays: [relay] };
        });
      },
    );

    app.post(
      '/approvals/:stepId/phone-confirmation',
      {
        config: { action: 'approval.confirmPhone', audit: 'PHONE_APPROVAL_CONFIRMED' },
        schema: {
          tags,
          summary: 'Stand in person behind what you approved by phone',
          headers: postHeaders,
          params: stepParams,
          response: answers(
            changeStatuses(changed(z.object({ ticketId: z.string(), at: z.string() }))),
            ...withBody,
            'ROUTE_STATE',
          ),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const step = seen(await approvalForReader(tx, readerOf(request), request.params.stepId));
          const { ticketId } = await confirmPhoneApproval(tx, actOn(request, at), { stepId: step.stepId });
          return { body: { ticketId, at } };
        }),
    );
  };

/** As for any other ticket: as long as a workflow may be out of reach. */
const ticketMinutes = 15;
