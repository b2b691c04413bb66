import fc from 'fast-check';
import { authorisation, chance, clearance, offence, often, rights, state, threat } from './case-parts.js';
import type { Category, ScenarioFacts, ScenarioItem } from './dialect.js';
import { itemFacts, noProvider, provider } from './item-parts.js';

const requestingStates = ['KZ', 'KG', 'UZ', 'TJ', 'TM', 'LT', 'DE', 'IE', 'DK', 'NO'] as const;
const requestedStates = ['US', 'US', 'NL', 'IE', 'RU', 'AE', 'TR', 'BY', 'NO', 'GB'] as const;

/** Facts of one case in the scenario dialect: one or two requested States, up to five items. */
export const anyCase: fc.Arbitrary<ScenarioFacts> = fc
  .record({
    requestingState: fc.constantFrom(...requestingStates),
    inBudapest: fc.boolean(),
    places: fc.uniqueArray(fc.constantFrom(...requestedStates), { minLength: 1, maxLength: 2 }),
  })
  .chain(({ requestingState, inBudapest, places }) => {
    const abroad = places.map((place) => (place === requestingState ? 'US' : place));
    return aCase(requestingState, inBudapest, [...new Set(abroad)]);
  });

function aCase(
  requestingState: string,
  inBudapest: boolean,
  places: readonly string[],
): fc.Arbitrary<ScenarioFacts> {
  const conduct = often([6, 'MET'], [2, 'DOUBTFUL'], [1, 'NOT_MET'], [1, 'UNKNOWN']);
  const others = places.length > 1 ? places : [];
  return fc
    .record(
      {
        asOf: often([8, '2026-11-21'], [1, '2026-08-18'], [1, '2026-08-17']),
        requestingState: fc.constant(requestingState),
        requestingAuthority: authority,
        requestingPartyTo: fc.constant<string[]>(inBudapest ? ['BUDAPEST', 'UNTOC'] : ['UNTOC']),
        proceedings,
        offence,
        dualCriminality: fc.record(Object.fromEntries(places.map((place) => [place, conduct])), {
          requiredKeys: [...others],
        }),
        persons,
        threat,
        rights,
        authorisation,
        clearance,
        states: fc.record(Object.fromEntries(places.map((place) => [place, state(inBudapest)]))),
        items: itemsAt(places),
      },
      {
        requiredKeys: [
          ...([
            'asOf',
            'requestingState',
            'requestingAuthority',
            'requestingPartyTo',
            'proceedings',
          ] as const),
          ...(['offence', 'dualCriminality', 'persons', 'threat', 'rights', 'authorisation'] as const),
          ...(['states', 'items'] as const),
        ],
      },
    )
    .map(correlated);
}

const routesAsked = ['MLA', 'ART29', 'ART30', 'P2P', 'PROV_PRES', 'PROV_DISC', 'EDR', 'EPOC'];
const authority: fc.Arbitrary<ScenarioFacts['requestingAuthority']> = fc.record({
  type: often([3, 'INVESTIGATION'], [1, 'PROSECUTION']),
  competent: fc.oneof(
    { weight: 18, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
    { weight: 2, arbitrary: fc.dictionary(fc.constantFrom(...routesAsked), fc.boolean(), { maxKeys: 3 }) },
  ),
  senderVerified: chance(92),
});

const proceedings: fc.Arbitrary<ScenarioFacts['proceedings']> = fc.record({
  stage: often(
    [10, 'NO_CRIMINAL_CASE'],
    [12, 'PRE_CASE_CHECK'],
    [50, 'OPEN_INVESTIGATION'],
    [10, 'PROSECUTION'],
    [6, 'TRIAL'],
    [3, 'APPEAL'],
    [6, 'POST_CONVICTION'],
    [4, null],
  ),
  purpose: often([3, 'INTELLIGENCE'], [3, 'EVIDENCE'], [8, 'BOTH'], [1, 'LIFE_PROTECTION']),
  confidentialityRequired: chance(40),
  nextStatutoryDeadline: fc.constant(null),
});

const minor = often([85, false], [10, true], [5, null]);
const persons: fc.Arbitrary<ScenarioFacts['persons']> = fc.record({
  suspectKnown: fc.constant(false),
  suspectNationality: fc.constant(null),
  suspectMinor: minor,
  victimMinor: minor,
  privileged: often([85, 'NONE'], [8, 'POSSIBLE'], [7, 'LIKELY']),
});

function itemsAt(places: readonly string[]): fc.Arbitrary<ScenarioItem[]> {
  return fc
    .tuple(...places.flatMap((place) => [1, 2].map((number) => atProvider(place, number))))
    .chain((pool) => fc.array(item(pool), { minLength: 1, maxLength: 5 }))
    .map((items) => items.map((each, index) => ({ ...each, id: `I${index + 1}` })));
}

type Held = Pick<ScenarioItem, 'provider' | 'controllerState'>;

const atProvider = (place: string, number: number): fc.Arbitrary<Held> =>
  fc.record({
    provider: provider(place, number),
    controllerState: often<string | null>([24, place], [1, null]),
  });

/** One item at one provider of the pool, or at nobody known yet. */
function item(pool: readonly Held[]): fc.Arbitrary<ScenarioItem> {
  const places = pool.map((held) => held.controllerState);
  const unknown = fc.record({
    provider: fc.constant(noProvider),
    controllerState: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom(...places) },
    ),
  });
  const holder = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...pool) },
    { weight: 1, arbitrary: unknown },
  );
  return fc.tuple(holder, itemFacts).map(([held, facts]) => ({ ...facts, ...held }));
}

/** Takes out what cannot be: two facts of a case that exclude each other. */
function correlated(facts: ScenarioFacts): ScenarioFacts {
  const inBudapest = (place: string | null): boolean =>
    place !== null && (facts.states[place]?.bothParty.includes('BUDAPEST') ?? false);
  return {
    ...facts,
    items: facts.items.map((each) => {
      const category_: Category = each.publiclyAvailable ? each.dataCategory : notPublic(each.dataCategory);
      const address = each.identifiers.some((identifier) => identifier.type === 'IP');
      return {
        ...each,
        dataCategory: category_,
        goal: category_ === 'ASSET' ? 'ASSET' : each.goal,
        ipIncomplete: each.ipIncomplete && address,
        identifiers: each.ipIncomplete && address ? [{ type: 'IP', value: '192.0.2.9' }] : each.identifiers,
        preservation: preservationOf(each, inBudapest(each.controllerState)),
      };
    }),
  };
}

const notPublic = (category_: Category): Category => (category_ === 'PUBLIC' ? 'SUBSCRIBER' : category_);

function preservationOf(each: ScenarioItem, inBudapest: boolean): ScenarioItem['preservation'] {
  const { active, basis } = each.preservation;
  if (!active || !each.provider.known)
    return { active: false, basis: null, daysLeft: null, renewalsLeft: null };
  return { ...each.preservation, basis: basis === 'ART29' && !inBudapest ? 'PROVIDER' : basis };
}
