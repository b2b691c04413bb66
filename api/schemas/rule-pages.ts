import { z } from 'zod';

/** Pages that somebody is about to put in the place of those in force, as they would stand in files. */
export const rulePages = z
  .array(
    z.strictObject({
      file: z.string().regex(/^[\w-]+\/[\w.-]+\.yaml$/, 'a chapter and a file, such as securing/S02.yaml'),
      text: z.string().max(64_000),
    }),
  )
  .min(1)
  .max(20);
export const pageTexts = z.strictObject({ pages: rulePages });
