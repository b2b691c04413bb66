import { z } from 'zod';
import { code, factId, literal, parameterId, role } from './words.js';

const named = { id: factId, scope: z.enum(['case', 'item']), says: z.string().optional() };

const valueTypes = [
  'boolean',
  'integer',
  'text',
  'enum',
  'set',
  'date',
  'instant',
  'state',
  'states',
  'identifiers',
  'window',
] as const;
export type ValueType = (typeof valueTypes)[number];

const typed = {
  type: z.enum(valueTypes),
  /** Values of an enum or a set, in declared order: `atLeast` and `atMost` read it. */
  values: z.array(z.string()).min(1).optional(),
  unit: z.string().optional(),
};

/** Who records the decision that this fact is, and who must be the second person (specification A.7). */
const decision = z.strictObject({
  kind: code,
  by: z.array(role).min(1),
  second: z.array(role).min(1).optional(),
});

/** A stored fact: somebody's answer, a register's entry, or the system's. */
export const storedFact = z
  .strictObject({
    ...named,
    ...typed,
    question: z.string().min(3),
    setBy: z.union([z.array(role).min(1), z.enum(['register', 'system'])]),
    decision: decision.optional(),
    /** Assumed value while nobody has answered; `refuse` where no determination is possible without it. */
    whenUnknown: z.union([literal, z.strictObject({ refuse: z.literal(true) })]),
    nullMeans: z.enum(['none', 'unknown']).default('unknown'),
    /** Read by documents only: no rule may read it, and it never is an open question. */
    forDocuments: z.literal(true).optional(),
    /** Once it is known nobody is told that another answer would serve better: a danger, an age; or not these answers. */
    notSuggested: z.union([z.literal(true), z.array(z.union([z.string(), z.boolean()])).min(1)]).optional(),
  })
  .refine(
    ({ type, values }) => type === 'set' || (type === 'enum' || type === 'window') === (values !== undefined),
    {
      error: 'an enum lists its values',
    },
  );

const pick = z.strictObject({ by: factId, from: z.record(z.string(), factId), else: literal });
const firstOf = z.strictObject({ list: parameterId, in: factId, else: literal });
const over = z.strictObject({
  items: z.enum(['any', 'all', 'none', 'count', 'min', 'max', 'union']),
  fact: factId,
  is: literal.optional(),
});
const days = z.strictObject({ from: factId, to: factId, plus: z.int().optional() });
const order = z.strictObject({ of: factId });

/** The five kinds of derivation (design, section 4). */
export const derivedFact = z.strictObject({
  ...named,
  ...typed,
  derive: z.union([
    z.strictObject({ pick }),
    z.strictObject({ firstOf }),
    z.strictObject({ over }),
    z.strictObject({ days }),
    z.strictObject({ order }),
  ]),
});

/** A fact that pages conclude; `else` is its value while none does. */
export const concludedFact = z.strictObject({
  ...named,
  ...typed,
  concluded: z.literal(true),
  else: literal,
  /** Two pages that conclude different values are an error unless the later of the declared order wins. */
  merge: z.literal('strictest').optional(),
});

export const dictionaryFile = z.strictObject({
  stored: z.array(storedFact),
  derived: z.array(derivedFact),
  concluded: z.array(concludedFact),
});
export type DictionaryFile = z.infer<typeof dictionaryFile>;
export type StoredFact = z.infer<typeof storedFact>;
export type DerivedFact = z.infer<typeof derivedFact>;
export type ConcludedFact = z.infer<typeof concludedFact>;
