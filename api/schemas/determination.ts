import { z } from 'zod';
import { dataCategories, measures, routeFamilies } from '../../contracts/codes.js';
import type { RouteId } from '../../contracts/codes.js';
import type { Explained } from '../../contracts/determination.js';
import { conversionReasons } from '../../contracts/refusals.js';
import { terms } from './terms.js';

const strings = z.array(z.string()).readonly();
/** Family, or family and variant of the catalogue. */
export const routeId = z
  .custom<RouteId>((value) => typeof value === 'string')
  .meta({ id: 'RouteId', type: 'string' });
export const factValue = z
  .union([z.string(), z.number(), z.boolean(), z.null(), strings])
  .meta({ id: 'FactValue' });

const ruleKind = z.enum(['law', 'third-party', 'policy']);
export const blocker = z
  .object({
    code: z.string(),
    scope: z.string(),
    stage: z.enum(['remove', 'dispatch']),
    items: strings,
    rule: z.string(),
    kind: ruleKind,
    cure: z.object({ fact: z.string(), is: factValue, by: strings }),
  })
  .meta({ id: 'Blocker' });

export const step = z
  .object({
    order: z.number(),
    route: routeId,
    measure: z.enum(measures),
    addressee: z.string(),
    items: strings,
    basis: strings,
  })
  .meta({ id: 'Step' });

export const lot = step
  .extend({
    key: z.string(),
    family: z.enum(routeFamilies),
    categories: z.array(z.enum(dataCategories)).readonly(),
    dispatchBlockers: z.array(blocker).readonly(),
    after: z
      .array(z.object({ route: z.string(), waitsFor: z.string(), atMostDays: z.number().nullable() }))
      .readonly(),
    safeguards: strings,
    duties: z
      .array(z.object({ rule: z.string(), who: z.string(), what: z.string(), within: z.string().nullable() }))
      .readonly(),
    terms,
    inFlight: z
      .object({ dispatchId: z.string(), sentAt: z.string(), digest: z.string() })
      .exactOptional()
      .describe('Sent outside Rogatory before it was entered.'),
    ancestor: z
      .object({
        routeId: z.string(),
        route: routeId,
        addressee: z.string(),
        reason: z.enum(conversionReasons),
      })
      .exactOptional()
      .describe('The request that this one takes over from, and why.'),
  })
  .meta({ id: 'Lot' });

const reading = z.enum(['true', 'false', 'unknown']);
const factSource = z
  .object({
    kind: z.enum(['person', 'decision', 'register', 'derived', 'scenario']),
    ref: z.string(),
    at: z.string().exactOptional(),
  })
  .meta({ id: 'FactSource' });

/** A node of the explanation: a group with its parts, or a leaf with what was expected and what was seen. */
const explained: z.ZodType<Explained, Explained> = z
  .lazy(() =>
    z.union([
      z.object({
        kind: z.literal('group'),
        word: z.enum(['all', 'any', 'not']),
        holds: z.boolean(),
        reading,
        else: z.string().exactOptional(),
        parts: z.array(explained).readonly(),
      }),
      z.object({
        kind: z.literal('leaf'),
        fact: z.string(),
        word: z.string(),
        expected: factValue,
        seen: factValue,
        holds: z.boolean(),
        reading,
        basis: z.enum(['known', 'assumed', 'derived']),
        source: factSource.exactOptional(),
        else: z.string().exactOptional(),
      }),
    ]),
  )
  .meta({ id: 'Explained' });

const ruleOutcome = z
  .object({
    rule: z.string(),
    title: z.string(),
    kind: ruleKind,
    status: z.enum(['confirmed', 'unconfirmed']),
    subject: z.string(),
    fired: z.boolean(),
    reading,
    because: z.string(),
    condition: explained,
    standing: z
      .array(z.number())
      .readonly()
      .optional()
      .describe('Places of the effects that stand, of a page whose effects have conditions of their own.'),
  })
  .meta({ id: 'RuleOutcome' });

const answer = z.object({ fact: z.string(), subject: z.string(), is: factValue, question: z.string() });
const oneChange = z
  .object({
    kind: z.enum(['LEARN', 'ACT', 'STATE']),
    facts: z.array(answer.extend({ stands: factValue, by: strings })).readonly(),
    opens: z.array(routeId).readonly(),
    frees: z.array(routeId).readonly(),
    closes: z.array(routeId).readonly(),
  })
  .meta({ id: 'Change' });
const changes = z.array(oneChange).readonly();
const smallestChange = z
  .object({ learn: changes, act: changes, state: changes, exhaustive: z.boolean() })
  .meta({ id: 'SmallestChange' })
  .describe(
    'What would open a better route: what can be learnt, what somebody can do, what only a State can change.',
  );

const override = z
  .object({
    id: z.string(),
    page: z.string(),
    reason: z.string(),
    by: z.string(),
    second: z.string(),
    decidedOn: z.string(),
    expiresOn: z.string(),
  })
  .meta({ id: 'OverrideThatCounted' });

/** What the rules returned, whole: the record a lawyer can recompute. */
export const determination = z
  .object({
    ruleSetDigest: z.string(),
    digest: z.string(),
    asOf: z.string(),
    plan: z.array(routeId).readonly(),
    steps: z.array(step).readonly(),
    lots: z.array(lot).readonly(),
    legalBasis: strings,
    blockers: z.array(blocker).readonly(),
    missingFacts: strings,
    asks: z
      .array(z.object({ code: z.string(), rule: z.string(), facts: strings, items: strings }))
      .readonly(),
    openQuestions: z
      .array(z.object({ fact: z.string(), subject: z.string(), question: z.string(), mayChange: strings }))
      .readonly(),
    openPairs: z
      .array(z.object({ answers: z.array(answer).readonly(), mayChange: strings }))
      .readonly()
      .exactOptional()
      .describe('Two answers that decide together what neither decides alone.'),
    openQuestionsExhaustive: z.boolean().exactOptional(),
    smallestChange: smallestChange.exactOptional(),
    alternates: z
      .array(z.object({ route: z.string(), reason: z.string(), reasons: strings, items: strings }))
      .readonly(),
    safeguards: strings,
    firedRules: strings,
    unconfirmedRules: strings,
    explanation: z.array(ruleOutcome).readonly(),
    engine: z.object({ name: z.string(), version: z.string() }),
    overridden: z
      .object({
        overrides: z.array(override).readonly(),
        without: z.object({
          plan: z.array(routeId).readonly(),
          blockers: z.array(blocker).readonly(),
          missingFacts: strings,
          safeguards: strings,
          firedRules: strings,
        }),
      })
      .exactOptional()
      .describe('Pages of policy that were set aside, and what the rules propose without that.'),
    disputed: z
      .object({ differs: z.string(), other: strings })
      .nullable()
      .describe('Set when the second evaluator came to another outcome: the stricter plan stands.'),
  })
  .meta({ id: 'Determination' });
