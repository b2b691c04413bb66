import type { FactValue } from '../../../contracts/determination.js';
import type { FactEntry } from './dictionary.js';

/** Every answer of a fact with a small domain; none for texts, numbers, dates and sets. */
export const answersOf = ({ type, values }: FactEntry): FactValue[] =>
  type === 'boolean' ? [true, false] : type === 'enum' ? [...(values ?? [])] : [];
