import { createInterface } from 'node:readline';
import type { Determination } from '../contracts/determination.js';
import {
  asExpected,
  determine,
  frameFromScenario,
  prose,
  scenarioOf,
  ScenarioError,
} from '../rules/engine/index.js';
import { InputError, linesFrom, parseJson, readJson } from './input.js';
import { rulesAtHand } from './rules-at-hand.js';

/** A file from the command line belongs to no case: its seal has no secret of its own. */
const salt = 'command-line';

type AtHand = ReturnType<typeof rulesAtHand>;

async function determined({ ruleSet, registers }: AtHand, json: unknown): Promise<Determination> {
  const frame = frameFromScenario(ruleSet, registers, scenarioOf(json).facts);
  return determine({ ruleSet, frame, salt });
}

/** The keys of a scenario's `expected`, and the determination they were taken from. */
const answerOf = (determination: Determination): object => ({ ...asExpected(determination), determination });

/** `rogatory decide FILE [--json]`: the lawful routes of one file of facts, in words or as JSON. No lawful route is an answer too. */
export async function decide(file: string, { json }: { json: boolean }): Promise<void> {
  const content = readJson(file);
  const atHand = rulesAtHand();
  const determination = await faultsNamed(file, () => determined(atHand, content));
  process.stdout.write(
    json
      ? `${JSON.stringify(answerOf(determination), null, 2)}\n`
      : `${prose(determination, atHand.ruleSet)}\n`,
  );
}

/**
 * `rogatory decide --lines FILE|-`: one case a line in, one object a line out, in order. A line that cannot be read gives
 * `{"error": ...}` in its place and the run goes on; the status is then 1.
 */
export async function decideLines(file: string): Promise<void> {
  const atHand = rulesAtHand();
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
    return answerOf(await faultsNamed(shownAs, () => determined(atHand, parseJson(line, shownAs))));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { error: { line: shownAs, faults: error.lines } };
  }
}

/** Faults of the scenario dialect become lines with file and place. */
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
    throw error;
  }
}
