import type { RuleSet } from '../../engine/index.js';
import { ruleSetOn } from '../../engine/rule-set/bound.js';
import type { CheckId } from '../finding.js';
import { Asking, type Told } from './ask.js';
import { Encoding } from './encoding.js';
import type { Question } from './question.js';
import { gaps } from './questions/gap.js';
import { implied } from './questions/implied.js';
import { neverReached } from './questions/never-reached.js';
import { opensAndShuts } from './questions/opens-and-shuts.js';
import { unreachable } from './questions/unreachable.js';
import { valuesAlike } from './questions/values-alike.js';
import { openSolver } from './solver.js';

const questions = {
  unreachable,
  implied,
  'value-dead': neverReached,
  'opens-and-shuts': opensAndShuts,
  gap: gaps,
  'values-alike': valuesAlike,
} as const satisfies Partial<Record<CheckId, (of: Encoding) => Question[]>>;

export type AnalysisCheck = keyof typeof questions;
export const analysisChecks = Object.keys(questions).filter((id): id is AnalysisCheck => id in questions);

/** How many questions about all cases of a day were asked, and the answers that are not as they should be. */
export type Analysis = { asOf: string; asked: number; wrong: readonly Told[] };

/**
 * Asks of every case with one item that the dictionary allows, on one day, what no example can show: each question is proved,
 * refuted by a case that the engine confirms, or undecided.
 * @param asOf YYYY-MM-DD; pages in force on that day are looked at
 * @param milliseconds for one question
 */
export async function analyse(
  ruleSet: RuleSet,
  asOf: string,
  milliseconds: number,
  checks: readonly AnalysisCheck[] = analysisChecks,
): Promise<Analysis> {
  const solver = await openSolver(milliseconds);
  try {
    const encoding = new Encoding(solver.z, ruleSetOn(ruleSet, asOf));
    const asking = new Asking(solver, encoding);
    const all = checks.flatMap((check) => questions[check](encoding));
    const wrong: Told[] = [];
    for (const question of all) {
      const told = await asking.tell(question);
      if (told.is === 'undecided' || told.is === question.wrongIf) wrong.push(told);
    }
    return { asOf, asked: all.length, wrong };
  } finally {
    await solver.close();
  }
}
