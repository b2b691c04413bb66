import { resolve } from 'node:path';
import { check, type Checked } from '../rules/workbench/check/check.js';
import { sarif } from '../rules/workbench/sarif.js';
import { rulesDir } from './rules-at-hand.js';

type CheckOptions = { dir?: string; json: boolean; sarif: boolean; strict: boolean };

/**
 * `rogatory rules check [--dir DIR] [--json|--sarif] [--strict]`: everything under rules/ is read, held together and looked
 * through. Errors end with 1, and with `--strict` warnings too.
 */
export function checkRules({ dir, json, sarif: asSarif, strict }: CheckOptions): void {
  const folder = dir ?? rulesDir;
  const checked = check(resolve(folder), new Date().toISOString().slice(0, 10));
  const { findings } = checked;
  if (json) print({ ...summaryOf(checked), findings });
  else if (asSarif) print(sarif(findings, dir ?? 'rules'));
  else {
    for (const { file, line, column, level, says } of findings)
      console.error(`${file}:${line}:${column}  ${level === 'warning' ? 'warning: ' : ''}${says}`);
    for (const line of inWords(checked)) console.log(line);
  }
  if (findings.some(({ level }) => strict || level === 'error')) process.exitCode = 1;
}

const print = (value: object): void => console.log(JSON.stringify(value, null, 2));

const summaryOf = ({ ruleSet, registers }: Checked): object => ({
  ruleSet: ruleSet?.digest ?? null,
  registers: registers?.digest ?? null,
});

function inWords({ ruleSet, registers, findings }: Checked): string[] {
  if (ruleSet === undefined || registers === undefined)
    return [`${findings.length} faults; nothing of this folder can be used`];
  const { pages, dictionary, parameters, lifeCycles, strata } = ruleSet;
  const errors = findings.filter(({ level }) => level === 'error').length;
  return [
    `${pages.size} pages, ${dictionary.size} facts, ${parameters.size} parameters, ${lifeCycles.size} life cycles in ${strata.length} strata; ${registers.states.size} States, ${registers.providers.size} providers`,
    `rule set ${ruleSet.digest}`,
    ...(findings.length === 0 ? [] : [`${errors} errors, ${findings.length - errors} warnings`]),
  ];
}
