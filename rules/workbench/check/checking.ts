import type { RuleSet } from '../../engine/index.js';
import type { Written } from '../../engine/load/written.js';
import type { Registers } from '../../engine/registers/index.js';

/** What every check is given: the rule set, where its parts stand, and the day of checking (YYYY-MM-DD). */
export type Checking = { ruleSet: RuleSet; written: Written; registers: Registers; today: string };
