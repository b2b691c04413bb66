import type { Compared } from '../../../contracts/route-view.js';
import type { Wording } from './wording.js';

/** What would mend a condition that fails: one of several ways, each with all that must be so, then what else fails. */
type Mendable = { ways: readonly (readonly Compared[])[]; further: readonly string[] };

/** The ways, joined by "or else". */
export const waysOf = ({ ways }: Mendable, words: Wording): string =>
  ways
    .map((way) => way.map((one) => comparison(one, words)).join(words.label('shut.and')))
    .join(words.label('shut.or'));

function comparison(one: Compared, words: Wording): string {
  const single = one.word === 'in' && Array.isArray(one.expected) && one.expected.length === 1;
  const expected = words.label(`word.${single ? 'is' : one.word}`, {
    expected: words.valueOf(one.fact, one.expected),
  });
  return words.label('shut.compared', {
    fact: words.fact(one.fact),
    must: words.label(one.negated ? 'mustNot' : 'must', { expected }),
    seen: words.valueOf(one.fact, one.seen),
    assumed: assumed(one, words),
  });
}

/** That nobody has said it, where that is so. */
export const assumed = ({ basis }: Compared, words: Wording): string =>
  basis === 'assumed' ? words.label('assumed') : '';

/** Facts of other conditions that fail as well; empty where there are none. */
export const furtherOf = ({ further }: Mendable, words: Wording): string =>
  further.length === 0
    ? ''
    : words.label('shut.further', {
        facts: further.map((fact) => words.label('shut.fact', { fact: words.fact(fact) })).join(', '),
      });
