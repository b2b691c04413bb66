import { z } from 'zod';

const value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
const facts = z.record(z.string(), value);
const source = z.strictObject({
  kind: z.enum(['person', 'decision', 'register', 'derived', 'scenario']),
  ref: z.string(),
  at: z.string().exactOptional(),
});

/** Facts as they were read, frozen with their sources; what a later version adds beside them is certified as well. */
const frame = z.looseObject({
  asOf: z.string(),
  case: facts,
  items: z.array(z.strictObject({ id: z.string(), facts })),
  sources: z.record(z.string(), z.record(z.string(), source)),
});

export const certificateForm = 'rogatory-certificate/1';

/** What the parts are taken of. */
export const certified = z.strictObject({
  mark: z.literal('TRAINING - NOT A REQUEST').exactOptional(),
  form: z.literal(certificateForm),
  determination: z.strictObject({
    id: z.string(),
    caseId: z.string(),
    caseVersion: z.int(),
    cause: z.string(),
    at: z.string(),
  }),
  issuedAt: z.string(),
  /** The program that determined; explanations may come out otherwise in another version. */
  program: z.strictObject({ name: z.string(), version: z.string() }),
  /** The case's own secret: with it everybody who holds the certificate can compute the trace digest. */
  salt: z.string(),
  /** HMAC-SHA-256, hex: the digest that stands in the audit trail and on the plan. */
  traceDigest: z.string(),
  ruleSet: z.strictObject({
    digest: z.string(),
    /** Where the content is, on the system that issued. */
    address: z.string(),
    /** Canonical content; absent where only its address was asked for. */
    content: z.unknown().optional(),
  }),
  frame,
  /** The determination as it was returned, whole. */
  result: z.record(z.string(), z.unknown()),
  /** What the officer read. */
  text: z.string(),
});
export type Certified = z.infer<typeof certified>;

/**
 * All that is needed to compute a determination again without the system that made it. `parts` holds a digest of each part,
 * `seal` one of the list, so that a changed byte is found in its own part.
 */
export const certificate = certified
  .extend({
    /** SHA-256, hex, of the canonical JSON of each part, by its name. */
    parts: z.record(z.string(), z.string()),
    seal: z.string(),
  })
  .meta({ id: 'Certificate' });
export type Certificate = z.infer<typeof certificate>;
