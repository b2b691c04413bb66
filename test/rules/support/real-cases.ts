import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { FactMap, Frame } from '../../../contracts/determination.js';
import { frameFromScenario, loadRuleSet } from '../../../rules/engine/index.js';
import { loadRegisters } from '../../../rules/engine/registers/index.js';
import { anyCase } from '../naive/cases.js';

const rulesDir = fileURLToPath(new URL('../../../rules', import.meta.url));
export const realRules = loadRuleSet(rulesDir);
const registers = loadRegisters(`${rulesDir}/registers`);

/** A case of the scenario dialect as the engine reads it. */
export const frameOf = (facts: unknown): Frame => frameFromScenario(realRules, registers, facts);

const scenario = z.looseObject({ id: z.string(), facts: z.unknown() });

/** The worked scenarios of the specification. */
export const scenarioFrames = readdirSync(`${rulesDir}/examples`)
  .filter((name) => /^SC\d+.*\.json$/.test(name))
  .sort()
  .map((name) => scenario.parse(JSON.parse(readFileSync(`${rulesDir}/examples/${name}`, 'utf8'))))
  .map(({ id, facts }) => ({ id, frame: frameOf(facts) }));

/** Facts that are taken out of a case together: one in so many. */
const gaps = 23;

/** The frame with some answers taken out: what nobody has said is assumed, and the reading is in doubt. */
const without = (frame: Frame, missing: readonly number[]): Frame => {
  const some = (facts: FactMap): FactMap =>
    Object.fromEntries(
      Object.entries(facts).filter(([fact], place) => fact === 'asOf' || !missing.includes(place % gaps)),
    );
  return {
    ...frame,
    case: some(frame.case),
    items: frame.items.map(({ id, facts }) => ({ id, facts: some(facts) })),
  };
};

/** Random cases under the real rules, complete and with gaps. */
export const randomFrame = fc
  .tuple(anyCase, fc.subarray([...Array(gaps).keys()], { maxLength: 6 }))
  .map(([facts, missing]) => without(frameOf(facts), missing));
