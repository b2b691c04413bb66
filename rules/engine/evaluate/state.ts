import type { Reading } from '../../../contracts/determination.js';

/**
 * State of a condition in three bits: 1 holds on assumed values, 2 holds whatever is answered, 4 may hold after some answer.
 * `all` is a bitwise and, `any` a bitwise or; so the three-valued reading costs nothing beside the truth.
 */
export type State = number;

export const holds = (state: State | undefined): boolean => ((state ?? 0) & 1) === 1;

/** By the two upper bits; the second without the first is no state. */
const readings: readonly Reading[] = ['false', 'true', 'unknown', 'true'];

/** Three-valued reading: `unknown` where an assumption decided and an answer could turn it. */
export const readingOf = (state: State | undefined): Reading => readings[(state ?? 0) >> 1] ?? 'false';

export const isUnsure = (state: State | undefined): boolean => ((state ?? 0) & 6) === 4;

/** State of a leaf: `unsure` is 1 where an assumption had a part in what it reads. */
export const leafState = (held: boolean, unsure: number): State => (held ? 7 ^ (unsure << 1) : unsure << 2);

export const negated = (state: State): State =>
  (1 ^ (state & 1)) | (2 ^ ((state & 4) >> 1)) | (4 ^ ((state & 2) << 1));

/** State of a group from the states of its parts. */
export function groupState(word: 'all' | 'any' | 'not', parts: readonly State[]): State {
  if (word === 'not') return negated(parts[0] ?? 0);
  return word === 'all'
    ? parts.reduce((both, part) => both & part, 7)
    : parts.reduce((one, part) => one | part, 0);
}
