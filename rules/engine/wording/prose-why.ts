import type { Determination, Lot } from '../../../contracts/determination.js';
import { dutyLine, type Duty } from './prose-duties.js';
import type { Page, RuleSet } from '../rule-set/rule-set.js';
import type { Wording } from './wording.js';

/** Pages that fired, in words: those that decide, or those that only lay a duty on somebody. */
export function reasonsOf(
  { asOf, explanation, firedRules, lots }: Determination,
  ruleSet: RuleSet,
  words: Wording,
  duties: boolean,
): string[] {
  const told = new Map<string, { subjects: string[]; doubtful: boolean }>();
  for (const { rule, page, fired, subject, status } of explanation) {
    if (!fired || !firedRules.includes(rule) || rule.startsWith('D')) continue;
    if ((ruleSet.pages.get(page)?.then.every((effect) => 'duty' in effect) ?? false) !== duties) continue;
    const subjects = [
      ...(told.get(page)?.subjects ?? []),
      subject === 'case' ? words.label('theCase') : subject,
    ];
    told.set(page, { doubtful: status === 'unconfirmed', subjects });
  }
  return [...told].map(
    ([page, { subjects, doubtful }]) =>
      `  - ${words.label('why', { page, subjects: subjects.join(', '), unconfirmed: doubtful ? words.label('unconfirmed') : '', because: `${dutiesOn(ruleSet.pages.get(page), asOf, lots, words)}${words.because(page)}` })}`,
  );
}

/** Who has to do what by a page, before its reason; empty where it lays no duty on anybody in this case. */
const dutiesOn = (page: Page | undefined, day: string, lots: readonly Lot[], words: Wording): string =>
  (page?.then ?? [])
    .flatMap((effect) => ('duty' in effect && stands(effect, lots) ? [effect] : []))
    .map((duty) => `${dutyLine(duty, day, words)} `)
    .join('');

/** A duty that has a condition of its own stands where a lot carries it. */
const stands = ({ duty, when }: Duty, lots: readonly Lot[]): boolean =>
  when === undefined || lots.some(({ duties }) => duties.some(({ what }) => what === duty));
