import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { didYouMean } from '../rules/engine/load/nearest.js';
import { formatted } from '../rules/workbench/write/format.js';
import { newPage } from '../rules/workbench/write/new-page.js';
import { InputError } from './input.js';
import { rulesAtHand, rulesDir } from './rules-at-hand.js';

/** `rogatory rules new ID`: a page to be filled in beside its neighbours, and what comes next. */
export function newRule(id: string): void {
  const { ruleSet } = rulesAtHand();
  if (!/^[A-Z]{1,2}\d{2}(\.[a-z][A-Za-z]*)?$/.test(id))
    throw new InputError([
      `ID_INVALID  "${id}" is no id: write one such as S19, or S02.late for a second page.`,
    ]);
  if (ruleSet.pages.has(id))
    throw new InputError([`RULE_EXISTS  ${id} stands in rules/${ruleSet.pages.get(id)?.file ?? ''}.`]);
  const page = newPage(id, ruleSet);
  if (page === undefined)
    throw new InputError([
      `CHAPTER_UNKNOWN  No chapter has rules such as ${id}.${didYouMean(id, ruleSet.pages.keys())}`,
    ]);
  const path = join(rulesDir, page.file);
  if (existsSync(path)) throw new InputError([`RULE_EXISTS  rules/${page.file} is there already.`]);
  writeFileSync(path, page.text);
  console.log([`rules/${page.file}`, ...page.next.map((line, index) => `${index + 1}. ${line}`)].join('\n'));
}

/** `rogatory rules format [--check]`: every page in the house's writing; the rule set keeps its digest. */
export function formatRules({ check }: { check: boolean }): void {
  const before = rulesAtHand().ruleSet;
  const changed = [...before.pages.values()].flatMap(({ file }) => {
    const path = join(rulesDir, file);
    const text = readFileSync(path, 'utf8');
    const written = formatted(text);
    if (written !== text && !check) writeFileSync(path, written);
    return written === text ? [] : [file];
  });
  for (const file of changed) console.log(`${check ? 'to be formatted' : 'formatted'}: rules/${file}`);
  if (check && changed.length > 0) process.exitCode = 1;
  if (changed.length > 0 && !check && rulesAtHand().ruleSet.digest !== before.digest)
    throw new Error('formatting changed the rules');
}
