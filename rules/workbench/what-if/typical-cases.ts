import { dataCategories } from '../../../contracts/codes.js';
import type { FactMap, Frame } from '../../../contracts/determination.js';
import type { Rules } from '../impact/impact.js';
import { typicalCase } from '../impact/typical.js';
import type { Supposed } from './sentence.js';

/** A generated case: what is asked for and how pressing it is, who asks and who is asked. */
export type Typical = { what: string; between: string; frame: Frame };

const paces: Readonly<Record<string, { ofCase: FactMap; ofItem: FactMap }>> = {
  ordinary: { ofCase: {}, ofItem: {} },
  emergency: {
    ofCase: { 'threat.toLife': 'IMMINENT', 'threat.hoursToHarm': 12, 'threat.dataCanAvert': true },
    ofItem: {},
  },
  'preservation runs out in 20 days': {
    ofCase: {},
    ofItem: { 'preservation.active': true, 'preservation.daysLeft': 20, 'preservation.basis': 'PROV_PRES' },
  },
};
const serious: FactMap = {
  'offence.maxPenaltyMonths': 72,
  'offence.budapestArt2to11': true,
  'authorisation.obtained': 'COURT',
};
const asked: FactMap = { identifiers: ['USERNAME somebody'], 'intendMla.stated': 'YES' };

/** One case for each kind of data and pace, between the pairs that the change is about. */
export function typicalCases(supposed: Supposed, rules: Rules): Typical[] {
  return pairs(supposed, rules).flatMap(({ between, requestingState, item }) =>
    dataCategories.flatMap((dataCategory) =>
      Object.entries(paces).map(([pace, told]) => ({
        what: `${dataCategory}, ${pace}`,
        between,
        frame: typicalCase(rules.ruleSet, {
          ofCase: { ...serious, ...told.ofCase, requestingState },
          ofItem: { ...asked, ...item, ...told.ofItem, dataCategory },
        }),
      })),
    ),
  );
}

type Pair = { between: string; requestingState: string; item: FactMap };

/** A treaty is between its State and every other; a policy or a figure is about those that ask from Central Asia. */
function pairs(supposed: Supposed, { registers }: Rules): Pair[] {
  const states = [...registers.states.keys()];
  if (supposed.kind === 'joins' || supposed.kind === 'leaves')
    return states
      .filter((other) => other !== supposed.state)
      .flatMap((other) => [pair(supposed.state, other), pair(other, supposed.state)]);
  const services =
    supposed.kind === 'policy' ? [supposed.provider] : [...registers.providers.keys()].filter(isReal);
  return services.flatMap((id) => {
    const service = registers.providers.get(id)?.services[0];
    return askers.map((requestingState) => ({
      between: `${requestingState} asks ${id}`,
      requestingState,
      item: { ...(service !== undefined && { 'provider.service': service }), userPlace: requestingState },
    }));
  });
}

const askers = ['KZ', 'KG', 'TJ', 'TM', 'UZ'];
const isReal = (id: string): boolean => !id.startsWith('training-');
const pair = (requestingState: string, controllerState: string): Pair => ({
  between: `${requestingState} asks ${controllerState}`,
  requestingState,
  item: { controllerState, 'provider.known': true, 'provider.name': `a custodian in ${controllerState}` },
});
