import { judgeExample, type RuleSet } from '../../engine/index.js';
import { sinceEver, type Page } from '../../engine/rule-set/rule-set.js';
import { findingOf, type Finding } from '../finding.js';
import type { Checking } from './checking.js';

/** Every page does what its examples say, and has the examples that its conditions and its dates call for. */
export const checkExamples = ({ written, ruleSet }: Checking): Finding[] =>
  written.pages.flatMap(({ content, faultAt }) => {
    const page = ruleSet.pages.get(content.id);
    if (page === undefined) return [];
    return [
      ...contradicted(page, ruleSet).map(({ index, says }) =>
        findingOf('example-contradicts', faultAt(['examples', index, 'then'], says)),
      ),
      ...missingIn(page, ruleSet).map((says) => findingOf('example-missing', faultAt(['examples'], says))),
    ];
  });

/** Examples of a page that come out otherwise than they say. */
export const contradicted = (page: Page, ruleSet: RuleSet): { index: number; says: string }[] =>
  page.examples.flatMap((example, index) => {
    const outcome = judgeExample(ruleSet, page, example);
    const says = `"${example.says}" should be ${inWords[example.then]} and is ${inWords[outcome]}`;
    return outcome === example.then ? [] : [{ index, says }];
  });

const inWords = { fires: 'met', 'does-not-fire': 'not met', unknown: 'in doubt' } as const;

function missingIn(page: Page, ruleSet: RuleSet): string[] {
  const { examples, inForce } = page;
  const doubted = examples.some(({ then }) => then === 'unknown') ? undefined : doubtful(page, ruleSet);
  return [
    ...(doubted === undefined
      ? []
      : [`an example in doubt is missing: "${doubted.says}" without an answer on ${doubted.fact}`]),
    ...(inForce.from > sinceEver && !examples.some(({ on }) => on !== undefined && on < inForce.from)
      ? [`an example of a day before ${inForce.from} is missing`]
      : []),
    ...(inForce.until !== undefined && !examples.some(({ on = '' }) => on >= (inForce.until ?? ''))
      ? [`an example of ${inForce.until} or later is missing`]
      : []),
  ];
}

/** An example that one missing answer puts in doubt, and the fact that it is of. */
function doubtful(page: Page, ruleSet: RuleSet): { says: string; fact: string } | undefined {
  for (const example of page.examples)
    for (const fact of Object.keys(example.given)) {
      const given = Object.fromEntries(Object.entries(example.given).filter(([one]) => one !== fact));
      if (judgeExample(ruleSet, page, { ...example, given }) === 'unknown')
        return { says: example.says, fact };
    }
  return undefined;
}
