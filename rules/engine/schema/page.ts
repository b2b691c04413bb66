import { z } from 'zod';
import { measures } from '../../../contracts/codes.js';
import { code, condition, factId, isoDate, literal, parameterId, role, routeId } from './words.js';

export const ruleKind = z.enum(['law', 'third-party', 'policy']);
const measure = z.enum(measures);
const some = <T extends z.ZodType>(one: T) => z.union([one, z.array(one).min(1)]);

const guarded = { when: condition.optional(), kind: ruleKind.optional() };

const cure = z.strictObject({ fact: factId, is: literal, by: z.array(role).min(1) });

/** Opens a route for the subject; order, addressee and basis come from the catalogue. */
const open = z.strictObject({
  open: routeId,
  measure: measure.optional(),
  variant: z.strictObject({ fact: factId }).optional(),
  /** In the place of the catalogue's addressee: a fact of the item, and the word where it has no value. */
  addressee: z.strictObject({ fact: factId, else: z.string() }).optional(),
  ...guarded,
});
/** Shuts routes with a reason; with `measure` only steps of that measure. */
const shut = z.strictObject({ shut: some(routeId), reason: code, measure: measure.optional(), ...guarded });
/** A blocker: `remove` takes the route out of the plan, `dispatch` lets it be drafted but not leave. */
const block = z.strictObject({
  block: code,
  stage: z.enum(['remove', 'dispatch']),
  scope: z.union([some(routeId), z.strictObject({ fact: factId })]),
  measure: some(measure).optional(),
  /** Stands only for a route that is planned for the item. */
  whenPlanned: z.literal(true).optional(),
  /** Routes that may leave all the same while the condition holds. */
  spares: z.strictObject({ routes: z.array(routeId).min(1), when: condition }).optional(),
  cure,
  ...guarded,
});
/** Puts a question; `holds` names routes that do not leave before it is answered. */
const ask = z.strictObject({
  ask: some(code),
  facts: z.array(factId).min(1),
  holds: z.array(routeId).min(1).optional(),
  ...guarded,
});
const safeguard = z.strictObject({ safeguard: code, ...guarded });
/**
 * Somebody's duty, on the step of a route or on the whole case. `leaves: after`: the step is to leave only when the duty is
 * done; `leaves: without`: it leaves all the same, and the duty makes up for what is missing.
 */
const duty = z.strictObject({
  duty: z.string().min(1),
  who: role,
  on: some(routeId).optional(),
  within: parameterId.optional(),
  leaves: z.enum(['after', 'without']).optional(),
  ...guarded,
});
/** Adds a legal basis to the subject's step of a route. */
const cite = z.strictObject({
  cite: z.string().min(1),
  on: routeId,
  measure: measure.optional(),
  ...guarded,
});
const after = z.strictObject({
  after: routeId,
  on: routeId,
  waitsFor: z.string().default('DISPATCHED'),
  atMost: parameterId.optional(),
  ...guarded,
});
/** The item is served by this route; the lowest rank among settling pages counts, the others are not looked at. */
const settle = z.strictObject({
  settle: z.int().min(1),
  except: z.literal('securing').optional(),
  ...guarded,
});
/** The case ends here with an empty plan; the lowest rank counts and only its page speaks. */
const end = z.strictObject({ end: z.int().min(1), ...guarded });
const conclude = z
  .strictObject({ conclude: factId, is: literal.optional(), add: some(z.string()).optional(), ...guarded })
  .refine((value) => (value.is === undefined) !== (value.add === undefined), {
    error: 'exactly one of `is` and `add`',
  });

export const effect = z.union([open, shut, block, ask, safeguard, duty, cite, after, settle, end, conclude]);
export type WrittenEffect = z.infer<typeof effect>;

const reference = z.strictObject({
  instrument: z.string().min(1),
  article: z.string().optional(),
  mark: z.enum(['V', 'K', 'S', 'P']),
  source: z.string().optional(),
  verifiedOn: isoDate.optional(),
  quote: z.string().optional(),
  says: z.string().optional(),
  /** State whose law it is; cited only for items in whose custodian's State it applies. */
  ofState: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
});

const example = z.strictObject({
  says: z.string().min(1),
  /** Facts of the case and of one item, by id; what is not given is unknown. */
  given: z.record(factId, literal),
  /** Whether the page fires on them, or cannot be told while a fact is unknown. */
  then: z.enum(['fires', 'does-not-fire', 'unknown']),
  on: isoDate.optional(),
});

/** One page: one rule that a lawyer can read, sign and date. */
export const page = z
  .strictObject({
    vocabulary: z.literal(1),
    /** Rule of the specification; a second page of the same rule adds a dot and a word. */
    id: z.string().regex(/^[A-Z]{1,2}\d{2}(\.[a-z][A-Za-z]*)?$/, 'an id such as S02 or G03.items'),
    title: z.string().min(3),
    kind: ruleKind,
    concerns: z.enum(['case', 'item']),
    status: z.enum(['confirmed', 'unconfirmed']),
    reference: z.array(reference).min(1),
    inForce: z.strictObject({ from: isoDate, until: isoDate.optional() }),
    when: condition,
    then: z.array(effect).min(1),
    because: z.strictObject({ en: z.string().min(3), ru: z.string().optional() }),
    examples: z.array(example).min(2),
  })
  .meta({ id: 'RulePage', title: 'A rule page of Rogatory' });
export type WrittenPage = z.infer<typeof page>;
