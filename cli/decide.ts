import { createInterface } from 'node:readline';
import type { Determination, Frame } from '../contracts/determination.js';
import { RogatoryError } from '../contracts/errors.js';
import {
  asExpected,
  determine,
  frameFromScenario,
  loadRuleSetFrom,
  prose,
  routesSideBySide,
  scenarioOf,
  ScenarioError,
  type Days,
  RuleSetError,
  type RuleSet,
} from '../rules/engine/index.js';
import { daysFrom, type DayOptions } from './days.js';
import { InputError, linesFrom, parseJson, readJson } from './input.js';
import { languageOf } from './language.js';
import { rulesAtHand } from './rules-at-hand.js';

/** A file from the command line belongs to no case: its seal has no secret of its own. */
const salt = 'command-line';

type AtHand = ReturnType<typeof rulesAtHand> & { days: Days };

type Determined = { determination: Determination; frame: Frame };

async function determined({ ruleSet, registers, days }: AtHand, json: unknown): Promise<Determined> {
  const frame = frameFromScenario(ruleSet, registers, scenarioOf(json).facts, days);
  return { frame, determination: await determine({ ruleSet, frame, salt }) };
}

/** The keys of a scenario's `expected`, the determination they were taken from, and all routes side by side. */
const answerOf = ({ ruleSet }: AtHand, { determination, frame }: Determined): object => ({
  ...asExpected(determination),
  determination,
  routes: routesSideBySide(determination, ruleSet, frame),
});

/**
 * `rogatory decide FILE [--json] [--lang LANGUAGE] [--at DATE] [--known DATE] [--rule-set FILE]`: the lawful routes of one file of facts, all routes
 * side by side, in words or as JSON.
 * No lawful route is an answer too. `--at` takes the pages in force and the law on that day, `--known` the register entries
 * known by it, `--rule-set` the pages as they were kept under an earlier digest; without it they are those of this
 * installation, as it words them today. The text says which.
 */
export async function decide(
  file: string,
  {
    json,
    lang = 'en',
    ruleSet: kept,
    ...options
  }: { json: boolean; lang?: string; ruleSet?: string } & DayOptions,
): Promise<void> {
  const days = daysFrom(options);
  const language = languageOf(lang);
  const content = readJson(file);
  const own = rulesAtHand();
  const atHand = { ...own, ruleSet: kept === undefined ? own.ruleSet : keptRules(kept), days };
  const found = await faultsNamed(file, () => determined(atHand, content));
  process.stdout.write(
    json
      ? `${JSON.stringify(answerOf(atHand, found), null, 2)}\n`
      : `${prose(found.determination, atHand.ruleSet, language, found.frame)}\n${recomputedBy(found, days)}`,
  );
}

/** Which rules and which knowledge a recomputation went by; nothing where no day was given. */
function recomputedBy(
  { determination: { ruleSetDigest, asOf } }: Determined,
  { asOf: at, knownOn }: Days,
): string {
  if (at === undefined && knownOn === undefined) return '';
  const known = knownOn === undefined ? 'today' : `on ${knownOn}`;
  return `\nRecomputed: pages of the rule set ${ruleSetDigest} in force on ${asOf}; register entries known ${known}.\n`;
}

/** A rule set as it was kept under its digest: the body of `/v1/rule-sets/{digest}`, or the content of a certificate. */
function keptRules(file: string): RuleSet {
  try {
    return loadRuleSetFrom(readJson(file));
  } catch (error) {
    if (error instanceof RuleSetError) throw new InputError([`RULE_SET_INVALID  ${file}: ${error.message}`]);
    throw error;
  }
}

/**
 * `rogatory decide --lines FILE|-`: one case a line in, one object a line out, in order. A line that cannot be read gives
 * `{"error": ...}` in its place and the run goes on; the status is then 1.
 */
export async function decideLines(file: string, options: DayOptions = {}): Promise<void> {
  const atHand = { ...rulesAtHand(), days: daysFrom(options) };
  let failed = false;
  let number = 0;
  for await (const line of createInterface({ input: linesFrom(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const answer = await lineAnswered(atHand, line, `line ${number}`);
    failed ||= 'error' in answer;
    if (!process.stdout.write(`${JSON.stringify(answer)}\n`))
      await new Promise((done) => process.stdout.once('drain', done));
  }
  if (failed) process.exitCode = 1;
}

async function lineAnswered(atHand: AtHand, line: string, shownAs: string): Promise<object> {
  try {
    return answerOf(atHand, await faultsNamed(shownAs, () => determined(atHand, parseJson(line, shownAs))));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { error: { line: shownAs, faults: error.lines } };
  }
}

/** Faults of the scenario dialect, and facts that allow no determination, become lines with file and place. */
export async function faultsNamed<T>(shownAs: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ScenarioError)
      throw new InputError(
        error.faults.map(
          ({ place, says }) => `FACTS_INVALID  ${shownAs}${place === '' ? '' : `#${place}`}: ${says}`,
        ),
      );
    if (error instanceof RogatoryError)
      throw new InputError([`${error.code}  ${shownAs}: ${error.publicText}`]);
    throw error;
  }
}
