import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Asked } from '../../rules/workbench/impact/impact.js';
import { impactOnFile } from '../../rules/workbench/impact/on-file.js';
import { casesOnFile, firstDayOf, releaseById } from '../../store/index.js';
import { readerOf, seen } from '../acting.js';
import type { AppDeps } from '../deps.js';
import { answers } from '../problem.js';
import { baseOf } from '../releasing.js';
import { releaseParams } from './releases.js';
import { impactCounts, impactMet } from './rules-impact.js';

const workList = z
  .object({
    day: z.iso.date().describe('The first day of the release, or today where that is over.'),
    open: impactCounts,
    rows: z.array(z.object({ reference: z.string(), met: impactMet })).readonly(),
  })
  .meta({ id: 'ReleaseWorkList' });

/** Which open cases a release decides otherwise than the rules in whose place it was proposed. */
export const releaseWorkListRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/releases/:releaseId/work-list',
      {
        config: { action: 'rules.draft', audit: 'NOTHING_CHANGES' },
        schema: {
          tags: ['releases'],
          summary:
            'Open cases one may see whose determination the release changes, with the first rule; a running case keeps its plan until a person adopts another',
          params: releaseParams,
          response: answers({ 200: workList }),
        },
      },
      async (request) => {
        const { store, clock, mode, rules } = deps;
        const release = seen(await releaseById(store.read, request.params.releaseId));
        const live = await rules.rulesOf(await baseOf(store.read, release));
        const candidate = await rules.rulesOf(release);
        const today = clock().toISOString().slice(0, 10);
        const first = firstDayOf(release);
        const day = first > today ? first : today;
        const checks = mode === 'embedded' ? { checks: 'ASSUMED' as const } : {};
        const asked = new Asked({ live, candidate, day, ...checks });
        const { open, cases } = await impactOnFile(asked, casesOnFile(store.read, readerOf(request)));
        const rows = cases.flatMap(({ reference, state, met }) =>
          state === 'OPEN' ? [{ reference, met }] : [],
        );
        return { day, open, rows };
      },
    );
  };
