import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { RogatoryError } from '../../contracts/errors.js';
import { RuleSetError, type PageFault, type RuleSet } from '../../rules/engine/index.js';
import { holdTogether } from '../../rules/engine/load/load.js';
import type { Written } from '../../rules/engine/load/written.js';
import { withPages, type PageText } from '../../rules/workbench/check/check-pages.js';
import { Asked } from '../../rules/workbench/impact/impact.js';
import { laterDays } from '../../rules/workbench/impact/later-days.js';
import { impactOnFile } from '../../rules/workbench/impact/on-file.js';
import { kinds } from '../../rules/workbench/impact/meeting.js';
import { casesOnFile } from '../../store/index.js';
import { readerOf } from '../acting.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { answers, withBody } from '../problem.js';
import { writtenOf } from '../written.js';
import { pageTexts } from '../schemas/rule-pages.js';

const asked = pageTexts.extend({
  on: z.iso.date().optional().describe('Day whose law is asked for; without it, today.'),
});
const count = z.int().min(0);
export const impactCounts = z
  .object({
    'changed-plan': count,
    'new-blocker': count,
    'changed-deadline': count,
    'changed-otherwise': count,
    unchanged: count,
    'no-baseline': count,
  })
  .meta({ id: 'RuleImpactCounts' });
export const impactMet = z.union([
  z.object({ kind: z.literal('no-baseline'), says: z.string() }),
  z.object({
    kind: z.enum(kinds).exclude(['unchanged']),
    firstRule: z.string().nullable(),
    gains: z.array(z.string()).readonly(),
    loses: z.array(z.string()).readonly(),
    blockers: z.array(z.string()).readonly(),
  }),
  z.object({ kind: z.literal('unchanged') }),
]);
const impact = z
  .object({
    day: z.iso.date(),
    live: z.string(),
    candidate: z.string(),
    laterOn: z.array(z.iso.date()).readonly(),
    open: impactCounts,
    closed: impactCounts,
    cases: z
      .array(z.object({ reference: z.string(), state: z.enum(['OPEN', 'CLOSED', 'WORKED']), met: impactMet }))
      .readonly(),
  })
  .meta({ id: 'RuleImpact' });

/** What pages in the place of those in force would do to the cases that the asker sees: those alone are counted and named. */
export const ruleImpactRoutes = (deps: AppDeps): FastifyPluginAsyncZod => {
  const { store, clock, mode } = deps;
  return async (app) => {
    app.post(
      '/rules/impact',
      {
        config: { action: 'rules.draft', audit: 'NOTHING_CHANGES' },
        schema: {
          tags: ['rules'],
          summary:
            'Which of the cases one may see these pages would change in the place of those in force, and how; nothing is kept',
          headers: postHeaders,
          body: asked,
          response: answers({ 200: impact }, ...withBody),
        },
      },
      async (request) => {
        const { pages, on } = request.body;
        const { ruleSet, registers } = deps;
        const day = on ?? clock().toISOString().slice(0, 10);
        const candidate = candidateOf(pages, writtenOf(ruleSet));
        const question = {
          live: { ruleSet, registers },
          candidate: { ruleSet: candidate, registers },
          day,
          ...(mode === 'embedded' && { checks: 'ASSUMED' as const }),
        };
        const found = await impactOnFile(new Asked(question), casesOnFile(store.read, readerOf(request)));
        return {
          day,
          live: ruleSet.digest,
          candidate: candidate.digest,
          laterOn: laterDays(ruleSet, candidate, day),
          ...found,
        };
      },
    );
  };
};

/** The rule set with these pages. Throws BODY_INVALID naming file, line and column of every fault. */
function candidateOf(pages: readonly PageText[], written: Written): RuleSet {
  const { whole, faults } = withPages(pages, written);
  if (faults.length > 0) throw refused(faults);
  try {
    return holdTogether(whole);
  } catch (error) {
    if (error instanceof RuleSetError) throw refused(error.faults);
    throw error;
  }
}

const refused = (faults: readonly PageFault[]): RogatoryError =>
  new RogatoryError('BODY_INVALID', {
    faults: faults.map(({ file, line, column, says }) => ({
      pointer: '/pages',
      detail: `${file}:${line}:${column}  ${says}`,
    })),
  });
