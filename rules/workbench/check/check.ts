import { join } from 'node:path';
import {
  loadEmergencyPage,
  loadOfficePage,
  RuleSetError,
  type PageFault,
  type RuleSet,
} from '../../engine/index.js';
import { holdTogether, readRules } from '../../engine/load/load.js';
import { loadRegisters, type Registers } from '../../engine/registers/index.js';
import type { Checking } from './checking.js';
import { findingOf, inOrder, type CheckId, type Finding } from '../finding.js';
import { checkCatalogue } from './catalogue.js';
import { checkExamples } from './examples.js';
import { checkLaw } from './law.js';
import { checkTranslations } from './translations.js';
import { checkUse } from './use.js';

/** What was found, and what was held together; a part that does not hold together is absent. */
export type Checked = {
  findings: readonly Finding[];
  ruleSet?: RuleSet;
  registers?: Registers;
};

/**
 * Everything under a folder of rules, read, held together and looked through. Faults for which something cannot be read come
 * alone: what they hide is found once they are mended.
 * @param today YYYY-MM-DD; readings of law age by it
 */
export function check(dir: string, today: string): Checked {
  const rules = attempt(() => {
    const written = readRules(dir);
    const ruleSet = holdTogether(written);
    loadEmergencyPage(join(dir, 'intake'), ruleSet);
    loadOfficePage(join(dir, 'intake', 'training-office.yaml'), ruleSet);
    return { written, ruleSet };
  });
  const registers = attempt(() => loadRegisters(join(dir, 'registers')));
  const findings = [
    ...refused('does-not-hold', rules.faults),
    ...refused('register-does-not-hold', registers.faults.map(underRegisters)),
  ];
  if (rules.value === undefined || registers.value === undefined) return { findings: inOrder(findings) };
  const checking = { ...rules.value, registers: registers.value, today };
  return {
    findings: inOrder(inspect(checking)),
    ruleSet: checking.ruleSet,
    registers: checking.registers,
  };
}

/** What is wrong with rules that hold together. */
export const inspect = (checking: Checking): Finding[] => [
  ...checkCatalogue(checking),
  ...checkLaw(checking),
  ...checkExamples(checking),
  ...checkUse(checking),
  ...checkTranslations(checking),
];

function attempt<T>(work: () => T): { value?: T; faults: readonly PageFault[] } {
  try {
    return { value: work(), faults: [] };
  } catch (error) {
    if (error instanceof RuleSetError) return { faults: error.faults };
    throw error;
  }
}

const refused = (id: CheckId, faults: readonly PageFault[]): Finding[] =>
  faults.map((fault) => findingOf(id, fault));

const underRegisters = (fault: PageFault): PageFault => ({ ...fault, file: `registers/${fault.file}` });
