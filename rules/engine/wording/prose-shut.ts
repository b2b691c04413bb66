import type { Frame } from '../../../contracts/determination.js';
import type { FailingCondition, RouteView } from '../../../contracts/route-view.js';
import { statesOf } from './sources.js';
import type { Wording } from './wording.js';

/** Every route that is not taken, with its reason and the conditions that failed, each with its citation. */
export const shutLines = (routes: readonly RouteView[], frame: Frame, words: Wording): string[] =>
  routes.flatMap(({ shut }) =>
    shut
      .filter((one) => !saidBefore(one, shut))
      .flatMap((one) => [
        `  - ${words.label('shut.line', {
          route: named(one.route, words),
          says: words.reason(one.reason),
          reason: one.reason,
          items: words.label('items', { items: one.items.join(', ') }),
        })}`,
        ...conditionsShown(one).map((condition) => `      ${conditionLine(condition, frame, words)}`),
        ...(one.reasons.length > 1
          ? [
              `      ${words.label('shut.also', {
                reasons: one.reasons
                  .slice(1)
                  .map((code) => `${words.reason(code)} (${code})`)
                  .join(' '),
              })}`,
            ]
          : []),
      ]),
  );

/** A category that is shut as the whole route is, for the same items, is not said twice. */
const saidBefore = (one: RouteView['shut'][number], shut: RouteView['shut']): boolean =>
  one.route.includes('(') &&
  shut.some(
    (other) =>
      other !== one &&
      !other.route.includes('(') &&
      other.reason === one.reason &&
      one.items.every((item) => other.items.includes(item)),
  );

/** Conditions that speak for the headline; where none names it, all that would have opened the route. */
function conditionsShown({ reason, because }: RouteView['shut'][number]): readonly FailingCondition[] {
  const speaking = because.filter((one) => one.reason === reason);
  return speaking.length > 0 ? speaking : because;
}

const named = (route: string, words: Wording): string => {
  const [family = route] = route.split('(');
  return `${words.route(family)} [${route}]`;
};

function conditionLine(one: FailingCondition, frame: Frame, words: Wording): string {
  const label = one.page === null ? 'dormant' : one.effect === 'shuts' ? 'shuts' : 'needs';
  const expected = words.label(`word.${one.word}`, { expected: words.value(one.expected) });
  return words.label(`shut.${label}`, {
    rule: `${one.page ?? ''}${one.status === 'unconfirmed' ? words.label('unconfirmed') : ''}`,
    because: one.page === null ? '' : words.because(one.page),
    fact: words.fact(one.fact),
    must: one.negated ? words.label('mustNot', { expected }) : words.label('must', { expected }),
    seen: words.value(one.seen),
    subjects: one.subjects
      .map((subject) => (subject === 'case' ? words.label('theCase') : subject))
      .join(', '),
    assumed: one.basis === 'assumed' ? words.label('assumed') : '',
    citation:
      one.page === null ? words.said(one.citation) : words.citation(one.page, statesOf(frame, one.subjects)),
  });
}
