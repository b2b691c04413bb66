import { writeFileSync } from 'node:fs';
import { coverage } from '../rules/engine/rule-set/coverage.js';
import { loadEmergencyPage, loadOfficePage, loadRuleSet } from '../rules/engine/index.js';
import { editorSchemas } from '../rules/engine/schema/editor.js';
import { loadRegisters } from '../rules/engine/registers/index.js';
import { rulesDir } from './rules-at-hand.js';

/** `rogatory rules check`: everything under rules/ is read and held together; faults go to stderr with file, line and column. */
export function checkRules(): void {
  const ruleSet = loadRuleSet(rulesDir);
  const registers = loadRegisters(`${rulesDir}/registers`);
  loadEmergencyPage(`${rulesDir}/intake`, ruleSet);
  loadOfficePage(`${rulesDir}/intake/training-office.yaml`, ruleSet);
  console.log(
    `${ruleSet.pages.size} pages, ${ruleSet.dictionary.size} facts, ${ruleSet.parameters.size} parameters, ${ruleSet.lifeCycles.size} life cycles in ${ruleSet.strata.length} strata; ${registers.states.size} States, ${registers.providers.size} providers`,
  );
  console.log(`rule set ${ruleSet.digest}`);
}

/** `rogatory rules schema`: writes the JSON Schemas that editors complete pages with. */
export function writeSchemas(): void {
  for (const [name, schema] of Object.entries(editorSchemas()))
    writeFileSync(`${rulesDir}/schema/${name}.json`, `${JSON.stringify(schema, null, 2)}\n`);
}

/** `rogatory rules coverage`: writes docs/rules-coverage.md from the catalogue. */
export function writeCoverage(): void {
  const { catalogue, pages } = loadRuleSet(rulesDir);
  writeFileSync(`${rulesDir}/../docs/rules-coverage.md`, coverage(catalogue, [...pages.values()]));
}
