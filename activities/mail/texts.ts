import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { mailLanguages, noticeKinds, type MailLanguage } from '../../contracts/notices.js';

const line = z.string().min(1);
const perKind = z.record(z.enum(noticeKinds), line);

const mailTexts = z.strictObject({
  language: z.enum(mailLanguages),
  subject: perKind,
  opening: perKind,
  climbed: line,
  due: line,
  link: line,
  note: line,
  closing: line,
  natures: z.record(z.enum(['law', 'office', 'provider', 'signature']), line),
  provisional: line,
  digest: z.strictObject({ subject: line, opening: line, line, more: line }),
});
/** Words of the mails in one language. */
export type MailTexts = z.infer<typeof mailTexts>;

/**
 * Reads `rules/mail/<language>.yaml` for every language a person can be written to in.
 * @throws ZodError naming the place of what is missing or unknown; what the file system says
 */
export function readMailTexts(folder: string): ReadonlyMap<MailLanguage, MailTexts> {
  return new Map(
    mailLanguages.map((language) => {
      const read = mailTexts.parse(parse(readFileSync(join(folder, `${language}.yaml`), 'utf8')));
      if (read.language !== language) throw new Error(`${language}.yaml says that it is ${read.language}`);
      return [language, read];
    }),
  );
}

/** The line with its names in braces filled. @throws Error for a name it is not given */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`A mail text names {${name}}, which no mail has.`);
    return value;
  });
