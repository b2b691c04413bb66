import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { coverage } from '../../rules/engine/rule-set/coverage.js';
import { loadRuleSet } from '../../rules/engine/index.js';
import { ruleOf } from '../../rules/engine/rule-set/rule-set.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { catalogue, pages } = loadRuleSet(`${root}/rules`);

const numbered = (chapter: string, last: number): string[] =>
  Array.from({ length: last }, (_, index) => `${chapter}${String(index + 1).padStart(2, '0')}`);

/** Every rule of specification B.2 to B.13. */
const specified = [
  ...numbered('G', 26),
  ...numbered('M', 15),
  ...numbered('L', 8),
  ...numbered('X', 10),
  ...numbered('E', 16),
  ...numbered('I', 8),
  ...numbered('S', 18),
  ...numbered('P', 14),
  ...numbered('F', 26),
  ...numbered('H', 14),
  ...numbered('T', 12),
  ...numbered('C', 14),
];

it('states the coverage of every rule of the specification, so that none is forgotten', () => {
  expect(Object.keys(catalogue.rules)).toEqual(expect.arrayContaining(specified));
});

it('has a page for every rule that decides and is called complete', () => {
  const withPage = new Set([...pages.keys()].map(ruleOf));
  const decides = /^[GMLXEISPF]\d\d$/;
  const without = specified.filter(
    (rule) => decides.test(rule) && catalogue.rules[rule]?.status === 'complete' && !withPage.has(rule),
  );
  expect(without).toEqual([]);
});

it('keeps the coverage page as the catalogue says', () => {
  expect(readFileSync(`${root}/docs/rules-coverage.md`, 'utf8')).toBe(
    coverage(catalogue, [...pages.values()]),
  );
});
