import { compiledEvaluator, ruleSetOn, type RuleSet } from '../../engine/index.js';
import { run } from '../../engine/evaluate/run.js';
import { readingOf } from '../../engine/evaluate/state.js';
import type { Page } from '../../engine/rule-set/rule-set.js';
import type { WrittenCondition } from '../../engine/schema/words.js';
import type { Worked } from '../mutation/worked.js';
import { branchesOf, type Branch } from './branches.js';
import { inCase, inExamples, type Sighting, type StateAt } from './sightings.js';

/** A branch of a page's condition (`when`) or of one of its effects' (`then.2.when`), and what reached it first. */
export type Path = Branch & { page: string; of: string; reachedBy: string | null };

/**
 * Which branches of the conditions of pages are reached by an example of the page or by a worked case. A branch is reached
 * where the condition comes out so and every comparison of the branch stands so, none of it in doubt.
 * @param isTried the pages asked about, by id
 */
export async function pathsOf(
  ruleSet: RuleSet,
  worked: readonly Worked[],
  isTried: (page: string) => boolean,
): Promise<Path[]> {
  const pages = [...ruleSet.pages.values()].filter(({ id }) => isTried(id));
  const seen = new Seen(pages.flatMap((page) => inExamples(page, ruleSet)));
  for (const { id, frame } of worked)
    seen.add(inCase(id, await run(ruleSetOn(ruleSet, frame.asOf), frame, compiledEvaluator)));
  return pages.flatMap((page) =>
    conditionsOf(page).flatMap(({ of, condition }) =>
      branchesOf(condition).map((branch) => ({
        ...branch,
        page: page.id,
        of,
        reachedBy: seen.firstTo(branch, `${page.id} ${of}`),
      })),
    ),
  );
}

class Seen {
  private readonly byCondition = new Map<string, Sighting[]>();

  constructor(sightings: readonly Sighting[]) {
    this.add(sightings);
  }

  add(sightings: readonly Sighting[]): void {
    for (const one of sightings) {
      const known = this.byCondition.get(one.condition);
      if (known === undefined) this.byCondition.set(one.condition, [one]);
      else known.push(one);
    }
  }

  firstTo(branch: Branch, condition: string): string | null {
    return this.byCondition.get(condition)?.find(({ stateAt }) => reaches(branch, stateAt))?.by ?? null;
  }
}

const conditionsOf = (page: Page): { of: string; condition: WrittenCondition }[] => [
  { of: 'when', condition: page.when },
  ...page.then.flatMap(({ when }, index) =>
    when === undefined ? [] : [{ of: `then.${index}.when`, condition: when }],
  ),
];

const reaches = ({ met, because }: Branch, stateAt: StateAt): boolean =>
  readingOf(stateAt([])) === String(met) &&
  because.every(({ at, holds }) => readingOf(stateAt(at)) === String(holds));
