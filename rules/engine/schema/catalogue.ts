import { z } from 'zod';
import { measures, routeFamilies } from '../../../contracts/codes.js';
import { code, condition, factId, isoDate, literal, parameterId, routeId } from './words.js';

const basis = z.union([z.array(z.string()), z.strictObject({ fact: factId })]);

/** Row of B.17: what a step of this measure writes. `addressee` is a fixed word, or a fact with the word for "not known". */
const row = z.strictObject({
  measure: z.enum(measures),
  order: z.int(),
  /** Order while the condition holds, read on the item. */
  orderWhen: z.strictObject({ order: z.int(), when: condition }).optional(),
  variant: z.string().optional(),
  addressee: z.union([z.string(), z.strictObject({ fact: factId, else: z.string() })]),
  basis: basis.optional(),
  /** Route whose step for the same items this one names or completes; neither waits for the other unless a rule says so. */
  beside: z.enum(routeFamilies).optional(),
});

const variant = z.strictObject({
  basis: z.array(z.string()).optional(),
  says: z.string().optional(),
  status: z.enum(['complete', 'partial', 'dormant']).optional(),
});
const named = variant.extend({ id: z.string() });

/**
 * Variants in the order in which their routes stand. Files write them by name; kept content lists them, because canonical JSON
 * sorts names.
 */
const variants = z.union([
  z.array(named),
  z
    .record(z.string(), variant)
    .transform((byName) => Object.entries(byName).map(([id, one]) => ({ id, ...one }))),
]);

/** How long an answer usually takes (C.4), for planning only. */
const expectedTime = z
  .strictObject({
    from: z.int().min(0),
    to: z.int().min(1),
    unit: z.enum(['hour', 'day', 'month']),
    source: z.string().min(3),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'ends before it begins' });

const routeEntry = z.strictObject({
  family: z.enum(routeFamilies),
  title: z.string(),
  rows: z.array(row),
  variants: variants.default([]),
  /** Reason shown when no rule speaks. */
  shutBecause: code,
  /** What must be known before it can leave (A.9). */
  needsToDispatch: z.array(factId).default([]),
  usableInCourt: z.enum(['evidence', 'lead-only', 'depends']),
  userMayBeTold: z.enum(['no', 'depends', 'likely']),
  expectedTime: expectedTime.optional(),
  lifeCycle: z.string(),
  status: z.enum(['complete', 'partial', 'dormant']),
  dormantBecause: code.optional(),
  /** What the register would have to say for it to wake, and the text that says so. */
  wakesWhen: z.strictObject({ fact: factId, includes: z.string(), citation: z.string().min(3) }).optional(),
});

export const catalogueFile = z.strictObject({
  /** In the order of H.1: routes of the same order number stand so. */
  routes: z.array(routeEntry).min(1),
  /** Named scopes of blockers (H.3). */
  scopes: z.record(code, z.union([z.literal('every-route'), z.array(routeId)])),
  /** Order in which reasons take the headline (B.17); all others follow in alphabetical order. */
  headlines: z.array(code).min(1),
  /** Reason shown for a route that a blocker of another name removed. */
  reasonOfBlocker: z.record(code, code).default({}),
  /** Where a reason belongs to one kind of data, the alternate names it in brackets: `PROV_DISC(content)`. */
  perCategory: z
    .array(
      z.strictObject({ family: z.enum(routeFamilies), reason: code, categories: z.array(z.string()).min(1) }),
    )
    .default([]),
  /** Rules of section B and their state; a test holds it against the specification's list. */
  rules: z.record(
    z.string(),
    z.strictObject({
      status: z.enum(['complete', 'partial', 'dormant', 'event']),
      /** No page says it: the way in which the engine merges, assumes and orders does, or decisions of people. */
      carriedBy: z.enum(['engine', 'other-pages', 'people']).optional(),
      note: z.string().optional(),
    }),
  ),
});
export type CatalogueFile = z.infer<typeof catalogueFile>;

export const parametersFile = z.strictObject({
  parameters: z.array(
    z.strictObject({
      id: parameterId,
      title: z.string(),
      unit: z.string().optional(),
      kind: z.enum(['law', 'third-party', 'policy']),
      reference: z.string(),
      /** Who reads it where no page does. */
      readBy: z.string().min(3).optional(),
      values: z.array(z.strictObject({ from: isoDate, value: literal })).min(1),
    }),
  ),
});
export type ParametersFile = z.infer<typeof parametersFile>;
