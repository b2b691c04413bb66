import fc from 'fast-check';
import type { ScenarioFacts, ScenarioState } from './dialect.js';

/** Arbitraries of the parts of a case: every fact of section A in its domain, weighted so that the rules of B meet. */

/** One of the words, each as often as its number says. */
export function often<const T>(...words: (readonly [number, T])[]): fc.Arbitrary<T> {
  return fc.oneof(...words.map(([weight, word]) => ({ weight, arbitrary: fc.constant(word) })));
}

/** True in so many of a hundred cases. */
export const chance = (percent: number): fc.Arbitrary<boolean> =>
  often([percent, true], [100 - percent, false]);

const risk = (likely: number) => often([90 - likely, 'NONE'], [8, 'POSSIBLE'], [likely, 'LIKELY']);

export const offence: fc.Arbitrary<ScenarioFacts['offence']> = fc.record(
  {
    category: often<string>(
      [5, 'CYBER_DEPENDENT'],
      [7, 'CYBER_ENABLED_FRAUD'],
      [3, 'CSAM_CSE'],
      [2, 'TERRORISM'],
      [1, 'TERRORISM_FINANCING'],
      [3, 'CORRUPTION'],
      [3, 'DRUGS'],
      [2, 'HOMICIDE_VIOLENCE'],
      [1, 'EXTORTION_RANSOMWARE'],
      [1, 'MILITARY'],
      [1, 'RELIGIOUS'],
      [1, 'POLITICAL_STATE_SECURITY'],
      [1, 'HATE_SPEECH'],
      [1, 'DEFAMATION_INSULT'],
      [1, 'MONEY_LAUNDERING'],
      [1, 'OTHER'],
    ),
    summary: fc.constant('Generated case'),
    maxPenaltyMonths: often([2, null], [1, 24], [2, 35], [2, 36], [1, 47], [3, 48], [4, 96], [3, 180]),
    lifeOrDeath: often([80, 'NONE'], [8, 'LIFE'], [12, 'DEATH']),
    budapestArt2to11: fc.boolean(),
    organisedGroup: fc.boolean(),
    transnational: chance(80),
    speechBased: chance(10),
    deMinimis: chance(5),
    timeBarred: chance(4),
    military: chance(2),
  },
  {
    requiredKeys: [
      ...(['category', 'summary', 'maxPenaltyMonths', 'lifeOrDeath', 'budapestArt2to11'] as const),
      ...(['organisedGroup', 'transnational', 'speechBased', 'deMinimis'] as const),
    ],
  },
);

export const threat: fc.Arbitrary<ScenarioFacts['threat']> = fc.record({
  toLife: often([65, 'NONE'], [8, 'POTENTIAL'], [27, 'IMMINENT']),
  childAtRisk: chance(15),
  criticalInfrastructure: chance(12),
  dataCanAvert: chance(70),
  hoursToHarm: often([3, null], [1, 5]),
});

export const rights: fc.Arbitrary<ScenarioFacts['rights']> = fc.record(
  {
    politicalOffenceRisk: risk(4),
    discriminationRisk: risk(2),
    tortureRisk: risk(2),
    fairTrialRisk: risk(3),
    neBisInIdem: chance(5),
    deathPenaltyAssurance: often(
      [4, 'NOT_NEEDED'],
      [3, 'NONE'],
      [1, 'OFFERED'],
      [2, 'GIVEN'],
      [1, 'REFUSED'],
    ),
  },
  {
    requiredKeys: [
      ...(['politicalOffenceRisk', 'discriminationRisk', 'tortureRisk'] as const),
      ...(['neBisInIdem', 'deathPenaltyAssurance'] as const),
    ],
  },
);

const level = often([3, 'NONE'], [4, 'PROSECUTOR'], [5, 'COURT']);

export const authorisation: fc.Arbitrary<ScenarioFacts['authorisation']> = fc.record({
  obtained: level,
  necessityAssessment: often([1, 'NONE'], [2, 'SHORT'], [9, 'APPROVED']),
  nonDisclosureOrder: chance(30),
  formalChannelNeeded: chance(30),
  required: fc.record(
    {
      SUBSCRIBER: often([1, 'NONE'], [6, 'PROSECUTOR'], [1, 'COURT']),
      ACCESS_LOG: often([6, 'PROSECUTOR'], [2, 'COURT']),
      TRAFFIC: often([1, 'PROSECUTOR'], [6, 'COURT']),
      LOCATION: fc.constant('COURT' as const),
      CONTENT: fc.constant('COURT' as const),
      DOMAIN_REGISTRATION: fc.constant('NONE' as const),
      FINANCIAL_KYC: often([1, 'PROSECUTOR'], [6, 'COURT']),
      ASSET: fc.constant('COURT' as const),
    },
    { requiredKeys: ['DOMAIN_REGISTRATION', 'SUBSCRIBER', 'CONTENT'] },
  ),
});

export const clearance: fc.Arbitrary<NonNullable<ScenarioFacts['clearance']>> = fc.record(
  {
    rightsReview: chance(50),
    rightsHoldRelease: chance(60),
    lifeDangerRelease: chance(60),
    riskFindingCorrected: chance(60),
    orderNamesPrivilege: chance(60),
    filterProtocolFiled: chance(60),
    noNoticeAgreed: chance(40),
    preCaseIsInvestigation: chance(70),
    postConvictionMla: chance(70),
  },
  { requiredKeys: [] },
);

const instruments = [
  ...['UNCC', 'UNTOC', 'UNCAC', 'DRUGS88', 'TERROR', 'OPSC', 'MINSK93', 'CHISINAU02', 'CIS_IT_2018'],
  ...['COE_MLA_1959', 'EU_MLA_2000', 'BILATERAL_MLA', 'SAP2', 'CLOUD_AGREEMENT'],
];
const wide = ['UNTOC', 'UNCAC', 'DRUGS88', 'TERROR', 'OPSC'];

/** Instruments both States are Parties to, Budapest apart; the wide ones more often than the rest. */
const shared = fc
  .tuple(
    fc.subarray(wide),
    fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, { weight: 4, arbitrary: few() }),
  )
  .map(([often_, rarely]) => [...new Set([...often_, ...rarely])]);

function few(): fc.Arbitrary<string[]> {
  return fc.subarray(instruments, { minLength: 1, maxLength: 3 });
}

/** Day an entry was checked: today, at the limit of 180 days before 21 November 2026, and past it. */
export const checked = often([8, '2026-11-01'], [1, '2026-05-25'], [1, '2026-05-24'], [2, '2025-12-01']);

export function state(requestingInBudapest: boolean): fc.Arbitrary<ScenarioState> {
  return fc
    .record(
      {
        others: shared,
        requestedInBudapest: fc.boolean(),
        channels: fc.record({
          budapest247: chance(75),
          g7: chance(25),
          liaison: chance(20),
          interpol: chance(80),
          hotline: chance(35),
        }),
        abolitionist: fc.boolean(),
        blockingStatute: chance(10),
        dcRequired: chance(75),
        dcReservation29_4: chance(45),
        minPenaltyMonths: often([8, null], [1, 12], [1, 60]),
        reciprocity: chance(60),
        inForceCheck: often([1, 'ASSUMED'], [1, 'CONFIRMED']),
        cooperationSuspended: chance(15),
        language: often<string | null>([4, 'en'], [1, null]),
        lastChecked: checked,
      },
      {
        requiredKeys: [
          ...(['others', 'requestedInBudapest', 'channels', 'abolitionist', 'blockingStatute'] as const),
          ...([
            'dcRequired',
            'dcReservation29_4',
            'minPenaltyMonths',
            'reciprocity',
            'inForceCheck',
          ] as const),
        ],
      },
    )
    .map(({ others, requestedInBudapest, ...rest }) => ({
      bothParty: requestingInBudapest && requestedInBudapest ? ['BUDAPEST', ...others] : others,
      requestedPartyTo: requestedInBudapest ? ['BUDAPEST'] : [],
      ...rest,
    }));
}
