import { z } from 'zod';
import { code } from './schema-words.js';

const sentences = z.record(code, z.string().min(3));

/** Wording of every code, in one language: the only place where a code is declared. */
export const textsFile = z.strictObject({
  language: z.enum(['en', 'ru']),
  reasons: sentences,
  blockers: sentences,
  questions: sentences,
  safeguards: sentences,
  /** Legal-basis codes carry hyphens, dots and brackets. */
  bases: z.record(z.string(), z.string().min(3)),
  measures: sentences,
});
export type Texts = z.infer<typeof textsFile>;
