import { z } from 'zod';
import type { FactValue } from '../../../contracts/determination.js';
import type { Fault } from '../../../contracts/errors.js';
import {
  identifier,
  timeWindow,
  type FactAnswer,
  type Identifier,
  type StoredValue,
  type TimeWindow,
} from '../../../contracts/facts.js';
import type { Dictionary } from '../rule-set/dictionary.js';
import { awaitsSecondReading, identifierFaults, windowFaults } from '../identifiers/index.js';
import { valueFault } from '../rule-set/value-types.js';

const plain = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
const identifierList = z.array(identifier).min(1).max(100);

/** Why an answer is refused: in words, and place by place with a pointer into the value where the value has parts. */
export type AnswerFault = { fault: string; faults?: readonly Fault[] };

/**
 * The value of an answer as it is stored, or the fault in words. "Asked, and does not know" stores `null`.
 * Identifiers are checked by their type, times against the clock of their zone.
 * Whether the fact exists, and who may set it, is the caller's to check.
 */
export function checkAnswer(
  dictionary: Dictionary,
  answer: FactAnswer,
): { value: StoredValue } | AnswerFault {
  const entry = dictionary.get(answer.fact);
  if (entry === undefined) return { fault: `"${answer.fact}" is no fact` };
  if (!answer.known)
    return answer.value === undefined
      ? { value: null }
      : { fault: 'an answer that is not known has no value' };
  if (answer.value === undefined) return { fault: 'an answer has a value, or is marked as not known' };
  if (entry.type === 'identifiers') return structured(identifierList, answer.value, identifierFaults);
  if (entry.type === 'window') return structured(timeWindow, answer.value, faultsOfWindow);
  const read = plain.safeParse(answer.value);
  if (!read.success) return { fault: `${entry.id} takes a single value or a list of texts` };
  const fault = valueFault(entry, read.data);
  return fault === undefined ? { value: read.data } : { fault };
}

function structured<T extends StoredValue>(
  schema: z.ZodType<T>,
  value: unknown,
  faultsIn: (value: T) => readonly Fault[],
): { value: T } | AnswerFault {
  const read = schema.safeParse(value);
  const faults = read.success ? faultsIn(read.data) : read.error.issues.map(faultOfIssue);
  if (read.success && faults.length === 0) return { value: read.data };
  return { fault: faults.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('; '), faults };
}

const faultOfIssue = ({ path, message }: { path: PropertyKey[]; message: string }): Fault => ({
  pointer: path.map((part) => `/${String(part)}`).join(''),
  detail: message,
});

const faultsOfWindow = (window: TimeWindow): Fault[] =>
  windowFaults(window).map(({ at, says }) => ({ pointer: `/${at}`, detail: says }));

/**
 * What rules read of identifiers: which types there are, whether an IP address lacks time, zone or source port, and whether
 * something typed by hand waits for its second reading. `readDigest` names the identifiers that were read a second time.
 */
export function readIdentifiers(
  identifiers: readonly Identifier[],
  readDigest?: string,
): Record<string, FactValue> {
  const addresses = identifiers.filter(({ type }) => type === 'IP');
  return {
    'identifiers.types': [...new Set(identifiers.map(({ type }) => type))].sort(),
    ipIncomplete: addresses.some(
      ({ timestamp, timezone, port }) =>
        timestamp === undefined || timezone === undefined || port === undefined,
    ),
    'identifiers.awaitSecondReading': awaitsSecondReading(identifiers, readDigest),
  };
}

export const isIdentifiers = (value: StoredValue): value is readonly Identifier[] =>
  identifierList.safeParse(value).success;
export const isWindow = (value: StoredValue): value is TimeWindow => timeWindow.safeParse(value).success;
