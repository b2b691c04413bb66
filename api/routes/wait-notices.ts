import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { waitKinds, waitWhys } from '../../contracts/access.js';
import { listWaitNotices } from '../../store/index.js';
import { readerOf } from '../acting.js';
import type { AppDeps } from '../deps.js';
import { page, pageOf, readCursor, writeCursor } from '../paging.js';
import { answers } from '../problem.js';

const noticeView = z
  .object({
    id: z.string(),
    unitId: z.string(),
    kind: z.enum(waitKinds),
    subjectId: z.string().describe('The case, the request (route), or the step of an approval.'),
    caseId: z.string(),
    reference: z.string(),
    ownerId: z.string().nullable().describe('Who is not there, where it waits for one person.'),
    why: z.string(),
    says: z.string(),
    openedAt: z.string(),
    closedAt: z.string().nullable(),
  })
  .meta({ id: 'WaitNotice' });

/** What waits for nobody: told within the hour to who answers for the unit (specification C.16). */
export const waitNoticeRoutes =
  ({ store }: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/wait-notices',
      {
        config: { action: 'wait.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags: ['people'],
          summary: 'What waits for a person who is not there, newest first',
          querystring: page.extend({
            state: z.enum(['open', 'all']).default('open').describe('`open`: it still waits for nobody.'),
          }),
          response: answers({ 200: pageOf(noticeView) }, 'CURSOR_INVALID'),
        },
      },
      async (request) => {
        const { limit, state } = request.query;
        const after = readCursor(request);
        const filter = { limit, open: state === 'open', ...(after === null ? {} : { after }) };
        const rows = await listWaitNotices(store.read, readerOf(request), filter);
        const next = writeCursor(request, rows.length < limit ? null : (rows.at(-1)?.id ?? null));
        return { rows: rows.map((row) => ({ ...row, says: waitWhys[row.why] })), next };
      },
    );
  };
