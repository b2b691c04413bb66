import { z } from 'zod';
import { roles } from '../../../contracts/codes.js';

/** Small words that every kind of page uses. */
export const isoDate = z.iso.date('a quoted date "YYYY-MM-DD"');
export const code = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'a code in capitals, such as LOW_VOLATILITY');
export const factId = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9_]+)*$/, 'a dotted fact id, such as preservation.needed');
export const parameterId = z.string().regex(/^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)*$/, 'a dotted parameter id');
export const routeId = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]*(:[A-Z0-9_]+)?$/, 'a route, such as PROV_PRES or P2P:INTERPOL');
export const role = z.enum(roles);

export const literal = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
export type Literal = z.infer<typeof literal>;

const other = z.union([
  literal,
  z.strictObject({ parameter: parameterId }),
  z.strictObject({ fact: factId }),
]);
export type Other = z.infer<typeof other>;

/** Operators (design, section 4). Free expressions, paths, regular expressions and loops are not in the vocabulary. */
export const operators = [
  'is',
  'isNot',
  'in',
  'within',
  'includes',
  'includesAnyOf',
  'atLeast',
  'atMost',
  'onOrBefore',
  'onOrAfter',
  'isKnown',
  'isUnknown',
] as const;
export type Operator = (typeof operators)[number];

const operatorFields = {
  is: other.optional(),
  isNot: other.optional(),
  in: other.optional(),
  within: other.optional(),
  includes: other.optional(),
  includesAnyOf: other.optional(),
  atLeast: other.optional(),
  atMost: other.optional(),
  onOrBefore: other.optional(),
  onOrAfter: other.optional(),
  isKnown: z.literal(true).optional(),
  isUnknown: z.literal(true).optional(),
};

export const leaf = z
  .strictObject({ fact: factId, ...operatorFields, else: code.optional() })
  .refine((value) => operators.filter((word) => value[word] !== undefined).length === 1, {
    error: `exactly one operator of: ${operators.join(', ')}`,
  });

export type WrittenLeaf = z.infer<typeof leaf>;
export type WrittenCondition =
  | WrittenLeaf
  | { all: WrittenCondition[]; else?: string | undefined }
  | { any: WrittenCondition[]; else?: string | undefined }
  | { not: WrittenCondition; else?: string | undefined };

/** A leaf, or exactly one of `all`, `any`, `not`, never empty. */
export const condition: z.ZodType<WrittenCondition> = z.lazy(() =>
  z.union([
    leaf,
    z.strictObject({ all: z.array(condition).min(1, 'a group is never empty'), else: code.optional() }),
    z.strictObject({ any: z.array(condition).min(1, 'a group is never empty'), else: code.optional() }),
    z.strictObject({ not: condition, else: code.optional() }),
  ]),
);
