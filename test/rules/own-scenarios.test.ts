import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compareWithExpected, determine, expectation, frameFromScenario } from '../../rules/engine/index.js';
import { scenarioFacts } from './naive/dialect.js';
import { evaluate } from './naive/evaluator.js';
import { examplesDir, realRules } from './support/real-rules.js';

const { ruleSet, registers } = realRules();

const example = z.strictObject({
  id: z.string(),
  title: z.string(),
  facts: z.unknown(),
  expected: expectation,
  reasoning: z.string().optional(),
});
const files = readdirSync(examplesDir).filter((name) => name.endsWith('.json'));
const examples = files
  .sort()
  .map((name) => example.parse(JSON.parse(readFileSync(`${examplesDir}/${name}`, 'utf8'))));
const own = examples.filter(({ id }) => !/^SC\d\d$/.test(id));

const determined = new Map(
  await Promise.all(
    examples.map(async ({ id, facts }) => {
      const frame = frameFromScenario(ruleSet, registers, facts);
      return [id, await determine({ ruleSet, frame, salt: id })] as const;
    }),
  ),
);
const byEngine = (id: string) => {
  const found = determined.get(id);
  if (found === undefined) throw new Error(`${id} was not determined`);
  return found;
};

/** Examples with an unknown that the dialect of the naive evaluator has no word for: whether consent was given. */
const naiveCannotRead = ['M09-a', 'M09-b'];
/** Rules that only warn: the naive evaluator does not write down that they fired. */
const naiveWritesNoWarning = ['S10'];

describe('a worked example', () => {
  it('stands in a file of its own name', () => {
    expect(examples.map(({ id }) => `${id}.json`)).toEqual(files);
  });

  it.each(own)('$id says why, and names the rule it is about', ({ id, expected, reasoning }) => {
    const rule = id.replace(/-[a-z]$/, '');
    expect(expected.rules).toContain(rule);
    expect(byEngine(id).firedRules).toContain(rule);
    expect(reasoning).toMatch(new RegExp(`\\b${rule}\\b`));
  });

  it.each(examples)('$id is decided so by the engine: $title', ({ id, expected }) => {
    expect(compareWithExpected(byEngine(id), expected)).toEqual([]);
    expect(byEngine(id).disputed).toBeNull();
  });

  it.each(examples.filter(({ id }) => !naiveCannotRead.includes(id)))(
    '$id is decided so by section B said plainly: $title',
    ({ facts, expected }) => {
      const plain = evaluate(scenarioFacts.parse(facts));
      for (const key of ['plan', 'legalBasis', 'blockers', 'missingFacts', 'safeguards'] as const)
        expect(inOrderIf(key === 'plan', plain[key]), key).toEqual(inOrderIf(key === 'plan', expected[key]));
      expect(stepLines(plain)).toEqual(stepLines(expected));
      expect(plain.alternates).toEqual(expect.arrayContaining(expected.alternates));
      const rules = expected.rules.filter((rule) => !naiveWritesNoWarning.includes(rule));
      expect(plain.rules).toEqual(expect.arrayContaining(rules));
    },
  );

  it('is kept from the naive evaluator only while its dialect cannot say the facts', () => {
    const readable = examples.filter(({ facts }) => scenarioFacts.safeParse(facts).success);
    expect(examples.filter((one) => !readable.includes(one)).map(({ id }) => id)).toEqual(naiveCannotRead);
  });
});

const inOrderIf = (ordered: boolean, words: readonly string[]): string[] =>
  ordered ? [...words] : [...words].sort();

const stepLines = ({ steps }: Pick<z.infer<typeof expectation>, 'steps'>): string[] =>
  steps
    .map(({ order, route, measure, addressee, items, basis }) =>
      [order, route, measure, addressee, [...items].sort().join('+'), [...basis].sort().join('+')].join(' '),
    )
    .sort();

/** Decision rules that no scenario file can fire, each with the reason. */
const beyondAScenario = {
  M15: 'in a scenario file no deadline is set where null or nothing stands (A.7a-3): it is never unknown there',
  I08: 'no path of a scenario file says that the custodian stands in front of the origin (A.7a-3)',
  P00: 'a name for what P01 to P03, P05 and I03 conclude; definitions say it, nothing fires',
  F23: 'a standing duty: no path of a scenario file says who asked for the request (A.7a-3)',
};

it('fires every decision rule that facts can fire in at least two examples', () => {
  const times = (rule: string): number =>
    [...determined.values()].filter(({ firedRules }) => firedRules.includes(rule)).length;
  const decisionRules = Object.entries(ruleSet.catalogue.rules)
    .filter(([rule, { status }]) => /^([GMLXEISPF]\d\d|H02)$/.test(rule) && status !== 'event')
    .map(([rule]) => rule);
  expect(decisionRules.filter((rule) => times(rule) < 2)).toEqual(
    decisionRules.filter((rule) => rule in beyondAScenario),
  );
  expect(decisionRules).toEqual(expect.arrayContaining(Object.keys(beyondAScenario)));
});
