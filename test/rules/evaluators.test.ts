import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactValue } from '../../contracts/determination.js';
import type { Condition, Leaf } from '../../rules/engine/rule-set/conditions.js';
import type { Evaluator } from '../../rules/engine/evaluate/evaluator.js';
import { compiledEvaluator, jsonRulesEvaluator } from '../../rules/engine/index.js';
import { operators, type Operator } from '../../rules/engine/schema/words.js';

const leaf = (fact: string, operator: Operator, value: FactValue): Leaf => ({
  kind: 'leaf',
  fact,
  operator,
  expected: { kind: 'literal', value },
});
const reader = (facts: Record<string, FactValue>, unknown: readonly string[] = []) => ({
  value: (fact: string): FactValue => facts[fact] ?? null,
  known: (fact: string): boolean => !unknown.includes(fact) && fact in facts,
});

async function holds(
  evaluator: Evaluator,
  condition: Condition,
  facts: Record<string, FactValue>,
): Promise<boolean> {
  const [truth] = await evaluator.evaluate([{ name: 'one', condition }], reader(facts));
  if (truth === undefined) throw new Error('unanswered');
  return truth.holds;
}

describe.each([jsonRulesEvaluator, compiledEvaluator])(
  'what json-rules-engine would get wrong is shut out of $name',
  (evaluator) => {
    const says = (condition: Condition, facts: Record<string, FactValue> = {}) =>
      holds(evaluator, condition, facts);

    it('reads a fact that nobody gave as an explicit none: nothing about it is true by its absence', async () => {
      expect(await says(leaf('a', 'is', true))).toBe(false);
      expect(await says(leaf('a', 'in', ['x']))).toBe(false);
      expect(await says(leaf('a', 'includes', 'x'))).toBe(false);
      expect(await says(leaf('a', 'atLeast', 0))).toBe(false);
      expect(await says(leaf('a', 'atMost', 0))).toBe(false);
    });

    it('compares no text as a number', async () => {
      expect(await says(leaf('a', 'atLeast', 3), { a: '5' })).toBe(false);
      expect(await says(leaf('a', 'is', 5), { a: '5' })).toBe(false);
    });

    it('finds an empty set within nothing, and nothing within an empty list', async () => {
      expect(await says(leaf('a', 'within', ['x']), { a: [] })).toBe(false);
      expect(await says(leaf('a', 'includesAnyOf', []), { a: ['x'] })).toBe(false);
    });

    it('puts an unknown date neither before nor after any', async () => {
      expect(await says(leaf('a', 'onOrBefore', '2026-01-01'))).toBe(false);
      expect(await says(leaf('a', 'onOrAfter', '2026-01-01'))).toBe(false);
    });

    it('answers every part of a group, also those that decide nothing', async () => {
      const condition: Condition = {
        kind: 'group',
        word: 'any',
        parts: [leaf('a', 'is', 1), leaf('b', 'is', 2), leaf('c', 'is', 3)],
      };
      const [truth] = await evaluator.evaluate([{ name: 'one', condition }], reader({ a: 1, b: 9, c: 3 }));
      expect(truth?.parts.map((part) => part.holds)).toEqual([true, false, true]);
    });

    it('answers questions in their order, two at once as one after the other', async () => {
      const questions = Array.from({ length: 40 }, (_, index) => ({
        name: `q${index}`,
        condition: leaf('a', 'is', index % 2),
      }));
      const ask = async () =>
        (await evaluator.evaluate(questions, reader({ a: 1 }))).map((truth) => truth.holds);
      const alone = await ask();
      expect(alone).toEqual(questions.map((_, index) => index % 2 === 1));
      expect(await Promise.all([ask(), ask(), ask()])).toEqual([alone, alone, alone]);
    });

    it('tells asked-and-unknown from answered', async () => {
      const [known, unknown] = await evaluator.evaluate(
        [
          { name: 'known', condition: leaf('a', 'isKnown', true) },
          { name: 'unknown', condition: leaf('a', 'isUnknown', true) },
        ],
        reader({ a: 1 }, ['a']),
      );
      expect([known?.holds, unknown?.holds]).toEqual([false, true]);
    });

    it('compares with another fact where the page says so', async () => {
      const condition: Condition = {
        kind: 'leaf',
        fact: 'a',
        operator: 'atLeast',
        expected: { kind: 'fact', fact: 'b' },
      };
      expect(await says(condition, { a: 2, b: 2 })).toBe(true);
      expect(await says(condition, { a: 1, b: 2 })).toBe(false);
      expect(await says(condition, { a: 1 })).toBe(false);
    });
  },
);

it('refuses a path into a fact', async () => {
  const condition: Condition = leaf('$.a', 'is', true);
  await expect(holds(jsonRulesEvaluator, condition, { a: true })).resolves.toBe(false);
});

const facts = ['a', 'b', 'c'];
const value: fc.Arbitrary<FactValue> = fc.oneof(
  fc.constantFrom<FactValue>(true, false, null, 0, 1, 5, 'x', 'y', '2026-01-01', '5'),
  fc.subarray(['x', 'y', 'z']),
);
const operator = fc.constantFrom(...operators);
const condition = fc.letrec<{ any: Condition }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc
      .tuple(fc.constantFrom(...facts), operator, value)
      .map(([fact, word, expected]): Condition => leaf(fact, word, expected)),
    fc
      .tuple(
        fc.constantFrom<'all' | 'any'>('all', 'any'),
        fc.array(tie('any'), { minLength: 1, maxLength: 4 }),
      )
      .map(([word, parts]): Condition => ({ kind: 'group', word, parts })),
    tie('any').map((part): Condition => ({ kind: 'group', word: 'not', parts: [part] })),
  ),
})).any;

it('gives the same truth of every part by either evaluator', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(condition, { minLength: 1, maxLength: 6 }),
      fc.dictionary(fc.constantFrom(...facts), value),
      fc.subarray(facts),
      async (conditions, given, unknown) => {
        const questions = conditions.map((one, index) => ({ name: `q${index}`, condition: one }));
        const by = async (evaluator: Evaluator) => evaluator.evaluate(questions, reader(given, unknown));
        expect(await by(jsonRulesEvaluator)).toEqual(await by(compiledEvaluator));
      },
    ),
    { numRuns: 300 },
  );
});
