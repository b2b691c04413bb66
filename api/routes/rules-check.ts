import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { checkPages } from '../../rules/workbench/check/check-pages.js';
import { inspect } from '../../rules/workbench/check/check.js';
import { checkIds, inOrder, type Finding } from '../../rules/workbench/finding.js';
import { writtenFrom } from '../../rules/engine/index.js';
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
export const ruleCheckRoutes = ({ ruleSet, registers, clock }: AppDeps): FastifyPluginAsyncZod => {
  const written = writtenFrom(
    JSON.parse(ruleSet.content),
    new Map([...ruleSet.pages.values()].map(({ id, file }) => [id, file])),
  );
  const today = () => clock().toISOString().slice(0, 10);
  const ofDay = new Map<string, readonly Finding[]>();
  const findingsOn = (day: string): readonly Finding[] => {
    const known = ofDay.get(day) ?? inOrder(inspect({ ruleSet, written, registers, today: day }));
    ofDay.clear();
    ofDay.set(day, known);
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
      async () => ({ digest: ruleSet.digest, findings: findingsOn(today()) }),
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
      async ({ body }) => ({
        digest: ruleSet.digest,
        findings: checkPages(body.pages, { written, registers }, today()),
      }),
    );
  };
};
