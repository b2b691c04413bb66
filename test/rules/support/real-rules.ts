import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRuleSet, scenarioOf, type RuleSet, type Scenario } from '../../../rules/engine/index.js';
import { loadRegisters, type Registers } from '../../../rules/engine/registers/index.js';

export const rulesDir = join(import.meta.dirname, '../../../rules');
export const examplesDir = join(rulesDir, 'examples');

/** The rule set and registers that the system runs with. */
export const realRules = (): { ruleSet: RuleSet; registers: Registers } => ({
  ruleSet: loadRuleSet(rulesDir),
  registers: loadRegisters(join(rulesDir, 'registers')),
});

export const scenarioFile = (name: string): string => join(examplesDir, `${name}.json`);

/** Facts as JSON of one worked scenario, free to be changed. */
export const factsOf = (name: string): Record<string, unknown> => {
  const { facts } = scenarioOf(JSON.parse(readFileSync(scenarioFile(name), 'utf8')));
  if (typeof facts !== 'object' || facts === null) throw new Error(`${name} has no facts`);
  return { ...facts };
};

/** Every worked scenario of rules/examples, in the order of their ids. */
export const scenarios = (): Scenario[] =>
  readdirSync(examplesDir)
    .filter((name) => /^SC\d\d\.json$/.test(name))
    .sort()
    .map((name) => scenarioOf(JSON.parse(readFileSync(join(examplesDir, name), 'utf8'))));
