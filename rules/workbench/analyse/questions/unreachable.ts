import { nameOf } from '../terms.js';
import type { Encoding } from '../encoding.js';
import type { Question } from '../question.js';

/** Effects that no case brings about: their page never fires, or their own condition never holds with it. */
export const unreachable = ({ effects }: Encoding): Question[] =>
  effects.all.map((place) => ({
    check: 'unreachable',
    about: nameOf(place),
    at: { page: place.page.page.id, path: ['then', place.index] },
    says: 'no case brings this about: what the page asks for never holds together',
    wrongIf: 'no-case',
    asks: () => [effects.says(place)],
    agrees: ({ says }) => says.has(nameOf(place)),
  }));
