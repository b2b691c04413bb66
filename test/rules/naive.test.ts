import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { anyCase } from './naive/cases.js';
import { scenario, scenarioFacts, type Expectation } from './naive/dialect.js';
import { evaluate } from './naive/evaluator.js';

const folder = new URL('../../rules/examples/', import.meta.url);
const scenarios = readdirSync(folder)
  .filter((name) => /^SC\d\d\.(json|ya?ml)$/.test(name))
  .sort()
  .map((name) => scenario.parse(parse(readFileSync(new URL(name, folder), 'utf8'))));

const sorted = (words: readonly string[]): string[] => [...words].sort();

/** Steps as a set of steps with their items and bases as sets; the variant of `MLA` says which basis is the primary one. */
const stepSet = (steps: Expectation['steps']): string[] =>
  sorted(
    steps.map(({ basis, items, ...rest }) =>
      JSON.stringify({ ...rest, items: sorted(items), basis: sorted(basis) }),
    ),
  );

describe('the naive evaluator decides every worked scenario as section B does', () => {
  it('knows the five scenarios of the first milestone', () => {
    expect(scenarios.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['SC01', 'SC04', 'SC09', 'SC14', 'SC23']),
    );
  });

  it.each(scenarios)('$id $title', ({ facts, expected }) => {
    const result = evaluate(facts);
    expect(result.plan).toEqual(expected.plan);
    expect(stepSet(result.steps)).toEqual(stepSet(expected.steps));
    for (const key of ['legalBasis', 'blockers', 'missingFacts', 'safeguards'] as const)
      expect(sorted(result[key]), key).toEqual(sorted(expected[key]));
    expect(result.alternates).toEqual(expect.arrayContaining(expected.alternates));
    expect(result.rules).toEqual(expect.arrayContaining(expected.rules));
  });
});

/** Rules that no facts of a case fire: events of a route, standing duties, refusals outside the engine (B.18), or no fact to read. */
const notOnFacts = new Set([
  ...[
    'G23',
    'M09',
    'M15',
    'X10',
    'E13',
    'I08',
    'S10',
    'S13',
    'S16',
    'S17',
    'S18',
    'P09',
    'P10',
    'P11',
    'P12',
  ],
  ...['P13', 'P14', 'F16', 'F17', 'F18', 'F19', 'F22', 'F23', 'F25', 'F26'],
]);
const chapters = { G: 26, M: 15, L: 8, X: 10, E: 16, I: 8, S: 18, P: 14, F: 26 };
const decisionRules = Object.entries(chapters)
  .flatMap(([letter, last]) =>
    Array.from({ length: last }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`),
  )
  .filter((rule) => !notOnFacts.has(rule));

describe('random cases', () => {
  it('are cases of the dialect, and fire every decision rule in at least 20 of 5,000', () => {
    const fired = new Map<string, number>();
    for (const facts of fc.sample(anyCase, { numRuns: 5000, seed: 20261121 })) {
      expect(scenarioFacts.safeParse(facts).error).toBeUndefined();
      for (const rule of evaluate(facts).rules) fired.set(rule, (fired.get(rule) ?? 0) + 1);
    }
    expect(decisionRules.filter((rule) => (fired.get(rule) ?? 0) < 20)).toEqual([]);
  });

  it('get the same decision in whatever order their items and treaties are written', () => {
    const order = fc.record({ facts: anyCase, turned: fc.boolean() });
    fc.assert(
      fc.property(order, ({ facts, turned }) => {
        const states = Object.entries(facts.states).map(([name, state]) => [
          name,
          { ...state, bothParty: state.bothParty.toReversed() },
        ]);
        const other = {
          ...facts,
          items: turned ? facts.items.toReversed() : facts.items,
          states: scenarioFacts.shape.states.parse(Object.fromEntries(states.toReversed())),
        };
        const [one, two] = [evaluate(facts), evaluate(other)];
        expect(two.plan).toEqual(one.plan);
        expect(stepSet(two.steps)).toEqual(stepSet(one.steps));
        for (const key of ['legalBasis', 'blockers', 'missingFacts', 'safeguards', 'rules'] as const)
          expect(two[key]).toEqual(one[key]);
      }),
      { numRuns: 300 },
    );
  });
});
