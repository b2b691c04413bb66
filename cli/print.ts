import { createBlanks, Untranslated } from '../activities/documents/blank.js';
import { blankLanguages, type BlankLanguage } from '../activities/documents/blank-page.js';
import { settingsOfProcess } from '../config/env.js';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRuleSet } from '../rules/engine/index.js';
import { InputError } from './input.js';
import { officeOf } from './intake.js';
import { rulesDir } from './rules-at-hand.js';

const languageOf = (given: string): BlankLanguage => {
  const found = blankLanguages.find((one) => one === given);
  if (found === undefined)
    throw new InputError([
      `LANGUAGE  There is no blank in "${given}"; there is: ${blankLanguages.join(', ')}.`,
    ]);
  return found;
};

/**
 * `rogatory print blank D-05 --lang ru --out FILE`: the blank with the call list of the office, for the hours in which nothing
 * else works. Reads pages and settings alone: no store, no engine, no network.
 */
export function printBlank(form: string, { lang, out }: { lang: string; out: string }): void {
  if (form !== 'D-05') throw new InputError([`FORM  There is no blank of "${form}"; there is one of D-05.`]);
  const language = languageOf(lang);
  const { place } = settingsOfProcess();
  const office = officeOf(place, loadRuleSet(rulesDir));
  const blank = createBlanks({ formsDir: join(rulesDir, 'documents') });
  try {
    const callList = office?.callList ?? null;
    writeFileSync(out, blank({ language, training: place.mode === 'embedded', callList }));
  } catch (error) {
    if (error instanceof Untranslated) throw new InputError([`TRANSLATION  ${error.message}`]);
    throw error;
  }
  console.log(
    `${out} is the blank of D-05; ${office === null ? 'it has no call list' : `the call list is that of ${office.name}`}.`,
  );
}
