import type { Lot } from '../../../contracts/determination.js';
import { ruleOf, type Page, type RuleSet } from '../rule-set/rule-set.js';
import type { Wording } from './wording.js';

export type Duty = Extract<Page['then'][number], { duty: string }>;

/** A duty that a step carries, with the page that lays it on somebody. */
export type Carried = { page: string; duty: Duty };

/** Duties of some lots in the order of the pages, once each. */
export function carriedDuties(lots: readonly Lot[], ruleSet: RuleSet): Carried[] {
  const carried = new Set(lots.flatMap(({ duties }) => duties.map(({ rule, what }) => `${rule}|${what}`)));
  return dutiesOf(ruleSet).flatMap(({ key, ...duty }) => (carried.has(key) ? [duty] : []));
}

const known = new WeakMap<RuleSet, readonly (Carried & { key: string })[]>();

/** Every duty of the pages, with the rule and the sentence by which a lot names it. */
function dutiesOf(ruleSet: RuleSet): readonly (Carried & { key: string })[] {
  const before = known.get(ruleSet);
  if (before !== undefined) return before;
  const fresh = [...ruleSet.pages.values()].flatMap(({ id, then }) =>
    then.flatMap((effect) =>
      'duty' in effect ? [{ page: id, duty: effect, key: `${ruleOf(id)}|${effect.duty}` }] : [],
    ),
  );
  known.set(ruleSet, fresh);
  return fresh;
}

/** Who has to do what, and within which time; a sentence. */
export function dutyLine({ who, duty, within }: Duty, day: string, words: Wording): string {
  const time = within === undefined ? '' : ` (${words.period(within, day)})`;
  return words.label('duty', {
    who: words.role(who),
    what: `${words.said(duty).replace(/\.?$/, '')}${time}.`,
  });
}

/** Duties with a time of their own, as the lots of the plan carry them; those of timing (T) are told with the clocks. */
export function timedDuties(lots: readonly Lot[], day: string, ruleSet: RuleSet, words: Wording): string[] {
  const duties = carriedDuties(lots, ruleSet)
    .filter(({ page, duty }) => !page.startsWith('T') && duty.within !== undefined)
    .map(({ duty }) => dutyLine(duty, day, words));
  return [...new Set(duties)];
}
