import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { decidedBy, decidedOn } from '../../rules/engine/batch/index.js';
import { compiledEvaluator, jsonRulesEvaluator, resultBy, ruleSetOn } from '../../rules/engine/index.js';
import { randomFrame, realRules } from './support/real-cases.js';

/** `npm run test:random` takes 100,000. */
const numRuns = Number(process.env['ROGATORY_RANDOM_CASES'] ?? 5_000);

/** Says what differs only where something does: looking into two large results takes longer than making them. */
function same<T>(one: T, other: T): void {
  if (!isDeepStrictEqual(one, other)) expect(one).toEqual(other);
}

it(
  'json-rules-engine, the compiled and the packed pages come to the same on random cases, complete and with gaps',
  async () => {
    await fc.assert(
      fc.asyncProperty(randomFrame, async (frame) => {
        const rules = ruleSetOn(realRules, frame.asOf);
        const recorded = await resultBy(rules, frame, jsonRulesEvaluator);
        same(await resultBy(rules, frame, compiledEvaluator), recorded);
        same(decidedOn(rules, frame), decidedBy(recorded));
      }),
      { numRuns },
    );
  },
  60_000 + numRuns * 200,
);
