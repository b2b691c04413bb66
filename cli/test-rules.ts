import { join } from 'node:path';
import { Wording } from '../rules/engine/wording/wording.js';
import { temporalGrid } from '../rules/workbench/coverage/grid.js';
import { pathLine } from '../rules/workbench/coverage/path-lines.js';
import { pathsOf, type Path } from '../rules/workbench/coverage/paths.js';
import { Reading } from '../rules/workbench/explain/condition.js';
import { held, readSurvivors } from '../rules/workbench/mutation/survivors.js';
import { mutate } from '../rules/workbench/mutation/trial.js';
import { contradicted } from '../rules/workbench/check/examples.js';
import { today } from './days.js';
import { rulesAtHand, rulesDir } from './rules-at-hand.js';
import { scenarios } from './scenarios.js';
import { workedCases } from './worked-cases.js';
import { readdirSync } from 'node:fs';

/**
 * `rogatory rules test [--only RULE] [--json]`: examples of pages, worked cases, every day on which the law changes, which
 * branches of conditions nothing reaches, and whether an example or a case notices when a page is turned wrong. What survives
 * needs its reason in rules/survivors.yaml.
 */
export async function testRules({ only, json }: { only?: string; json: boolean }): Promise<void> {
  const atHand = rulesAtHand();
  const { ruleSet } = atHand;
  const worked = await workedCases(atHand);
  const grid = await temporalGrid(
    ruleSet,
    worked.filter(({ textKept }) => textKept),
  );
  const tried = await mutate(ruleSet, worked, only);
  const isTried = (page: string): boolean =>
    only === undefined || page === only || page.startsWith(`${only}.`);
  const paths = await pathsOf(ruleSet, worked, isTried);
  const unreached = paths.filter(({ reachedBy }) => reachedBy === null);
  const examples = [...ruleSet.pages.values()]
    .filter(({ id }) => isTried(id))
    .flatMap((page) => contradicted(page, ruleSet).map(({ says }) => ({ page: page.id, says })));
  const { unsettled, idle } = held(tried.survivors, readSurvivors(rulesDir), isTried);
  const failed = examples.length + grid.holes.length + unsettled.length + idle.length > 0;
  if (failed) process.exitCode = 1;
  if (json) {
    const covered = { paths: paths.length, unreached };
    return console.log(JSON.stringify({ examples, grid, ...covered, ...tried, unsettled, idle }, null, 2));
  }
  for (const { page, says } of examples) console.error(`${page}  ${says}`);
  for (const { id, day, says } of grid.holes) console.error(`${id} on ${day}  ${says}`);
  for (const { page, what } of unsettled)
    console.error(`${page}  ${what}: no example and no worked case notices`);
  for (const { page, what } of idle)
    console.error(`survivors.yaml  ${page} ${what}: does not survive any more, take its reason out`);
  await scenarios(
    readdirSync(join(rulesDir, 'examples'))
      .filter((name) => name.endsWith('.json'))
      .map((name) => join(rulesDir, 'examples', name)),
  );
  console.log(`${grid.cases} cases on ${grid.days.length} days of the law, ${grid.holes.length} holes`);
  sayPaths(paths, unreached, new Reading(ruleSet, new Wording(ruleSet, 'en'), today()));
  console.log(
    `${tried.mutants} pages turned wrong, ${tried.mutants - tried.survivors.length} noticed, ${tried.survivors.length - unsettled.length} survive for a reason, ${unsettled.length} without one`,
  );
}

function sayPaths(paths: readonly Path[], unreached: readonly Path[], reading: Reading): void {
  for (const path of unreached) console.log(pathLine(path, reading));
  console.log(
    `${paths.length} branches of conditions, ${paths.length - unreached.length} reached by an example or a worked case, ${unreached.length} by none`,
  );
}
