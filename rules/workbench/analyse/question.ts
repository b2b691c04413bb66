import type { CheckId } from '../finding.js';
import type { Seen } from './case.js';
import type { Truth } from './solver.js';

/** A place in the files: of a page, of the dictionary or of the catalogue. */
export type At = { page: string; path: readonly PropertyKey[] } | { fact: string } | { route: string };

/**
 * What is asked of all cases at once. The solver looks for a case in which `asks` holds; the engine has to agree that it does,
 * by `agrees`. Something is wrong where such a case exists, or where none does.
 */
export type Question = {
  check: CheckId;
  /** Names the question from one run to the next: a reason in `analysis.yaml` stands for it. */
  about: string;
  at: At;
  says: string;
  wrongIf: 'some-case' | 'no-case';
  asks(): readonly Truth[];
  agrees: (seen: Seen) => boolean | Promise<boolean>;
  /** Whether cases that other questions brought up are tried first; not where each trial takes long. */
  triesFound?: false;
};
