import type { FactValue } from '../../../contracts/determination.js';
import { isState } from '../../../contracts/states.js';
import type { FactEntry } from './dictionary.js';
import type { Operator } from '../schema/words.js';

const day = /^\d{4}-\d{2}-\d{2}$/;

export const isList = (value: FactValue): value is readonly string[] => Array.isArray(value);

/** A date that exists: 30 February does not. */
export const isDay = (text: string): boolean => {
  const at = day.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
};

const isInstant = (text: string): boolean =>
  !Number.isNaN(Date.parse(text)) && /T.*(Z|[+-]\d{2}:\d{2})$/.test(text);

/** Whether an operator can read a fact of this type. */
export function operatorFits(operator: Operator, { type }: FactEntry): boolean {
  if (operator === 'isKnown' || operator === 'isUnknown') return true;
  if (operator === 'includes' || operator === 'includesAnyOf' || operator === 'within')
    return type === 'set' || type === 'states';
  if (operator === 'atLeast' || operator === 'atMost') return type === 'integer' || type === 'enum';
  if (operator === 'onOrBefore' || operator === 'onOrAfter') return type === 'date' || type === 'instant';
  if (operator === 'in') return type === 'enum' || type === 'text' || type === 'state';
  return type !== 'set' && type !== 'states' && type !== 'identifiers';
}

/**
 * Whether a value lies in the domain of a fact; the answer is the fault in words, or undefined.
 * Operators that read lists take lists of members; all others take one value.
 */
export function fits(fact: FactEntry, value: FactValue, operator: Operator): string | undefined {
  if (operator === 'in' || operator === 'within' || operator === 'includesAnyOf') {
    if (!isList(value)) return `"${operator}" takes a list`;
    return firstFault(value.map((member) => memberFault(fact, member)));
  }
  if (operator === 'includes') return memberFault(fact, value);
  return valueFault(fact, value);
}

const firstFault = (faults: readonly (string | undefined)[]): string | undefined =>
  faults.find((fault) => fault !== undefined);

function memberFault({ id, values }: FactEntry, member: FactValue): string | undefined {
  if (typeof member !== 'string') return `${id} holds texts`;
  return values !== undefined && !values.includes(member)
    ? `"${member}" is no value of ${id}; allowed: ${values.join(', ')}`
    : undefined;
}

/** The fault of a value that a fact cannot have. `null` is always allowed: it means none, or unknown. */
export function valueFault(fact: FactEntry, value: FactValue): string | undefined {
  const { id, type } = fact;
  const must = (says: string): string => `${id} is ${says}, not ${JSON.stringify(value)}`;
  if (value === null) return undefined;
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : must('true or false');
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0
        ? undefined
        : must('a whole number, zero or more');
    case 'enum':
    case 'window':
      return typeof value === 'string' && fact.values?.includes(value) === true
        ? undefined
        : must(`one of ${fact.values?.join(', ') ?? ''}`);
    case 'set':
      return isList(value) ? firstFault(value.map((member) => memberFault(fact, member))) : must('a list');
    case 'states':
      return isList(value) && value.every(isState) ? undefined : must('a list of States of ISO 3166-1');
    case 'state':
      return typeof value === 'string' && isState(value) ? undefined : must('a State of ISO 3166-1');
    case 'date':
      return typeof value === 'string' && isDay(value) ? undefined : must('a date that exists, YYYY-MM-DD');
    case 'instant':
      return typeof value === 'string' && isInstant(value) ? undefined : must('an instant with its offset');
    case 'text':
      return typeof value === 'string' && value.length <= 20_000 ? undefined : must('a text');
    case 'identifiers':
      return must('a list of identifiers');
  }
}
