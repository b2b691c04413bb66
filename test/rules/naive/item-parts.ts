import fc from 'fast-check';
import { chance, checked, often } from './case-parts.js';
import type { Category, ScenarioItem } from './dialect.js';

const willing = often([3, 'YES'], [4, 'CASE_BY_CASE'], [3, 'NO']);

/** A provider of the State; several items of a case may lie with the same one. */
export function provider(where: string, number: number): fc.Arbitrary<ScenarioItem['provider']> {
  const names = { known: fc.constant(true), name: fc.constant(`Provider ${number} in ${where}`) };
  return fc.record(
    {
      ...names,
      establishedIn: fc.oneof(
        { weight: 8, arbitrary: fc.constant<string[]>([where]) },
        { weight: 1, arbitrary: fc.constant<string[]>([where, 'US']) },
        { weight: 1, arbitrary: fc.constant<string[]>([]) },
      ),
      domesticEntity: chance(8),
      euRepresentative: often([3, null], [3, 'IE'], [1, 'DE'], [1, 'NL']),
      entityCorrect: chance(90),
      voluntary: fc.record(
        {
          SUBSCRIBER: willing,
          ACCESS_LOG: willing,
          TRAFFIC: willing,
          FINANCIAL_KYC: willing,
          DOMAIN_REGISTRATION: willing,
          CONTENT: often([9, 'NO'], [1, 'YES']),
        },
        { requiredKeys: [] },
      ),
      requiresOrder: often([5, 'NONE'], [1, 'PROSECUTOR'], [2, 'COURT']),
      preservation: fc.record({
        accepts: chance(60),
        days: often([1, null], [2, 90]),
        renewals: often([1, null], [1, 1]),
      }),
      edr: fc.record({ accepts: chance(65) }),
      userNotice: often([2, 'NEVER'], [4, 'UNLESS_PROHIBITED'], [1, 'ALWAYS'], [3, 'UNKNOWN']),
      trusted: chance(90),
      e2ee: chance(8),
      lastChecked: checked,
    },
    {
      requiredKeys: [
        ...([
          'known',
          'name',
          'establishedIn',
          'domesticEntity',
          'euRepresentative',
          'entityCorrect',
        ] as const),
        ...(['voluntary', 'requiresOrder', 'preservation', 'edr', 'userNotice', 'trusted', 'e2ee'] as const),
      ],
    },
  );
}

export const noProvider: ScenarioItem['provider'] = {
  known: false,
  name: null,
  establishedIn: [],
  domesticEntity: false,
  euRepresentative: null,
  entityCorrect: true,
  voluntary: {},
  requiresOrder: 'NONE',
  preservation: { accepts: false, days: null, renewals: null },
  edr: { accepts: false },
  userNotice: 'UNKNOWN',
  trusted: true,
  e2ee: false,
};

export const category = often<Category>(
  [1, 'PUBLIC'],
  [3, 'DOMAIN_REGISTRATION'],
  [12, 'SUBSCRIBER'],
  [8, 'ACCESS_LOG'],
  [5, 'FINANCIAL_KYC'],
  [10, 'TRAFFIC'],
  [3, 'LOCATION'],
  [12, 'CONTENT'],
  [2, 'REALTIME_TRAFFIC'],
  [2, 'REALTIME_CONTENT'],
  [3, 'ASSET'],
);

const identifierKinds = often<string>(
  [4, 'ACCOUNT_ID'],
  [4, 'USERNAME'],
  [3, 'PHONE'],
  [3, 'EMAIL'],
  [3, 'IP'],
  [3, 'DOMAIN'],
  [1, 'URL'],
  [4, 'WALLET'],
);

/** What is known of an item beside who holds it. */
export const itemFacts: fc.Arbitrary<Omit<ScenarioItem, 'provider' | 'controllerState'>> = fc.record(
  {
    id: fc.constant('I1'),
    dataCategory: category,
    goal: often([5, 'IDENTIFY'], [6, 'PROVE'], [1, 'AVERT'], [1, 'LOCATE']),
    identifiers: identifierKinds.map((type) => [identifierOf(type)]),
    identifierQuality: often([90, 'EXACT'], [6, 'AMBIGUOUS'], [4, 'INSUFFICIENT']),
    ipIncomplete: chance(30),
    timeWindow: often([88, 'BOUNDED'], [12, 'MISSING']),
    dataStates: fc.constant<string[]>([]),
    dataLocationCertainty: fc.constant('PRESUMED' as const),
    volatility: often(
      [18, 'LOW'],
      [36, 'MEDIUM'],
      [18, 'HIGH'],
      [16, 'IMMINENT_LOSS'],
      [6, 'UNKNOWN'],
      [6, null],
    ),
    publiclyAvailable: chance(4),
    heldDomestically: chance(6),
    pathUnknown: chance(50),
    consent: fc.record({
      given: chance(14),
      voluntary: chance(85),
      lawfulAuthority: chance(85),
      capacity: chance(92),
      inCustody: chance(20),
      counselPresent: chance(50),
    }),
    preservation: fc.record({
      active: chance(22),
      basis: often([4, 'PROVIDER'], [4, 'ART29'], [1, 'P2P'], [2, 'US-18USC-2258A'], [1, 'EPOC_PR']),
      daysLeft: often([2, 14], [1, 30], [1, 31], [1, 200]),
      renewalsLeft: often([1, 0], [1, 1]),
    }),
    p2pObtained: chance(10),
    duplicateOf: often([1, 'REQ-7'], [24, null]),
    thirdStateOf: often([1, 'REQ-3'], [2, null]),
    intendMla: often<boolean | 'UNKNOWN'>([3, true], [1, false], [2, 'UNKNOWN']),
  },
  {
    requiredKeys: [
      ...(['id', 'dataCategory', 'goal', 'identifiers', 'identifierQuality', 'ipIncomplete'] as const),
      ...(['timeWindow', 'dataStates', 'dataLocationCertainty', 'volatility', 'publiclyAvailable'] as const),
      ...(['heldDomestically', 'pathUnknown', 'consent', 'preservation', 'p2pObtained'] as const),
    ],
  },
);

function identifierOf(type: string): ScenarioItem['identifiers'][number] {
  if (type === 'IP')
    return { type, value: '192.0.2.9', port: 443, timestamp: '2026-11-20T22:14:05', timezone: 'UTC' };
  if (type === 'WALLET') return { type, value: 'T-example-deposit-address', chain: 'TRON' };
  return { type, value: `example ${type.toLowerCase()}` };
}
