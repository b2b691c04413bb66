import {
  compareWithExpected,
  determine,
  expectation,
  frameFromScenario,
  type Scenario,
} from '../../engine/index.js';
import type { Rules } from '../impact/impact.js';

/** What the determination of a worked case differs in from what it expects, a line each; a fault of `expected` is one too. */
export async function differencesOf(
  { ruleSet, registers }: Rules,
  { id, facts, expected }: Scenario,
): Promise<string[]> {
  const read = expectation.safeParse(expected);
  if (!read.success)
    return read.error.issues.map(
      ({ path, message }) => `/expected/${path.map(String).join('/')}: ${message}`,
    );
  const frame = frameFromScenario(ruleSet, registers, facts);
  const determination = await determine({ ruleSet, frame, salt: id });
  const disputed =
    determination.disputed === null ? [] : [`the two evaluators differ in ${determination.disputed.differs}`];
  return [...compareWithExpected(determination, read.data), ...disputed];
}
