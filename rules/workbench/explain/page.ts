import { factsOfPage, factsMade } from '../../engine/rule-set/dependencies.js';
import { entryOf } from '../../engine/rule-set/dictionary.js';
import type { Page, RuleSet } from '../../engine/rule-set/rule-set.js';
import type { Language } from '../../engine/schema/texts.js';
import { Wording } from '../../engine/wording/wording.js';
import { Reading } from './condition.js';
import { effectInWords } from './effect.js';

export type FactRead = { fact: string; named: string; from: string; madeBy: readonly string[] };

/** One page, read out. */
export type PageExplained = {
  id: string;
  title: string;
  /** The whole rule in a sentence. */
  means: string;
  because: string;
  kind: Page['kind'];
  status: Page['status'];
  inForce: Page['inForce'];
  reads: readonly FactRead[];
  /** Figures that the page names, as they stand on the day. */
  parameters: readonly string[];
  law: readonly { cited: string; says: string | null; verifiedOn: string | null }[];
  /** Pages that read what this one makes. */
  readBy: readonly string[];
};

/**
 * What a page means: a sentence made from its conditions and effects in the words of the dictionary, what it reads and from
 * whom, the figures of the day and the law with the day on which its text was read.
 * @param day YYYY-MM-DD
 */
export function explainPage(page: Page, ruleSet: RuleSet, language: Language, day: string): PageExplained {
  const words = new Wording(ruleSet, language);
  const reading = new Reading(ruleSet, words, day);
  const made = new Set(factsMade(page, ruleSet.catalogue));
  return {
    id: page.id,
    title: page.title,
    means: words.label('page.means', {
      when: reading.condition(page.when),
      then: page.then
        .map((effect) => effectInWords(effect, reading).replace(/\.$/, ''))
        .join(words.label('page.and')),
    }),
    because: words.because(page.id),
    kind: page.kind,
    status: page.status,
    inForce: page.inForce,
    reads: [...new Set(factsOfPage(page, ruleSet.catalogue))].map((fact) => factRead(fact, ruleSet, words)),
    parameters: parametersIn(page).map((id) => reading.parameter(id)),
    law: page.reference.map(({ instrument, article, says, verifiedOn }) => ({
      cited: [words.instrument(instrument), article ?? []].flat().join(', '),
      says: says ?? null,
      verifiedOn: verifiedOn ?? null,
    })),
    readBy: [...ruleSet.pages.values()]
      .filter(
        (other) => other !== page && factsOfPage(other, ruleSet.catalogue).some((fact) => made.has(fact)),
      )
      .map(({ id }) => id)
      .sort(),
  };
}

function factRead(fact: string, ruleSet: RuleSet, words: Wording): FactRead {
  const entry = entryOf(ruleSet.dictionary, fact);
  const madeBy = [...ruleSet.pages.values()]
    .filter((page) => factsMade(page, ruleSet.catalogue).includes(fact))
    .map(({ id }) => id)
    .sort();
  const from =
    entry.origin === 'stored'
      ? listed(entry.setBy)
          .map((by) => words.recorder(by))
          .join(words.label('or'))
      : words.label(`page.from.${entry.origin}`);
  return { fact, named: words.fact(fact), from, madeBy };
}

const listed = (some: string | readonly string[]): readonly string[] =>
  typeof some === 'string' ? [some] : some;

/** Parameters that stand anywhere on the page. */
export function parametersIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return [
    ...new Set(
      Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
        typeof part === 'string' && (key === 'parameter' || key === 'within' || key === 'atMost')
          ? [part]
          : parametersIn(part),
      ),
    ),
  ];
}
