import type { Registers } from '../../engine/registers/index.js';
import { changedAt, type Changed } from './changed-at.js';

/** Places of the registers at which two editions differ, from the folder on: `states / KZ / treaties / budapest / ...`. */
export const registersDiffer = (before: Registers, after: Registers): Changed[] =>
  changedAt(contentOf(before), contentOf(after));

/** What was written; what is worked out from it is left away. */
const contentOf = ({ digest: _, providerByName: __, ...written }: Registers): object => written;
