import type { Encoding } from '../encoding.js';
import type { Question } from '../question.js';

/** Values that the rules name and no case has: of facts that are worked out from a list, and variants of routes. */
export const neverReached = (of: Encoding): Question[] => [...firsts(of), ...variants(of)];

const firsts = (of: Encoding): Question[] =>
  [...of.rules.ruleSet.dictionary.values()].flatMap((entry) =>
    entry.origin !== 'derived' || !('firstOf' in entry.derive)
      ? []
      : [of.rules.parameter(entry.derive.firstOf.list)].flat().map((word): Question => ({
          check: 'value-dead',
          about: `${entry.id} ${String(word)}`,
          at: { fact: entry.id },
          says: `no case makes ${entry.id} ${String(word)}`,
          wrongIf: 'no-case',
          asks: () => [of.is(entry.id, word)],
          agrees: (seen) => seen.value(entry.id) === word,
        })),
  );

const variants = (of: Encoding): Question[] =>
  of.rules.ruleSet.catalogue.routes.flatMap(({ family, variants: declared, status }) =>
    declared
      .filter((variant) => status !== 'dormant' && variant.status !== 'dormant')
      .map(({ id }): Question => {
        const route = `${family}:${id}`;
        return {
          check: 'value-dead',
          about: route,
          at: { route: family },
          says: `no case plans ${route}`,
          wrongIf: 'no-case',
          asks: () => [
            of.z.Or(
              ...of.effects
                .candidates(family)
                .filter((candidate) => candidate.route === route)
                .map((candidate) => of.effects.isPlanned(candidate)),
            ),
            of.z.Not(of.is('case.ended', true)),
          ],
          agrees: ({ planned }) => planned.has(route),
        };
      }),
  );
