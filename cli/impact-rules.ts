import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { settingsOfProcess } from '../config/env.js';
import { Asked, noCounts, type ImpactQuestion } from '../rules/workbench/impact/impact.js';
import { misfits } from '../rules/workbench/impact/fit.js';
import { impactOnFile } from '../rules/workbench/impact/on-file.js';
import { laterDays } from '../rules/workbench/impact/later-days.js';
import { impactLines, type Report } from '../rules/workbench/impact/lines.js';
import { casesOnFile, personById, type Reader, type Store } from '../store/index.js';
import { candidateFolder } from './candidate-folder.js';
import { dayOn } from './days.js';
import { InputError } from './input.js';
import { rulesAtHand } from './rules-at-hand.js';
import { workedUnder } from './worked-cases.js';
import { withStore } from './with-store.js';

type Options = { candidate: string; on?: string; as?: string; json: boolean };

/**
 * `rogatory rules impact --candidate DIR [--on DAY] [--as PERSON] [--json]`: what the candidate would do to the cases of the
 * store and to the worked cases, on a day. Cases are named as far as that person may see them, else they are only counted.
 * Nothing is written.
 */
export async function impactOfRules({ candidate: dir, on, as, json }: Options): Promise<void> {
  const day = dayOn(on);
  const live = rulesAtHand();
  const candidate = candidateFolder(dir, dayOn(undefined));
  const unfit = misfits(live.ruleSet, candidate.ruleSet);
  if (unfit.length > 0)
    throw new InputError(
      unfit.map((says) => `CANDIDATE_MISFIT  Cases on file cannot be read by it: ${says}.`),
    );
  const settings = settingsOfProcess();
  const training = settings.store.databaseUrl === undefined;
  const question: ImpactQuestion = { live, candidate, day, ...(training && { checks: 'ASSUMED' }) };
  const worked = workedUnder(question);
  const onFile = hasStore(settings)
    ? await withStore(settings, (store) => storedUnder(question, store, as))
    : { open: noCounts(), closed: noCounts(), cases: [] };
  if (onFile === undefined)
    throw new InputError([
      'IN_USE  A running system holds the data folder. Stop it, or ask it: POST /v1/rules/impact.',
    ]);
  const report: Report = {
    day,
    live: live.ruleSet.digest,
    candidate: candidate.ruleSet.digest,
    laterOn: laterDays(live.ruleSet, candidate.ruleSet, day),
    open: onFile.open,
    closed: onFile.closed,
    worked: worked.counts,
    cases: onFile.cases,
    workedCases: worked.shown,
  };
  const nothing = hasStore(settings) ? [] : ['No store is here: only worked cases were compared.'];
  console.log(json ? JSON.stringify(report, null, 2) : [...nothing, ...impactLines(report)].join('\n'));
}

/** Whether this installation has a store to be looked at. */
export const hasStore = ({ store, place }: ReturnType<typeof settingsOfProcess>): boolean =>
  store.databaseUrl !== undefined || existsSync(join(place.dataDir, 'db'));

/** What becomes of the cases of the store: all of them counted, or those that a person may see, counted and named. */
export async function storedUnder(question: ImpactQuestion, { read }: Store, as: string | undefined) {
  const reader = as === undefined ? null : await readerOf(read, as);
  const met = await impactOnFile(new Asked(question), casesOnFile(read, reader));
  return { ...met, cases: reader === null ? null : met.cases };
}

async function readerOf(read: Store['read'], id: string): Promise<Reader> {
  const person = await personById(read, id);
  if (person === null) throw new InputError([`NOTHING_SUCH  The office knows no person "${id}".`]);
  return { personId: id, unitId: person.unitId, roles: person.roles };
}
