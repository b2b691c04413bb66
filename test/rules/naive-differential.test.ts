import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  compiledEvaluator,
  determine,
  frameFromScenario,
  resultBy,
  ruleSetOn,
} from '../../rules/engine/index.js';
import { anyCase } from './naive/cases.js';
import { differences } from './naive/compare.js';
import { evaluate } from './naive/evaluator.js';
import { realRules } from './support/real-rules.js';

const { ruleSet, registers } = realRules();
/** `npm run test:random` takes 100,000. */
const runs = Number(process.env['ROGATORY_RANDOM_CASES'] ?? 5_000);

it(
  'the pages decide random cases as an evaluator that was written from the specification alone',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, async (facts) => {
        const frame = frameFromScenario(ruleSet, registers, facts);
        const result = await resultBy(ruleSetOn(ruleSet, frame.asOf), frame, compiledEvaluator);
        expect(differences(evaluate(facts), result)).toEqual([]);
      }),
      { numRuns: runs },
    );
  },
  60_000 + runs * 50,
);

it(
  'so does a recorded determination, and its two evaluators do not differ',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, async (facts) => {
        const frame = frameFromScenario(ruleSet, registers, facts);
        const determination = await determine({ ruleSet, frame, salt: 'salt' });
        expect(differences(evaluate(facts), determination)).toEqual([]);
        expect(determination.disputed).toBeNull();
      }),
      { numRuns: Math.ceil(runs / 20) },
    );
  },
  60_000 + runs * 50,
);
