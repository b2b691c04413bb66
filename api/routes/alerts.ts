import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { alertKinds } from '../../contracts/access.js';
import { acknowledgeAlert, listAlerts } from '../../store/index.js';
import { actOn, readerOf } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { page, pageOf, readCursor, writeCursor } from '../paging.js';
import { answers, withBody } from '../problem.js';

const tags = ['alerts'];
const alertView = z
  .object({
    id: z.string(),
    kind: z.enum(alertKinds),
    caseId: z.string(),
    subjectKind: z.string(),
    subjectId: z.string(),
    says: z.string(),
    at: z.string(),
    byPerson: z.string().nullable().describe('Who acknowledged it.'),
    acknowledgedAt: z.string().nullable(),
    reason: z.string().nullable().describe('What came of it.'),
  })
  .meta({ id: 'Alert' });
const acknowledged = z
  .object({ alertId: z.string(), acknowledgedAt: z.string() })
  .meta({ id: 'AlertAcknowledged' });

/** What the overseer is told (specification E.2-7). */
export const alertRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/alerts',
      {
        config: { action: 'alert.list', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Alerts to the overseer, newest first',
          querystring: page.extend({
            state: z.enum(['open', 'all']).default('open').describe('`open`: nobody has acknowledged it.'),
          }),
          response: answers({ 200: pageOf(alertView) }, 'CURSOR_INVALID'),
        },
      },
      async (request) => {
        const { limit, state } = request.query;
        const after = readCursor(request);
        const rows = await listAlerts(deps.store.read, readerOf(request), {
          limit,
          open: state === 'open',
          ...(after === null ? {} : { after }),
        });
        return { rows, next: writeCursor(request, rows.length < limit ? null : (rows.at(-1)?.id ?? null)) };
      },
    );

    app.post(
      '/alerts/:alertId/acknowledgement',
      {
        config: { action: 'alert.acknowledge', audit: 'ALERT_ACKNOWLEDGED' },
        schema: {
          tags,
          summary: 'Acknowledge an alert, with what came of it',
          headers: postHeaders,
          params: z.strictObject({ alertId: z.string().max(40) }),
          body: z.strictObject({ reason: z.string().trim().min(3).max(2000) }),
          response: answers(changeStatuses(changed(acknowledged)), ...withBody, 'ROUTE_STATE'),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { reason } = request.body;
          const { alertId } = request.params;
          await acknowledgeAlert(
            tx,
            { ...actOn(request, at, {}, reason), reason },
            readerOf(request),
            alertId,
          );
          return { body: { alertId, acknowledgedAt: at } };
        }),
    );
  };
