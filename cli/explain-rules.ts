import { existsSync } from 'node:fs';
import { determine, frameFromScenario, prose, scenarioOf, type Language } from '../rules/engine/index.js';
import { routesSideBySide } from '../rules/engine/index.js';
import { didYouMean } from '../rules/engine/load/nearest.js';
import { plannedSteps } from '../rules/engine/wording/planned-steps.js';
import { stepLines } from '../rules/engine/wording/prose-routes.js';
import { shutLines } from '../rules/engine/wording/prose-shut.js';
import { Wording } from '../rules/engine/wording/wording.js';
import { explainPage } from '../rules/workbench/explain/page.js';
import { explainRoute } from '../rules/workbench/explain/route.js';
import { pageLines, routeLines } from '../rules/workbench/explain/lines.js';
import { faultsNamed } from './decide.js';
import { InputError, readJson } from './input.js';
import { languageOf } from './language.js';
import { rulesAtHand } from './rules-at-hand.js';

type Options = { json: boolean; lang: string; whyNot?: string };

/**
 * `rogatory rules explain RULE|ROUTE|FILE [--why-not ROUTE] [--lang L]`: what a page means, which pages bear on a route, or
 * why a file of facts got its routes.
 */
export async function explainRules(what: string, options: Options): Promise<void> {
  const { ruleSet } = rulesAtHand();
  const language = languageOf(options.lang);
  const day = new Date().toISOString().slice(0, 10);
  const page = ruleSet.pages.get(what);
  if (page !== undefined) {
    const told = explainPage(page, ruleSet, language, day);
    return print(options.json, told, pageLines(told, new Wording(ruleSet, language), day));
  }
  const route = explainRoute(what, ruleSet, language);
  if (route !== undefined)
    return print(options.json, route, routeLines(route, new Wording(ruleSet, language)));
  if (existsSync(what)) return explainCase(what, language, options);
  const known = [...ruleSet.pages.keys(), ...ruleSet.catalogue.byFamily.keys()];
  throw new InputError([
    `NOTHING_SUCH  "${what}" is no rule, no route and no file.${didYouMean(what, known)}`,
  ]);
}

async function explainCase(file: string, language: Language, { json, whyNot }: Options): Promise<void> {
  const { ruleSet, registers } = rulesAtHand();
  const { determination, frame } = await faultsNamed(file, async () => {
    const made = frameFromScenario(ruleSet, registers, scenarioOf(readJson(file)).facts);
    return { frame: made, determination: await determine({ ruleSet, frame: made, salt: 'command-line' }) };
  });
  if (whyNot === undefined)
    return print(json, determination, [prose(determination, ruleSet, language, frame)]);
  const words = new Wording(ruleSet, language);
  const asked = routesSideBySide(determination, ruleSet, frame).filter(
    ({ family }) => family === whyNot.split(':')[0],
  );
  if (asked.length === 0) {
    const known = ruleSet.catalogue.byFamily.keys();
    throw new InputError([`NOTHING_SUCH  "${whyNot}" is no route.${didYouMean(whyNot, known)}`]);
  }
  const taken = plannedSteps(determination, asked);
  const steps = taken.length === 0 ? [] : stepLines(determination, ruleSet, asked, frame, words);
  print(json, asked, [
    words.route(whyNot),
    ...(steps.length === 0 ? [] : [words.label('page.planned'), ...steps]),
    ...shutLines(determination, ruleSet, asked, frame, words),
  ]);
}

const print = (json: boolean, value: unknown, lines: readonly string[]): void =>
  console.log(json ? JSON.stringify(value, null, 2) : lines.join('\n'));
