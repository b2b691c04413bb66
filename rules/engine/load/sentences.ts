import type { YAMLError } from 'yaml';
import { z } from 'zod';
import { didYouMean } from './nearest.js';

/** Words of json-rules-engine that a page never carries, each with what is written in its place. */
const notOurs: Readonly<Record<string, string>> = {
  path: 'facts are flat: name the fact by its whole id',
  params: 'a fact takes no parameters: each question is a fact of its own',
  priority: 'every condition is answered: none goes before another',
  condition: 'a condition stands where it is read: there are no shared ones',
  event: 'what follows stands under "then"',
  conditions: 'a condition stands under "when"',
  name: 'a page is known by its id',
  value: 'the word of comparison carries the value: { fact: ..., is: ... }',
  operator: 'the word of comparison is a key: { fact: ..., is: ... }',
  equal: 'write "is"',
  notEqual: 'write "isNot"',
  greaterThan: 'write "atLeast" for a number or a degree, "onOrAfter" for a day',
  greaterThanInclusive: 'write "atLeast" for a number or a degree, "onOrAfter" for a day',
  lessThan: 'write "atMost" for a number or a degree, "onOrBefore" for a day',
  lessThanInclusive: 'write "atMost" for a number or a degree, "onOrBefore" for a day',
  notIn: 'write { not: { fact: ..., in: [...] } }',
  contains: 'write "includes"',
  doesNotContain: 'write { not: { fact: ..., includes: ... } }',
};

const missing = 'is missing';

/** What a shape does not take, in a sentence with the nearest allowed word; other issues keep their own. */
export function sentenceOf(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownWord(key, allowedKeys(issue.inst))).join('; ');
  if (issue.input === undefined && issue.code !== 'custom') return missing;
  if (issue.code === 'invalid_value' && typeof issue.input === 'string') {
    const allowed = issue.values.map(String);
    return `"${issue.input}" is none of ${allowed.join(', ')}.${didYouMean(issue.input, allowed)}`;
  }
  return undefined;
}

export const isMissing = ({ message }: { message: string }): boolean => message === missing;

function unknownWord(key: string, allowed: readonly string[]): string {
  const instead = notOurs[key] ?? (/[^A-Za-z]/.test(key) ? 'a word of comparison stands alone' : undefined);
  if (instead !== undefined && !allowed.includes(key)) return `"${key}" is no word here: ${instead}`;
  return `"${key}" is no word here.${didYouMean(key, allowed)}`;
}

const allowedKeys = (schema: unknown): string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];

/** What breaks the writing of a file, in a sentence. */
export function sentenceOfSyntax(error: YAMLError, text: string): string {
  const at = error.pos[0];
  const ended = text.slice(at).trim() === '';
  if (error.code === 'MULTIPLE_DOCS') return 'a second page begins here: one file holds one rule';
  if (error.code === 'DUPLICATE_KEY') return twice(/^[\w.]+/.exec(text.slice(at))?.[0] ?? 'a key');
  if (error.code === 'MISSING_CHAR' || ended)
    return `${error.message}${ended ? '; the file ends here and may be cut off' : ''}`;
  return error.message;
}

const twice = (key: string): string =>
  key === 'id' || key === 'vocabulary'
    ? `"${key}" stands twice: one file holds one rule, give the second a file of its own`
    : `"${key}" stands twice: each word stands once`;
