import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Frame } from '../../contracts/determination.js';
import { decidedBy, decidedOn } from '../../rules/engine/batch/index.js';
import { compiledEvaluator, resultBy, ruleSetOn } from '../../rules/engine/index.js';
import { randomFrame, realRules, scenarioFrames } from './support/real-cases.js';

const packed = (frame: Frame) => decidedOn(ruleSetOn(realRules, frame.asOf), frame);
const determined = async (frame: Frame) =>
  decidedBy(await resultBy(ruleSetOn(realRules, frame.asOf), frame, compiledEvaluator));

it.each(scenarioFrames)('packed, $id is decided as it is determined', async ({ frame }) => {
  expect(packed(frame)).toEqual(await determined(frame));
});

it('packed cases are decided as they are determined, complete and with gaps', async () => {
  await fc.assert(
    fc.asyncProperty(randomFrame, async (frame) => {
      expect(packed(frame)).toEqual(await determined(frame));
    }),
    { numRuns: 1000 },
  );
}, 120_000);
