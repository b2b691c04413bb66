import { dataCategories } from '../../../contracts/codes.js';
import type { FactMap, Frame } from '../../../contracts/determination.js';
import type { Registers } from '../../engine/registers/index.js';
import type { Rules } from '../impact/impact.js';
import { typicalCase } from '../impact/typical.js';
import type { Supposed } from './sentence.js';

/** A generated case: what is asked for and how pressing it is, who asks and who is asked. */
export type Typical = { what: string; between: string; whom: string; frame: Frame };

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
export const typicalCases = (supposed: Supposed, rules: Rules): Typical[] =>
  casesBetween(pairs(supposed, rules), rules);

/** One case for each kind of data and pace, between some pairs. */
export const casesBetween = (some: readonly Pair[], rules: Rules): Typical[] =>
  some.flatMap(({ between, whom, requestingState, item }) =>
    dataCategories.flatMap((dataCategory) =>
      Object.entries(paces).map(([pace, told]) => ({
        what: `${dataCategory}, ${pace}`,
        between,
        whom,
        frame: typicalCase(rules.ruleSet, {
          ofCase: { ...serious, ...told.ofCase, requestingState },
          ofItem: { ...asked, ...item, ...told.ofItem, dataCategory },
        }),
      })),
    ),
  );

/** Who asks, and what is known of who is asked. */
export type Pair = { between: string; whom: string; requestingState: string; item: FactMap };

/** A treaty is between its State and every other; a policy or a figure is about those that ask from Central Asia. */
function pairs(supposed: Supposed, { registers }: Rules): Pair[] {
  const states = [...registers.states.keys()];
  if (supposed.kind === 'joins' || supposed.kind === 'leaves')
    return states
      .filter((other) => other !== supposed.state)
      .flatMap((other) => [pair(supposed.state, other), pair(other, supposed.state)]);
  const services = supposed.kind === 'policy' ? [supposed.provider] : realProviders(registers);
  return services.flatMap((id) => askers.map((state) => asksProvider(state, id, registers)));
}

/** A State asks every custodian that the registers know, and one in every other State. */
export const pairsOf = (state: string, registers: Registers): Pair[] => [
  ...realProviders(registers).map((id) => asksProvider(state, id, registers)),
  ...[...registers.states.keys()].filter((other) => other !== state).map((other) => pair(state, other)),
];

const realProviders = ({ providers }: Registers): string[] =>
  [...providers.keys()].filter((id) => !id.startsWith('training-'));

function asksProvider(requestingState: string, id: string, { providers }: Registers): Pair {
  const provider = providers.get(id);
  const service = provider?.services[0];
  return {
    between: `${requestingState} asks ${id}`,
    whom: provider?.name ?? id,
    requestingState,
    item: { ...(service !== undefined && { 'provider.service': service }), userPlace: requestingState },
  };
}

const askers = ['KZ', 'KG', 'TJ', 'TM', 'UZ'];
const pair = (requestingState: string, controllerState: string): Pair => ({
  between: `${requestingState} asks ${controllerState}`,
  whom: controllerState,
  requestingState,
  item: { controllerState, 'provider.known': true, 'provider.name': `a custodian in ${controllerState}` },
});
