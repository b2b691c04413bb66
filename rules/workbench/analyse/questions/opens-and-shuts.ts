import type { Candidate } from '../candidates.js';
import type { Encoding } from '../encoding.js';
import type { Question } from '../question.js';
import type { Truth } from '../solver.js';

/** Two pages of which one opens a route and the other shuts it, or takes it out, for one item of one case. */
export const opensAndShuts = (of: Encoding): Question[] =>
  [...of.rules.ruleSet.catalogue.byFamily.keys()].flatMap((family) => ofFamily(of, family));

function ofFamily(of: Encoding, family: string): Question[] {
  const pairs = new Map<string, { opens: string; bars: string; cases: (() => Truth)[] }>();
  for (const candidate of of.effects.candidates(family))
    for (const { place, bars } of of.effects.barring(candidate)) {
      const [a, b] = [candidate.place.page.page.id, place.page.page.id];
      const pair = pairs.get(`${a} ${b}`) ?? { opens: a, bars: b, cases: [] };
      pair.cases.push(both(of, candidate, bars));
      pairs.set(`${a} ${b}`, pair);
    }
  const ended = (): Truth => of.is('case.ended', true);
  return [...pairs.values()].map(({ opens, bars, cases }) => ({
    check: 'opens-and-shuts',
    about: `${family} ${opens} ${bars}`,
    at: { page: bars, path: ['when'] },
    says: `takes ${family} away in a case in which ${opens} opens it`,
    wrongIf: 'some-case',
    asks: () => [of.z.Or(...cases.map((one) => one())), of.z.Not(ended())],
    agrees: ({ barred }) => barred.has(`${family} ${opens} ${bars}`),
  }));
}

const both =
  ({ z }: Encoding, { opens }: Candidate, bars: Truth) =>
  (): Truth =>
    z.And(opens, bars);
