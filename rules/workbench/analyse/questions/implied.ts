import type { WrittenEffect } from '../../../engine/schema/page.js';
import { nameOf, type Place } from '../terms.js';
import type { Encoding } from '../encoding.js';
import type { Question } from '../question.js';

/** Effects that add nothing: in every case in which they stand, another page says the same. */
export const implied = (of: Encoding): Question[] =>
  of.effects.all.flatMap((place) =>
    of.effects.all
      .filter((other) => other.page !== place.page && meaning(other.effect) === meaning(place.effect))
      .map((other) => adds(of, place, other)),
  );

const adds = ({ z, effects }: Encoding, place: Place, other: Place): Question => ({
  check: 'implied',
  about: `${nameOf(place)} by ${nameOf(other)}`,
  at: { page: place.page.page.id, path: ['then', place.index] },
  says: `whenever this stands, ${other.page.page.id} says the same: it adds nothing`,
  wrongIf: 'no-case',
  asks: () => [effects.says(place), z.Not(effects.says(other))],
  agrees: ({ says }) => says.has(nameOf(place)) && !says.has(nameOf(other)),
});

/** What an effect does, without when. */
const meaning = (effect: WrittenEffect): string =>
  JSON.stringify({ ...effect, when: undefined, kind: undefined });
