import type { RuleSet } from '../../engine/rule-set/rule-set.js';
import type { Registers } from '../../engine/registers/index.js';
import type { Language } from '../../engine/schema/texts.js';
import { changedAt, type Changed } from './changed-at.js';
import { pagesDiffer, type PageDiffers } from './page.js';
import { parametersDiffer, type ParameterDiffers } from './parameter.js';
import { registersDiffer } from './registers.js';

/** Rules and, where they are at hand, the registers beside them: what was kept under a digest has none. */
export type Side = { ruleSet: RuleSet; registers?: Registers };

/** Everything in which two rule sets differ. */
export type Difference = {
  before: string;
  after: string;
  pages: readonly PageDiffers[];
  parameters: readonly ParameterDiffers[];
  facts: readonly Changed[];
  catalogue: readonly Changed[];
  lifeCycles: readonly Changed[];
  /** `null` where one of the two has no registers beside it. */
  registers: readonly Changed[] | null;
  /** Sentences that are worded differently, and nothing else. */
  texts: readonly Changed[];
};

/**
 * Two rule sets side by side, in the words of the later one.
 * @param day YYYY-MM-DD on which figures inside sentences are read
 */
export function differenceOf(before: Side, after: Side, language: Language, day: string): Difference {
  const [was, is] = [before.ruleSet, after.ruleSet];
  return {
    before: was.digest,
    after: is.digest,
    pages: pagesDiffer({ before: was, after: is, language, day }),
    parameters: parametersDiffer(was, is),
    facts: changedAt(was.dictionary, is.dictionary),
    catalogue: changedAt(routesOf(was), routesOf(is)),
    lifeCycles: changedAt(was.lifeCycles, is.lifeCycles),
    registers:
      before.registers && after.registers ? registersDiffer(before.registers, after.registers) : null,
    texts: [...changedAt(was.texts, is.texts), ...changedAt(wordsOf(was), wordsOf(is))],
  };
}

const routesOf = ({ catalogue: { routes: _, byFamily, ...rest } }: RuleSet): object => ({
  ...rest,
  routes: byFamily,
});

/** Every sentence by its language, part and key: into how many files a language is cut says nothing. */
const wordsOf = ({ wordings }: RuleSet): ReadonlyMap<string, string> =>
  new Map(
    wordings.flatMap(({ language, status: _, ...parts }) =>
      Object.entries(parts).flatMap(([part, texts]) =>
        Object.entries(texts).map(([key, text]): [string, string] => [
          `${language} / ${part} / ${key}`,
          text,
        ]),
      ),
    ),
  );
