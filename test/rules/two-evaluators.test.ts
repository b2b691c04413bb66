import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decidedBy, decidedOn } from '../../rules/engine/batch/index.js';
import { ruleSetOn } from '../../rules/engine/index.js';
import { explain } from '../../rules/engine/explain.js';
import { run } from '../../rules/engine/evaluate/run.js';
import { loaded } from './support/a-rule-set.js';
import { caseFacts, inFiles, itemFacts, randomPages } from './support/random-pages.js';
import { aCase, byBoth, evaluators } from './support/small-cases.js';

it('both evaluators give the same result, truth and reading of every part, on random pages and cases', async () => {
  let withPlan = 0;
  await fc.assert(
    fc.asyncProperty(
      randomPages,
      caseFacts,
      fc.array(itemFacts, { minLength: 1, maxLength: 3 }),
      async (pages, ofCase, items) => {
        const ruleSet = loaded(inFiles(pages));
        const frame = aCase(ofCase, ...items);
        const [recorded, other] = await byBoth(ruleSet, frame);
        expect(other).toEqual(recorded);
        const packed = decidedOn(ruleSetOn(ruleSet, frame.asOf), frame);
        expect(packed).toEqual(recorded && decidedBy(recorded));
        withPlan += recorded !== undefined && recorded.plan.length > 0 ? 1 : 0;
        const rules = ruleSetOn(ruleSet, frame.asOf);
        const [told, toldByOther] = await Promise.all(
          evaluators.map(async (evaluator) => explain(frame, await run(rules, frame, evaluator))),
        );
        expect(toldByOther).toEqual(told);
      },
    ),
    { numRuns: 150 },
  );
  expect(withPlan).toBeGreaterThan(30);
}, 120_000);
