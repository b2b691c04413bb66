import type { Determination, FactValue, Frame } from '../../../contracts/determination.js';
import { determine, frameFromScenario } from '../../../rules/engine/index.js';
import { factsOf, realRules } from './real-rules.js';

const { ruleSet, registers } = realRules();

/** A worked scenario with facts of the case and of every item put otherwise. */
export function scenarioWith(
  name: string,
  ofCase: Record<string, FactValue> = {},
  ofItems: Record<string, FactValue> = {},
): Frame {
  const frame = frameFromScenario(ruleSet, registers, factsOf(name));
  return {
    ...frame,
    case: { ...frame.case, ...ofCase },
    items: frame.items.map(({ id, facts }) => ({ id, facts: { ...facts, ...ofItems } })),
  };
}

export const determined = (frame: Frame): Promise<Determination> =>
  determine({ ruleSet, frame, salt: 'changed' });

/** Codes that hold each family of the plan back, by family. */
export const heldBack = ({ lots }: Determination): Record<string, string[]> =>
  Object.fromEntries(
    lots.map(({ family, dispatchBlockers }) => [family, dispatchBlockers.map(({ code }) => code).sort()]),
  );

export { registers, ruleSet };
