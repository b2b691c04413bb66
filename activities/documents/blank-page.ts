import { join } from 'node:path';
import { z } from 'zod';
import { documentForms } from '../../contracts/codes.js';
import { readSource } from '../../rules/engine/load/source.js';

const sentence = z.string().min(1);
const translation = z.strictObject({
  language: z.enum(['ru']),
  status: z.enum(['draft', 'reviewed']),
  note: sentence,
  said: z.record(sentence, sentence),
});
const blankPage = z.strictObject({
  vocabulary: z.literal(1),
  id: z.enum(documentForms),
  title: sentence,
  how: sentence,
  itemColumns: z.array(sentence).length(4),
  itemRows: z.int().min(1).max(20),
  times: z.strictObject({ title: sentence, rows: z.array(sentence).min(1) }),
  approval: z.strictObject({ title: sentence, rows: z.array(sentence).min(1) }),
  callList: z.strictObject({
    title: sentence,
    columns: z.array(sentence).length(5),
    none: sentence,
    atOnce: sentence,
  }),
  translations: z.array(translation),
});
/** What a blank adds to its form, with the translations of every sentence on it. */
export type BlankPage = z.infer<typeof blankPage>;
export type Translation = z.infer<typeof translation>;

/** Languages in which a blank is printed. */
export const blankLanguages = ['en', 'ru'] as const;
export type BlankLanguage = (typeof blankLanguages)[number];

/**
 * Reads `blank-D-05.yaml`.
 * @throws RuleSetError naming file, line and column of every fault
 */
export const loadBlankPage = (dir: string): BlankPage =>
  readSource(join(dir, 'blank-D-05.yaml'), 'rules/documents/blank-D-05.yaml', blankPage).content;
