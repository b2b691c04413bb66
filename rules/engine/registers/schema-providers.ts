import { z } from 'zod';
import { dataCategories } from '../../../contracts/codes.js';

const country = z.string().regex(/^[A-Z]{2}$/, 'two capital letters of ISO 3166-1');
const accepts = z.enum(['yes', 'no', 'unknown']);
const byCategory = <T extends z.ZodType>(value: T) => z.partialRecord(z.enum(dataCategories), value);

const entity = z.strictObject({
  name: z.string().min(1),
  /** Absent when the operating company is not known: it is asked for, never guessed. */
  seat: country.optional(),
  /** Places of users it answers for: States, unions, `ALL`, or `OTHERS` for whoever no other entity answers for. Absent: no addressee. */
  answersFor: z.array(z.string().min(1)).optional(),
  /** Places that the provider's text leaves open: the pick is then a question. */
  notClear: z.array(country).optional(),
  /** States whose authorities reach this entity by their own process. */
  domesticIn: z.array(country).optional(),
  /** Names of services it answers for; absent: all. */
  services: z.array(z.string()).optional(),
  /** Data categories that this entity holds, whoever is addressed. */
  holds: z.array(z.enum(dataCategories)).optional(),
  since: z.iso.date().optional(),
  until: z.iso.date().optional(),
  confidence: z.literal('low').optional(),
  says: z.string(),
});
export type Entity = z.infer<typeof entity>;

export const providerFile = z.strictObject({
  provider: z.string().regex(/^[a-z0-9-]+$/),
  /** Invented for training: never stale, never a real company. */
  training: z.literal(true).optional(),
  name: z.string(),
  /** Names an officer may type; each belongs to one provider only. */
  names: z.array(z.string().min(1)).min(1),
  services: z.array(z.string()).min(1),
  lastChecked: z.iso.date().optional(),
  /** As the text says it, where it gives no full date. */
  textDate: z.string().optional(),
  knownFrom: z.iso.date().optional(),
  knownUntil: z.iso.date().optional(),
  confidence: z.enum(['high', 'medium', 'low']),
  source: z.string().min(1),
  entities: z.array(entity).min(1),
  terms: z.strictObject({
    voluntary: byCategory(z.enum(['YES', 'CASE_BY_CASE', 'NO', 'unknown'])),
    requiresOrder: z.enum(['NONE', 'PROSECUTOR', 'COURT']).optional(),
    requiredProcess: z.string().optional(),
    preservation: z.strictObject({
      accepts,
      days: z.int().positive().optional(),
      renewals: z.int().nonnegative().optional(),
    }),
    edr: z.strictObject({
      accepts,
      /** Seats of the entities that accept; absent: all. */
      onlySeats: z.array(country).optional(),
      criteria: z.string().optional(),
      form: z.string().optional(),
    }),
    userNotice: z.strictObject({
      practice: z.enum(['NEVER', 'UNLESS_PROHIBITED', 'ALWAYS', 'unknown']),
      delay: z.string().optional(),
    }),
    e2ee: z.boolean().optional(),
    retentionDays: byCategory(z.int().positive()).optional(),
  }),
  channel: z.strictObject({ kind: z.string(), name: z.string(), reference: z.string() }),
  language: z.string(),
  sender: z.string(),
  note: z.string().optional(),
});
export type Provider = z.infer<typeof providerFile>;
