import type { Outcome } from './outcome.js';
import { mixed } from './words.js';

/** Parts of an outcome that are compared on their own; each takes two whole numbers of a digest. */
export const parts = ['steps', 'holds', 'terms', 'blockers', 'questions', 'safeguards'] as const;
export type Part = (typeof parts)[number];
export const digestSize = parts.length * 2;

/**
 * Writes the digest of an outcome, part by part. The same words give the same digest under any rule set of the same layout;
 * the order of steps and of words plays no part.
 */
export function digestInto(outcome: Outcome, into: Int32Array, at: number): void {
  into.fill(0, at, at + digestSize);
  steps(outcome, into, at, outcome.words.one);
  steps(outcome, into, at + 1, outcome.words.two);
  for (const [part, list] of [outcome.blockers, outcome.missing, outcome.safeguards].entries())
    for (const word of list) {
      const place = at + (part + 3) * 2;
      add(into, place, mixed(part, outcome.words.one[word] ?? 0));
      add(into, place + 1, mixed(part, outcome.words.two[word] ?? 0));
    }
}

function steps(outcome: Outcome, into: Int32Array, at: number, hashes: readonly number[]): void {
  let hold = 0;
  for (let step = 0; step < outcome.stepItem.length; step++) {
    const where = mixed(
      mixed(outcome.stepItem[step] ?? 0, hashes[outcome.stepRoute[step] ?? 0] ?? 0),
      outcome.stepOrder[step] ?? 0,
    );
    const who = mixed(where, hashes[outcome.stepTo[step] ?? 0] ?? 0);
    add(into, at, mixed(who, hashes[outcome.stepBasis[step] ?? 0] ?? 0));
    add(into, at + 4, mixed(who, hashes[outcome.stepTerms[step] ?? 0] ?? 0));
    let holding = 0;
    for (; hold < (outcome.stepHolds[step] ?? 0); hold++)
      holding = (holding + mixed(7, hashes[outcome.holds[hold] ?? 0] ?? 0)) | 0;
    add(into, at + 2, mixed(who, holding));
  }
}

const add = (into: Int32Array, at: number, value: number): void => {
  into[at] = (into[at] ?? 0) + value;
};
