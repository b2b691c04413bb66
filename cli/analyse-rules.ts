import { resolve } from 'node:path';
import { holdTogether, readRules } from '../rules/engine/load/load.js';
import { analyse, analysisChecks, type AnalysisCheck } from '../rules/workbench/analyse/analyse.js';
import { caseLines, shownIn, type Shown } from '../rules/workbench/analyse/findings.js';
import { readSettled, unsettled } from '../rules/workbench/analyse/settled.js';
import { sarif } from '../rules/workbench/sarif.js';
import { dayOn } from './days.js';
import { InputError } from './input.js';
import { rulesDir } from './rules-at-hand.js';

export type AnalyseOptions = {
  dir?: string;
  on?: string;
  seconds: string;
  only?: string[];
  json: boolean;
  sarif: boolean;
};

/**
 * `rogatory rules analyse [--dir DIR] [--on DAY] [--only CHECK...] [--seconds N] [--json|--sarif]`: what holds of every case.
 * Ends with 1 where something was found that analysis.yaml gives no reason for, where a reason stands for nothing any more, and
 * where a question was not answered.
 */
export async function analyseRules(options: AnalyseOptions): Promise<void> {
  const folder = options.dir ?? rulesDir;
  const checks = checksOf(options.only);
  const asOf = dayOn(options.on);
  const written = readRules(resolve(folder));
  const settled = readSettled(resolve(folder));
  const analysis = await analyse(holdTogether(written), asOf, secondsOf(options.seconds) * 1000, checks);
  const found = shownIn(analysis.wrong, written);
  const { open, idle } = unsettled(found, settled, checks);
  if (open.length + idle.length > 0) process.exitCode = 1;
  if (options.sarif) return print(sarif(open, options.dir ?? 'rules'));
  if (options.json) return print({ asOf, asked: analysis.asked, found, open, idle });
  for (const one of open) for (const line of lines(one)) console.error(line);
  for (const { check, about } of idle)
    console.error(`analysis.yaml  ${check} ${about}: is found no more, take its reason out`);
  console.log(
    `${analysis.asked} questions about every case of ${asOf}: ${found.length} findings, ${found.length - open.length} of them settled, ${open.length} open`,
  );
}

const lines = ({ file, line, column, says, case: shown }: Shown): string[] => [
  `${file}:${line}:${column}  ${says}`,
  ...(shown === undefined ? [] : caseLines(shown).map((fact) => `    ${fact}`)),
];

const print = (value: object): void => console.log(JSON.stringify(value, null, 2));

function checksOf(only: readonly string[] | undefined): readonly AnalysisCheck[] {
  const asked = analysisChecks.filter((id) => only === undefined || only.includes(id));
  if (only?.some((id) => !analysisChecks.some((known) => known === id)))
    throw new InputError([`USAGE  --only takes of: ${analysisChecks.join(', ')}.`]);
  return asked;
}

function secondsOf(seconds: string): number {
  const number = Number(seconds);
  if (!(number > 0 && number <= 3600)) throw new InputError(['USAGE  --seconds is a number up to 3600.']);
  return number;
}
