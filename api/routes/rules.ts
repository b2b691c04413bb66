import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { roles, routeFamilies } from '../../contracts/codes.js';
import { seen } from '../acting.js';
import type { AppDeps } from '../deps.js';
import { askedIn } from '../dictionary.js';
import type { StoredFact } from '../dictionary.js';
import { answers } from '../problem.js';
import { factValue } from '../schemas/determination.js';
import { explained } from '../schemas/rule-explained.js';
import { languages } from '../../rules/engine/index.js';
import { explainPage } from '../../rules/workbench/explain/page.js';
import { explainRoute } from '../../rules/workbench/explain/route.js';

const tags = ['rules'];
const inForce = z
  .string()
  .nullable()
  .describe(
    'The release in force; `null`: none was published, and the rules are the files of the installation.',
  );
const ruleLine = z
  .object({
    id: z.string(),
    title: z.string(),
    kind: z.enum(['law', 'third-party', 'policy']),
    status: z.enum(['confirmed', 'unconfirmed']),
    concerns: z.string(),
    because: z.object({ en: z.string(), ru: z.string().optional() }),
  })
  .meta({ id: 'RuleLine' });
const rulePage = ruleLine
  .extend({ page: z.unknown().describe('The page as legal advisers wrote it.') })
  .meta({ id: 'RuleInForce' });
const routeLine = z
  .object({
    family: z.enum(routeFamilies),
    title: z.string(),
    variants: z.array(z.string()).readonly(),
    status: z.enum(['complete', 'partial', 'dormant']),
    usableInCourt: z.string(),
    userMayBeTold: z.string(),
    needsToDispatch: z.array(z.string()).readonly(),
    lifeCycle: z.string(),
  })
  .meta({ id: 'CatalogueRoute' });
const factLine = z
  .object({
    id: z.string(),
    scope: z.enum(['case', 'item']),
    type: z.string(),
    values: z.array(z.string()).readonly().nullable(),
    unit: z.string().nullable(),
    question: z.string(),
    setBy: z.union([z.array(z.enum(roles)).readonly(), z.enum(['register', 'system'])]),
    decision: z
      .object({ kind: z.string(), by: z.array(z.enum(roles)), second: z.array(z.enum(roles)).nullable() })
      .nullable(),
    whenUnknown: z
      .union([factValue, z.object({ refuse: z.literal(true) })])
      .describe('What is assumed while nobody has answered; `refuse`: no determination without it.'),
  })
  .meta({ id: 'DictionaryFact' });

/** Rules, catalogue and dictionary, as they are in force: what the officer may read before asking anything. */
export const ruleRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/rules',
      {
        config: { action: 'rules.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Rules, by id',
          response: answers({
            200: z.object({ digest: z.string(), releaseId: inForce, rows: z.array(ruleLine).readonly() }),
          }),
        },
      },
      async () => ({
        digest: deps.ruleSet.digest,
        releaseId: deps.rules.releaseId,
        rows: [...deps.ruleSet.pages.values()],
      }),
    );

    app.get(
      '/rules/:ruleId',
      {
        config: { action: 'rules.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'One rule, with its reference and conditions',
          params: z.strictObject({ ruleId: z.string().max(60) }),
          response: answers({ 200: rulePage }),
        },
      },
      async (request) => {
        const page = seen(deps.ruleSet.pages.get(request.params.ruleId));
        return { ...page, page };
      },
    );

    app.get(
      '/rules/:ruleId/explain',
      {
        config: { action: 'rules.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary:
            'What a rule means in a sentence, what it reads, its figures of today and its law; or what bears on a route',
          params: z.strictObject({ ruleId: z.string().max(60) }),
          querystring: z.strictObject({ language: z.enum(languages).default('en') }),
          response: answers({ 200: explained }),
        },
      },
      async ({ params: { ruleId }, query: { language } }) => {
        const page = deps.ruleSet.pages.get(ruleId);
        const day = deps.clock().toISOString().slice(0, 10);
        if (page !== undefined) return { rule: explainPage(page, deps.ruleSet, language, day), route: null };
        return { rule: null, route: seen(explainRoute(ruleId, deps.ruleSet, language)) };
      },
    );

    app.get(
      '/catalogue',
      {
        config: { action: 'rules.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Routes that exist',
          response: answers({ 200: z.object({ rows: z.array(routeLine).readonly() }) }),
        },
      },
      async () => ({
        rows: deps.ruleSet.catalogue.routes.map((route) => ({
          ...route,
          variants: route.variants.map(({ id }) => id),
        })),
      }),
    );

    app.get(
      '/facts',
      {
        config: { action: 'rules.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Questions: what they ask, who answers them, what is assumed while nobody has',
          response: answers({ 200: z.object({ rows: z.array(factLine).readonly() }) }),
        },
      },
      async () => ({ rows: askedIn(deps.ruleSet).map(lineOf) }),
    );
  };

const lineOf = ({ values, unit, decision, ...fact }: StoredFact) => ({
  ...fact,
  values: values ?? null,
  unit: unit ?? null,
  decision: decision ? { ...decision, second: decision.second ?? null } : null,
});
