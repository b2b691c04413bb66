import { z } from 'zod';
import { code } from './words.js';

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

/** Languages a determination can be read in. English is the base; every other one is a translation. */
export const languages = ['en', 'ru', 'kk', 'ky', 'tg', 'tk', 'uz'] as const;
export type Language = (typeof languages)[number];

/**
 * Wording in one language beside the codes: labels of the text, names of routes, facts, values and roles. A translation says
 * what it is; a file may hold a part only, and several files of one language add up.
 */
export const wordingFile = z.strictObject({
  language: z.enum(languages),
  status: z.enum(['base', 'draft', 'reviewed']),
  labels: z.record(z.string(), z.string()).default({}),
  /** Titles of families and, with a colon, what a variant says. */
  routes: z.record(z.string(), z.string()).default({}),
  /** Facts as a lawyer names them; the question of the dictionary where nothing stands here. */
  facts: z.record(z.string(), z.string()).default({}),
  values: z.record(z.string(), z.string()).default({}),
  /** Questions of facts, by fact; the dictionary has the English ones. */
  asks: z.record(z.string(), z.string().min(3)).default({}),
  /** Sources as a lawyer cites them, by the name that pages use. */
  instruments: z.record(z.string(), z.string().min(3)).default({}),
  /** Translations of English sentences that stand on pages of their own: duties, clocks, their references. By the English sentence. */
  said: z.record(z.string(), z.string().min(3)).default({}),
  roles: z.record(z.string(), z.string()).default({}),
  reasons: sentences.default({}),
  blockers: sentences.default({}),
  questions: sentences.default({}),
  safeguards: sentences.default({}),
  bases: z.record(z.string(), z.string().min(3)).default({}),
  measures: sentences.default({}),
});
export type WordingFile = z.infer<typeof wordingFile>;
