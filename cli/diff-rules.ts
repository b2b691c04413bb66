import { Wording } from '../rules/engine/wording/wording.js';
import { differenceOf } from '../rules/workbench/diff/difference.js';
import { differenceLines } from '../rules/workbench/diff/lines.js';
import { languageOf } from './language.js';
import { ruleSetNamed } from './rule-set-named.js';

/**
 * `rogatory rules diff A B [--lang L] [--json]`: in which pages, figures, facts, routes and register entries two rule sets
 * differ, from when, in old and new words, and what that means. A and B: folders, files, or digests that the store keeps.
 */
export async function diffRules(
  before: string,
  after: string,
  { lang, json }: { lang: string; json: boolean },
): Promise<void> {
  const language = languageOf(lang);
  const [was, is] = [await ruleSetNamed(before), await ruleSetNamed(after)];
  const difference = differenceOf(was, is, language, new Date().toISOString().slice(0, 10));
  console.log(
    json
      ? JSON.stringify(difference, null, 2)
      : differenceLines(difference, new Wording(is.ruleSet, language)).join('\n'),
  );
}
