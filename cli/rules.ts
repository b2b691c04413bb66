import { writeFileSync } from 'node:fs';
import { coverage } from '../rules/engine/rule-set/coverage.js';
import { loadRuleSet } from '../rules/engine/index.js';
import { editorSchemas } from '../rules/engine/schema/editor.js';
import { rulesDir } from './rules-at-hand.js';

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
