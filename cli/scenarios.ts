import { scenarioOf } from '../rules/engine/index.js';
import { differencesOf } from '../rules/workbench/release/worked.js';
import { faultsNamed } from './decide.js';
import { readJson } from './input.js';
import { rulesAtHand } from './rules-at-hand.js';

/** `rogatory scenarios FILE...`: determines each scenario and prints what differs from what it expects. Status 1 when one fails. */
export async function scenarios(files: readonly string[]): Promise<void> {
  const atHand = rulesAtHand();
  let passed = 0;
  let failed = 0;
  for (const file of files) {
    const content = readJson(file);
    for (const json of Array.isArray(content) ? content : [content]) {
      const scenario = await faultsNamed(file, () => scenarioOf(json));
      const differences = await faultsNamed(`${file} ${scenario.id}`, () => differencesOf(atHand, scenario));
      if (differences.length === 0) passed += 1;
      else failed += 1;
      console.log(`${scenario.id}  ${differences.length === 0 ? 'passed' : 'FAILED'}  ${scenario.title}`);
      for (const difference of differences) console.log(`      ${difference}`);
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}
