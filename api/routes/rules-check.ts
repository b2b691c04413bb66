import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { checkPages } from '../../rules/workbench/check/check-pages.js';
import { inspect } from '../../rules/workbench/check/check.js';
import { checkIds, inOrder, type Finding } from '../../rules/workbench/finding.js';
import { writtenOf } from '../written.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { answers, withBody } from '../problem.js';
import { pageTexts } from '../schemas/rule-pages.js';

const finding = z
  .object({
    check: z.enum(checkIds),
    level: z.enum(['error', 'warning']),
    says: z.string(),
    file: z.string(),
    line: z.int(),
    column: z.int(),
  })
  .meta({ id: 'RuleFinding' });
const found = z.object({
  digest: z.string().describe('Of the rule set that was checked, or that the pages were held against.'),
  findings: z.array(finding).readonly(),
});
/** What is wrong with the rules in force, and with pages that somebody is about to put in their place. */
export const ruleCheckRoutes = (deps: AppDeps): FastifyPluginAsyncZod => {
  const today = () => deps.clock().toISOString().slice(0, 10);
  const looked = new Map<string, readonly Finding[]>();
  const findingsOf = ({ ruleSet, registers }: AppDeps): readonly Finding[] => {
    const key = `${today()} ${ruleSet.digest} ${registers.digest}`;
    const known =
      looked.get(key) ??
      inOrder(inspect({ ruleSet, written: writtenOf(ruleSet), registers, today: today() }));
    looked.clear();
    looked.set(key, known);
    return known;
  };
  return async (app) => {
    app.get(
      '/rules/check',
      {
        config: { action: 'rules.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags: ['rules'],
          summary:
            'What is wrong with the rules in force: unused words, law that has ended, readings that are old',
          response: answers({ 200: found }),
        },
      },
      async () => ({ digest: deps.ruleSet.digest, findings: findingsOf(deps) }),
    );

    app.post(
      '/rules/check',
      {
        config: { action: 'rules.draft', audit: 'NOTHING_CHANGES' },
        schema: {
          tags: ['rules'],
          summary: 'What would be wrong with these pages in the place of those in force; nothing is kept',
          headers: postHeaders,
          body: pageTexts,
          response: answers({ 200: found }, ...withBody),
        },
      },
      async ({ body }) => {
        const { ruleSet, registers } = deps;
        const written = writtenOf(ruleSet);
        return {
          digest: ruleSet.digest,
          findings: checkPages(body.pages, { written, registers }, today()),
        };
      },
    );
  };
};
