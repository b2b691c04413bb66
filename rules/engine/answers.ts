import { z } from 'zod';
import type { FactValue } from '../../contracts/determination.js';
import {
  identifier,
  timeWindow,
  type FactAnswer,
  type Identifier,
  type StoredValue,
  type TimeWindow,
} from '../../contracts/facts.js';
import type { Dictionary } from './dictionary.js';
import { valueFault } from './value-types.js';

const plain = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
const identifierList = z.array(identifier).min(1).max(100);

/**
 * The value of an answer as it is stored, or the fault in words. "Asked, and does not know" stores `null`.
 * Whether the fact exists, and who may set it, is the caller's to check.
 */
export function checkAnswer(
  dictionary: Dictionary,
  answer: FactAnswer,
): { value: StoredValue } | { fault: string } {
  const entry = dictionary.get(answer.fact);
  if (entry === undefined) return { fault: `"${answer.fact}" is no fact` };
  if (!answer.known)
    return answer.value === undefined
      ? { value: null }
      : { fault: 'an answer that is not known has no value' };
  if (answer.value === undefined) return { fault: 'an answer has a value, or is marked as not known' };
  if (entry.type === 'identifiers') return structured(identifierList, answer.value);
  if (entry.type === 'window') return structured(timeWindow, answer.value);
  const read = plain.safeParse(answer.value);
  if (!read.success) return { fault: `${entry.id} takes a single value or a list of texts` };
  const fault = valueFault(entry, read.data);
  return fault === undefined ? { value: read.data } : { fault };
}

function structured<T extends StoredValue>(
  schema: z.ZodType<T>,
  value: unknown,
): { value: T } | { fault: string } {
  const read = schema.safeParse(value);
  if (read.success) return { value: read.data };
  return {
    fault: read.error.issues
      .map(({ path, message }) => `${path.map(String).join('.')}: ${message}`)
      .join('; '),
  };
}

/** What rules read of identifiers: which types there are, and whether an IP address lacks time, zone or source port. */
export function readIdentifiers(identifiers: readonly Identifier[]): Record<string, FactValue> {
  const addresses = identifiers.filter(({ type }) => type === 'IP');
  return {
    'identifiers.types': [...new Set(identifiers.map(({ type }) => type))].sort(),
    ipIncomplete: addresses.some(
      ({ timestamp, timezone, port }) =>
        timestamp === undefined || timezone === undefined || port === undefined,
    ),
  };
}

export const isIdentifiers = (value: StoredValue): value is readonly Identifier[] =>
  identifierList.safeParse(value).success;
export const isWindow = (value: StoredValue): value is TimeWindow => timeWindow.safeParse(value).success;
