import type { Determination, RuleOutcome } from '../../../contracts/determination.js';
import type { FailingCondition, RouteView } from '../../../contracts/route-view.js';
import type { RuleSet } from '../rule-set/rule-set.js';
import { failing } from './decisive.js';
import { furtherOf, waysOf } from './prose-comparison.js';
import type { Wording } from './wording.js';

/** A page that concludes a fact which the reasons name: with it, or short of it for want of something. */
type Conclusion = { fact: string; page: string; fired: boolean; says: string; subjects: string[] };

/**
 * Facts that no person answers and that keep a route shut, each with the page that concludes it and what that page lacks.
 * Of a fact that some page concludes, the pages that do not are not told.
 */
export function conclusionLines(
  { explanation }: Determination,
  ruleSet: RuleSet,
  routes: readonly RouteView[],
  words: Wording,
): string[] {
  const asked = new Set(routes.flatMap(conditionsOf).flatMap(factsOf));
  const found = explanation.flatMap((outcome) =>
    concludedBy(outcome, ruleSet)
      .filter((fact) => asked.has(fact))
      .map((fact) => ({ fact, outcome })),
  );
  const concluded = new Set(
    found.filter(({ outcome }) => outcome.fired).map(({ fact, outcome }) => `${fact}|${outcome.subject}`),
  );
  return merged(
    found
      .filter(({ fact, outcome }) => outcome.fired || !concluded.has(`${fact}|${outcome.subject}`))
      .flatMap(({ fact, outcome }) => conclusionOf(fact, outcome, words)),
  ).map(({ fact, page, fired, says, subjects }) => {
    const about = subjects.map((one) => (one === 'case' ? words.label('theCase') : one)).join(', ');
    return `  - ${words.label(`concluded.${fired ? 'yes' : 'no'}`, { fact: words.fact(fact), page, says, subjects: about })}`;
  });
}

const conditionsOf = ({ shut, elsewhere }: RouteView): FailingCondition[] =>
  [...shut, ...(elsewhere === null ? [] : [elsewhere])].flatMap(({ because }) => because);

const factsOf = ({ fact, ways, further }: FailingCondition): string[] => [
  fact,
  ...ways.flat().map((one) => one.fact),
  ...further,
];

/** Facts that a page concludes as true or false. */
export const concludedBy = ({ page }: RuleOutcome, { pages }: RuleSet): string[] =>
  (pages.get(page)?.then ?? []).flatMap((effect) =>
    'conclude' in effect && typeof effect.is === 'boolean' ? [effect.conclude] : [],
  );

function conclusionOf(
  fact: string,
  { page, fired, subject, condition }: RuleOutcome,
  words: Wording,
): Conclusion[] {
  if (fired) return [{ fact, page, fired, says: words.because(page), subjects: [subject] }];
  const lacks = failing(condition);
  if (lacks === undefined) return [];
  const says = `${waysOf(lacks, words)}.${furtherOf(lacks, words)}`;
  return [{ fact, page, fired, says, subjects: [subject] }];
}

/** The same conclusion of several items is said once. */
function merged(all: readonly Conclusion[]): Conclusion[] {
  const once = new Map<string, Conclusion>();
  for (const one of all) {
    const key = JSON.stringify([one.fact, one.page, one.says]);
    const before = once.get(key);
    once.set(key, { ...one, subjects: [...(before?.subjects ?? []), ...one.subjects] });
  }
  return [...once.values()].sort((a, b) => (a.fact < b.fact ? -1 : a.fact > b.fact ? 1 : 0));
}
