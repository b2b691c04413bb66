import { z } from 'zod';
import { documentForms, roles } from '../../contracts/codes.js';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const lotPart = z.enum([
  'addressee',
  'basis',
  'categories',
  'family',
  'measure',
  'route',
  'safeguards',
  'urgency',
]);
export type LotPart = z.infer<typeof lotPart>;

const factId = z.string().regex(/^[a-zA-Z][a-zA-Z0-9]*(\.[a-zA-Z0-9_]+)*$/, 'is no fact id');
const test = {
  is: scalar.optional(),
  in: z.array(scalar).min(1).optional(),
  isKnown: z.boolean().optional(),
  /** An unknown value counts as if the condition held: for rights and authority. */
  orUnknown: z.boolean().default(false),
};

/** Tiny and closed: one subject, one test. Values that are sets pass when one member does. */
export const condition = z
  .union([
    z.strictObject({ fact: factId, ...test }),
    z.strictObject({ item: factId, ...test }),
    z.strictObject({ lot: lotPart, ...test }),
    z.strictObject({ pick: factId, by: factId, ...test }),
  ])
  .refine((one) => [one.is, one.in, one.isKnown].filter((word) => word !== undefined).length === 1, {
    error: 'takes exactly one of is, in, isKnown',
  });
export type Condition = z.infer<typeof condition>;

const say = {
  label: z.string().min(1).optional(),
  optional: z.boolean().default(false),
  when: condition.optional(),
};
const place = {
  /** An address, number or portal of the real world: never printed in training. */
  address: z.boolean().default(false),
  /** In training this stands in, also where nothing was said. */
  inTraining: z.string().min(1).optional(),
};

const scheduleColumn = z.enum(['dataCategory', 'identifiers', 'timeWindow']);
export type ScheduleColumn = z.infer<typeof scheduleColumn>;

export const part = z.union([
  z.strictObject({ fact: factId, ...say, ...place }),
  z.strictObject({ item: factId, ...say, ...place }),
  z.strictObject({ decision: factId, ...say }),
  z.strictObject({ lot: lotPart, ...say }),
  z.strictObject({ person: z.enum(['drafter.name', 'drafter.role']), ...say }),
  z.strictObject({ document: z.enum(['date', 'time', 'number']), ...say }),
  z.strictObject({ related: z.union([z.literal('all'), z.array(z.string()).min(1)]), ...say }),
  z.strictObject({ schedule: z.array(scheduleColumn).min(1), ...say }),
  z.strictObject({ signatures: z.literal(true), ...say }),
  /** What an earlier answer in part did not bring; no line where nothing is missing. */
  z.strictObject({ gaps: z.literal(true), ...say }),
  z.strictObject({ text: z.string().min(1), ...say }),
]);
export type Part = z.infer<typeof part>;

export const field = z
  .strictObject({
    id: z.string().regex(/^[a-zA-Z][a-zA-Z0-9]*$/),
    number: z.string().min(1).max(4),
    section: z.string().min(1),
    title: z.string().min(1),
    required: z.enum(['R', 'C', 'O']),
    requiredWhen: condition.optional(),
    /** One given part is enough; with none, all of them are named as missing. */
    atLeastOne: z.boolean().default(false),
    source: z.string().min(1),
    from: z.array(part).min(1),
  })
  .refine((one) => one.requiredWhen === undefined || one.required === 'C', {
    path: ['requiredWhen'],
    error: 'stands only on a field with required: C',
  })
  .refine((one) => one.required !== 'R' || one.atLeastOne || one.from.some((p) => !p.optional), {
    path: ['from'],
    error: 'of a required field cannot be optional throughout; say atLeastOne: true',
  });
export type Field = z.infer<typeof field>;

const words = z.record(z.string(), z.string().min(1));

export const form = z.strictObject({
  vocabulary: z.literal(1),
  id: z.enum(documentForms),
  extends: z.enum(documentForms).optional(),
  title: z.string().min(1),
  to: z.string().min(1),
  classification: z.string().min(1),
  opening: z.string().min(1),
  closing: z.string().min(1),
  signatures: z.strictObject({
    drafter: z.string().min(1),
    approvals: z.string().min(1),
    seal: z.string().min(1).optional(),
  }),
  fields: z.array(field).min(1),
});
export type Form = z.infer<typeof form>;

export const wordList = z.strictObject({
  vocabulary: z.literal(1),
  facts: z.record(z.string(), words),
  lot: z.partialRecord(lotPart, words),
  identifiers: words,
  gaps: z.strictObject({ WHOLE: z.string(), PERIOD: z.string(), DATA: z.string() }),
  roles: z.partialRecord(z.enum(roles), z.string().min(1)),
  states: words,
});
export type WordList = z.infer<typeof wordList>;
