import type { Language } from '../../engine/schema/texts.js';
import { Wording } from '../../engine/wording/wording.js';
import type { Rules } from '../impact/impact.js';
import type { Report } from '../report/report.js';
import { routeBlocks } from './route.js';
import { stateBlocks } from './state.js';
import { reachOf } from './typical.js';

export type HandbookAsked = {
  rules: Rules;
  /** ISO 3166, two letters. */
  state: string;
  language: Language;
  /** Whose law and registers; `YYYY-MM-DD`. */
  asOf: string;
  /** Titles of the forms by their ids, in English. */
  forms: ReadonlyMap<string, string>;
};

/** No register speaks of the State. */
export class NoSuchState extends Error {
  override readonly name = 'NoSuchState';
}

/**
 * The standing procedure of an office of a State: routes, steps, signatures, clocks, forms, contacts, safeguards, out of the very
 * pages and registers that the engine runs. Throws NoSuchState.
 */
export async function handbookOf({ rules, state, language, asOf, forms }: HandbookAsked): Promise<Report> {
  const { ruleSet, registers } = rules;
  const entry = registers.states.get(state);
  if (entry === undefined) throw new NoSuchState(`No register speaks of "${state}".`);
  const words = new Wording(ruleSet, language);
  const reach = await reachOf(state, rules, asOf);
  const about = { ruleSet, words, forms };
  return {
    language,
    title: words.label('handbook.title', { state: entry.name, day: asOf }),
    ...(words.draft && { mark: words.label('draft') }),
    blocks: [
      {
        head: words.label('handbook.how'),
        lines: [
          words.label('handbook.from', {
            rules: ruleSet.digest.slice(0, 12),
            registers: registers.digest.slice(0, 12),
          }),
          words.label('handbook.typical'),
          words.label('handbook.unconfirmed'),
        ],
      },
      ...stateBlocks(entry, registers, words),
      ...ruleSet.catalogue.routes.flatMap((route) => routeBlocks(route, reach.get(route.family), about)),
      {
        head: words.label('section.safeguards'),
        lines: Object.keys(ruleSet.texts.safeguards).map((code) => words.says('safeguards', code)),
      },
    ],
  };
}
