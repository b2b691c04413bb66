import { fileURLToPath } from 'node:url';
import { loadRegisters, type Registers } from '../rules/engine/registers/index.js';
import { loadRuleSet, type RuleSet } from '../rules/engine/index.js';

export const rulesDir = fileURLToPath(new URL('../rules', import.meta.url));

/** Rule set and registers of this installation. */
export const rulesAtHand = (): { ruleSet: RuleSet; registers: Registers } => ({
  ruleSet: loadRuleSet(rulesDir),
  registers: loadRegisters(`${rulesDir}/registers`),
});
