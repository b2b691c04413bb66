import { describe, expect, it } from 'vitest';
import { compareWithExpected, determine, expectation, frameFromScenario } from '../../rules/engine/index.js';
import { realRules, scenarios } from './support/real-rules.js';

const { ruleSet, registers } = realRules();

describe('every worked scenario of the specification', () => {
  it('is here', () => {
    expect(scenarios()).toHaveLength(28);
  });

  it.each(scenarios())('$id $title', async ({ id, facts, expected }) => {
    const frame = frameFromScenario(ruleSet, registers, facts);
    const determination = await determine({ ruleSet, frame, salt: id });
    expect(compareWithExpected(determination, expectation.parse(expected))).toEqual([]);
    expect(determination.disputed).toBeNull();
  });
});
