import fc from 'fast-check';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { FactMap, Frame } from '../../contracts/determination.js';
import {
  compiledEvaluator,
  frameFromScenario,
  jsonRulesEvaluator,
  loadRuleSet,
  resultBy,
  ruleSetOn,
} from '../../rules/engine/index.js';
import { loadRegisters } from '../../rules/engine/registers/index.js';
import { anyCase } from './naive/cases.js';

const rulesDir = fileURLToPath(new URL('../../rules', import.meta.url));
const ruleSet = loadRuleSet(rulesDir);
const registers = loadRegisters(`${rulesDir}/registers`);
/** `ROGATORY_RANDOM_CASES=5000` in the suite of a release. */
const numRuns = Number(process.env['ROGATORY_RANDOM_CASES'] ?? 300);

/** The frame with some answers taken out: what nobody has said is assumed, and the reading is in doubt. */
const without = (frame: Frame, gaps: readonly number[]): Frame => {
  const some = (facts: FactMap): FactMap =>
    Object.fromEntries(
      Object.entries(facts).filter(([fact], place) => fact === 'asOf' || !gaps.includes(place % 23)),
    );
  return {
    ...frame,
    case: some(frame.case),
    items: frame.items.map(({ id, facts }) => ({ id, facts: some(facts) })),
  };
};

it(
  'json-rules-engine and the compiled pages come to the same result on random cases, complete and with gaps',
  async () => {
    const gaps = fc.subarray([...Array(23).keys()], { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(anyCase, gaps, async (facts, missing) => {
        const frame = without(frameFromScenario(ruleSet, registers, facts), missing);
        const rules = ruleSetOn(ruleSet, frame.asOf);
        const recorded = await resultBy(rules, frame, jsonRulesEvaluator);
        expect(await resultBy(rules, frame, compiledEvaluator)).toEqual(recorded);
      }),
      { numRuns },
    );
  },
  60_000 + numRuns * 200,
);
