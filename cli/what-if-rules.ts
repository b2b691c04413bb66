import { settingsOfProcess } from '../config/env.js';
import type { Counts } from '../rules/workbench/impact/impact.js';
import { htmlOf } from '../rules/workbench/report/html.js';
import { markdownOf } from '../rules/workbench/report/markdown.js';
import { reportOf } from '../rules/workbench/what-if/report.js';
import { NotSupposed, supposedIn } from '../rules/workbench/what-if/sentence.js';
import { study } from '../rules/workbench/what-if/study.js';
import { supposing } from '../rules/workbench/what-if/supposing.js';
import { hasStore, storedUnder } from './impact-rules.js';
import { InputError } from './input.js';
import { rulesAtHand } from './rules-at-hand.js';
import { withStore } from './with-store.js';
import { workedUnder } from './worked-cases.js';

type Options = { html: boolean; markdown: boolean; json: boolean };

/**
 * `rogatory rules what-if SENTENCE [--markdown or --html or --json]`: what would change if a State joined a treaty, a provider
 * changed its policy, a period became another: over generated typical cases, the worked cases and, where a store is, its
 * cases, counted only. Nothing is written.
 */
export async function whatIfRules(sentence: string, { html, json }: Options): Promise<void> {
  const live = rulesAtHand();
  try {
    const supposed = supposedIn(sentence, live);
    const question = {
      live,
      candidate: supposing(supposed, live),
      day: supposed.from,
      checks: 'ASSUMED' as const,
    };
    const found = await study(sentence, live);
    const others = { 'worked cases': workedUnder(question).counts, ...(await onFile(question)) };
    if (json) return console.log(JSON.stringify({ ...found, others }, null, 2));
    const report = reportOf(found, others);
    console.log(html ? htmlOf(report) : markdownOf(report));
  } catch (error) {
    if (error instanceof NotSupposed) throw new InputError([`NOT_SUPPOSED  ${error.message}`]);
    throw error;
  }
}

async function onFile(question: Parameters<typeof storedUnder>[0]): Promise<Record<string, Counts>> {
  const settings = settingsOfProcess();
  if (!hasStore(settings)) return {};
  const met = await withStore(settings, (store) => storedUnder(question, store, undefined));
  if (met === undefined)
    throw new InputError(['IN_USE  A running system holds the data folder. Stop it and ask again.']);
  return { 'open cases': met.open, 'closed cases': met.closed };
}
