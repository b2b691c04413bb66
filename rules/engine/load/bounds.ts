import { visit, type Document } from 'yaml';

/** More than ten times the longest file of ours. */
const mostCharacters = 2_000_000;

/** Why a text is not parsed at all, or `undefined`. */
export const tooLong = (text: string): string | undefined =>
  text.length > mostCharacters ? `is longer than ${mostCharacters} characters` : undefined;

/**
 * Where a document repeats a part of itself by an alias, or `undefined`: a few lines of them unfold to more than any memory
 * holds, and a page is read by people, who follow none.
 */
export function aliasIn(text: string, document: Document): { offset: number; says: string } | undefined {
  if (!text.includes('*')) return undefined;
  let found: { offset: number; says: string } | undefined;
  visit(document, {
    Alias: (_key, { range, source }) => {
      found = { offset: range?.[0] ?? 0, says: `*${source} repeats another part: write it out here` };
      return visit.BREAK;
    },
  });
  return found;
}
