import { writtenFrom, type RuleSet } from '../rules/engine/index.js';

/** What was written into a rule set, its pages in the files they stand in. */
export const writtenOf = ({ content, pages }: RuleSet) =>
  writtenFrom(JSON.parse(content), new Map([...pages.values()].map(({ id, file }) => [id, file])));
