import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadForms } from '../activities/documents/forms.js';
import { createPrinter } from '../activities/documents/print.js';
import { handbookOf, NoSuchState } from '../rules/workbench/handbook/handbook.js';
import { htmlOf } from '../rules/workbench/report/html.js';
import type { Report } from '../rules/workbench/report/report.js';
import { dayOn } from './days.js';
import { InputError } from './input.js';
import { languageOf } from './language.js';
import { rulesAtHand, rulesDir } from './rules-at-hand.js';

type Options = { state: string; lang: string; on?: string; out: string };

/**
 * `rogatory handbook --state KZ --lang ru --out FILE`: the standing procedure of an office from the pages and registers at hand,
 * as PDF or, by the name of the file, as HTML.
 */
export async function handbook({ state, lang, on, out }: Options): Promise<void> {
  if (!/\.(pdf|html)$/.test(out)) throw new InputError([`OUT  ${out} ends neither in .pdf nor in .html.`]);
  const asOf = dayOn(on);
  const { forms } = loadForms(join(rulesDir, 'documents'));
  const titles = new Map(Object.values(forms).map(({ id, title }) => [id, title]));
  const asked = { rules: rulesAtHand(), state, language: languageOf(lang), asOf, forms: titles };
  try {
    const report = await handbookOf(asked);
    writeFileSync(out, out.endsWith('.html') ? htmlOf(report) : printed(report, asOf));
    console.log(`${out}: ${report.title}`);
  } catch (error) {
    if (error instanceof NoSuchState) throw new InputError([`STATE  ${error.message} Two capitals: KZ.`]);
    throw error;
  }
}

const printed = ({ mark, blocks, ...report }: Report, date: string): Uint8Array => {
  const parts = blocks.map((block) => ({ within: false, lines: [], columns: null, rows: [], ...block }));
  return createPrinter('report.typ')({ ...report, mark: mark ?? null, blocks: parts }, date).bytes;
};
