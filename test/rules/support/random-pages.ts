import fc from 'fast-check';
import type { FactMap, FactValue } from '../../../contracts/determination.js';
import { aPage, type Files } from './a-rule-set.js';

/** Facts of the small house that random pages read, with values they may be compared with. */
const numbers = ['offence.maxPenaltyMonths', 'preservation.daysLeft', 'relation.age', 'volatility.rank'];
const flags = ['offence.speechBased', 'publiclyAvailable', 'case.anyContent'];
const choices: Record<string, string[]> = {
  'proceedings.stage': ['CHECK', 'INVESTIGATION', 'TRIAL'],
  volatility: ['LOW', 'MEDIUM', 'HIGH'],
  dataCategory: ['SUBSCRIBER', 'TRAFFIC', 'CONTENT'],
};
const sets = ['requestingPartyTo', 'relation.bothParty'];
const days = ['proceedings.deadline', 'relation.lastChecked'];
const treaties = ['COE', 'UNTOC', 'CIS'];
const dates = ['2026-01-01', '2026-11-21', '2027-01-01'];

const one = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const leafOf = (
  facts: readonly string[],
  operators: readonly string[],
  value: fc.Arbitrary<unknown>,
): fc.Arbitrary<object> =>
  fc.tuple(one(facts), one(operators), value).map(([fact, word, other]) => ({ fact, [word]: other }));

const leaf: fc.Arbitrary<object> = fc.oneof(
  leafOf(numbers, ['is', 'isNot', 'atLeast', 'atMost'], one([0, 1, 12, 30, 36])),
  leafOf(['preservation.daysLeft'], ['atLeast', 'atMost'], fc.constant({ parameter: 'preservation.window' })),
  leafOf(['preservation.daysLeft'], ['atLeast', 'is'], fc.constant({ fact: 'relation.age' })),
  leafOf(flags, ['is', 'isNot'], fc.boolean()),
  ...Object.entries(choices).flatMap(([fact, values]) => [
    leafOf([fact], ['is', 'isNot', 'atLeast', 'atMost'], one(values)),
    leafOf([fact], ['in'], fc.subarray(values, { minLength: 1 })),
  ]),
  leafOf(['volatility'], ['in'], fc.constant({ parameter: 'volatility.urgent' })),
  leafOf(sets, ['within', 'includesAnyOf'], fc.subarray(treaties)),
  leafOf(sets, ['includes'], one(treaties)),
  leafOf(days, ['onOrBefore', 'onOrAfter', 'is', 'isNot'], one(dates)),
  leafOf(days, ['onOrBefore', 'onOrAfter'], fc.constant({ fact: 'asOf' })),
  leafOf(['duplicateOf', 'controllerState'], ['is', 'isNot'], fc.constant(null)),
  leafOf([...numbers, ...sets, ...days, 'duplicateOf'], ['isKnown', 'isUnknown'], fc.constant(true)),
);

/** A condition over facts of the house; `more` are leaves over what lower pages make. */
export const condition = (...more: readonly object[]): fc.Arbitrary<object> =>
  fc.letrec<{ any: object }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      more.length === 0 ? leaf : fc.oneof(leaf, one(more)),
      fc
        .tuple(one(['all', 'any']), fc.array(tie('any'), { minLength: 1, maxLength: 4 }))
        .map(([word, parts]) => ({ [word]: parts })),
      tie('any').map((part) => ({ not: part })),
    ),
  })).any;

const cure = { fact: 'authorisation.obtained', is: 'COURT', by: ['PROSECUTOR'] };
const families = ['P2P', 'PROV_PRES', 'PROV_DISC', 'ART29', 'MLA'];

const concluding: fc.Arbitrary<object> = fc.oneof(
  fc.constant({ conclude: 'preservation.needed', is: true }),
  fc.constant({ conclude: 'direct.possible', is: true }),
  one(treaties).map((treaty) => ({ conclude: 'mla.bases', add: treaty })),
);
const opening: fc.Arbitrary<object> = fc.oneof(
  one(families).map((family) => ({ open: family })),
  one(families).map((family) => ({ open: family })),
  one(['MLA:COE', 'MLA:UNTOC']).map((route) => ({ open: route })),
  one(families).map((family) => ({ shut: family, reason: 'LOW_VOLATILITY' })),
  one([...families, 'PROVIDER']).map((scope) => ({ block: 'TIP_OFF', stage: 'remove', scope, cure })),
);
const holding: fc.Arbitrary<object> = fc.oneof(
  one([...families, 'ALL']).map((scope) => ({ block: 'ORDER_MISSING', stage: 'dispatch', scope, cure })),
  one(families).map((scope) => ({
    block: 'ORDER_MISSING',
    stage: 'dispatch',
    scope,
    whenPlanned: true,
    cure,
  })),
  one(families).map((route) => ({
    ask: 'MAX_PENALTY',
    facts: ['offence.maxPenaltyMonths'],
    holds: [route],
  })),
  one([0, 1, 2, 3]).map((number) => ({ safeguard: `SG_${number}` })),
  one(['P2P', 'MLA']).map((on) => ({ cite: `BASIS-${on}`, on })),
);

type RandomPage = { when: object; then: readonly object[] };
const pages = (when: fc.Arbitrary<object>, effect: fc.Arbitrary<object>): fc.Arbitrary<RandomPage[]> => {
  const guarded = fc.tuple(effect, fc.option(when, { nil: undefined, freq: 3 }));
  const then = fc.array(
    guarded.map(([one, own]) => (own === undefined ? one : { ...one, when: own })),
    { minLength: 1, maxLength: 3 },
  );
  return fc.array(fc.record({ when, then }), { minLength: 1, maxLength: 4 });
};

const concluded = [
  { fact: 'preservation.needed', is: true },
  { fact: 'direct.possible', is: false },
  { fact: 'mla.bases', includes: 'COE' },
];
const planned = families.map((family) => ({ fact: `route.${family}.planned`, is: true }));

/** Pages on three levels: some conclude, some open, shut and remove, some read what is planned. In writing, by id. */
export const randomPages: fc.Arbitrary<ReadonlyMap<string, string>> = fc
  .tuple(
    pages(condition(), concluding),
    pages(condition(...concluded), opening),
    pages(condition(...concluded, ...planned), holding),
  )
  .map((levels) => {
    const all = levels.flat();
    return new Map(
      all.map(({ when, then }, index) => {
        const id = `G${10 + index}`;
        return [id, aPage({ id, when: JSON.stringify(when), then: then.map((one) => JSON.stringify(one)) })];
      }),
    );
  });

/** The pages as files; the order of the ids says in which order the files are read. */
export const inFiles = (written: ReadonlyMap<string, string>, order = [...written.keys()]): Files =>
  Object.fromEntries(order.map((id, index) => [`gates/page-${10 + index}.yaml`, written.get(id) ?? '']));

const maybe = (values: readonly FactValue[]): fc.Arbitrary<FactValue | undefined> =>
  fc.option(one(values), { nil: undefined, freq: 4 });
const some = (facts: Record<string, FactValue | undefined>): FactMap =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([fact, value]) => (value === undefined ? [] : [[fact, value]])),
  );
const members = fc.option(fc.shuffledSubarray(treaties), { nil: undefined, freq: 4 });

/** Facts of a case; unknown ones are absent. */
export const caseFacts: fc.Arbitrary<FactMap> = fc
  .record({
    'proceedings.stage': maybe(['CHECK', 'INVESTIGATION', 'TRIAL']),
    'offence.maxPenaltyMonths': maybe([0, 12, 36]),
    'offence.speechBased': maybe([true, false]),
    requestingPartyTo: members,
    'proceedings.deadline': maybe([null, ...dates]),
    'authorisation.obtained': maybe(['NONE', 'COURT']),
  })
  .map(some);

export const itemFacts: fc.Arbitrary<FactMap> = fc
  .record({
    dataCategory: one<FactValue>(['SUBSCRIBER', 'TRAFFIC', 'CONTENT']),
    'provider.name': maybe(['Provider A', 'Provider B']),
    volatility: maybe([null, 'LOW', 'MEDIUM', 'HIGH']),
    publiclyAvailable: maybe([true, false]),
    controllerState: maybe([null, 'US', 'NL']),
    'preservation.daysLeft': maybe([null, 0, 30, 60]),
    'relation.bothParty': members,
    'relation.lastChecked': maybe([null, ...dates]),
    duplicateOf: maybe([null, 'REQ-7']),
  })
  .map(some);
