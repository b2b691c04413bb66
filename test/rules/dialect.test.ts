import { describe, expect, it } from 'vitest';
import {
  compiledEvaluator,
  frameFromScenario,
  resultBy,
  routesOf,
  ruleSetOn,
  scenarioOf,
  ScenarioError,
} from '../../rules/engine/index.js';
import { factsOf, realRules } from './support/real-rules.js';

const { ruleSet, registers } = realRules();

type Json = Record<string, unknown>;

/** Facts of SC01 with one value put at a pointer; `undefined` takes it away. Parts that are not there are made. */
function sc01With(pointer: string, value: unknown): Json {
  const facts = structuredClone(factsOf('SC01'));
  const path = pointer.split('/').slice(1);
  const last = path.pop() ?? '';
  const holder = path.reduce<unknown>((at, key) => partOf(at, key), facts);
  if (value === undefined) Reflect.deleteProperty(asObject(holder), last);
  else Reflect.set(asObject(holder), last, value);
  return facts;
}

function asObject(value: unknown): object {
  if (typeof value !== 'object' || value === null) throw new Error('no object there');
  return value;
}

function partOf(value: unknown, key: string): unknown {
  const holder = asObject(value);
  if (!Reflect.has(holder, key)) Reflect.set(holder, key, {});
  return Reflect.get(holder, key);
}

function faultsOf(facts: unknown): string[] {
  try {
    frameFromScenario(ruleSet, registers, facts);
    return [];
  } catch (error) {
    if (error instanceof ScenarioError) return error.message.split('\n');
    throw error;
  }
}

it('a scenario of the specification is read without a fault', () => {
  expect(faultsOf(factsOf('SC01'))).toEqual([]);
});

describe('bad facts are refused with their place, and what is allowed', () => {
  it.each<[string, string, unknown, RegExp]>([
    ['an unknown fact of the case', '/colour', 1, /is no fact of a case/],
    ['an unknown fact in a group', '/offence/colour', 1, /is no fact/],
    ['an unknown fact of an item', '/items/0/colour', 1, /is no fact/],
    ['an unknown fact of a provider', '/items/0/provider/colour', 1, /is no fact/],
    ['an unknown fact of a State', '/states/US/colour', 1, /is no fact of a State/],
    ['an unknown channel', '/states/US/channels/pigeon', true, /is not known here; there are budapest247/],
    [
      'a category of authorisation that does not exist',
      '/authorisation/required/SUBSCRIBR',
      'COURT',
      /is no fact/,
    ],
    ['a text for a number', '/offence/maxPenaltyMonths', '60', /is a whole number, zero or more, not "60"/],
    ['a negative number', '/offence/maxPenaltyMonths', -1, /is a whole number, zero or more, not -1/],
    ['half a month', '/offence/maxPenaltyMonths', 1.5, /is a whole number, zero or more, not 1\.5/],
    ['a text for a yes or no', '/states/US/abolitionist', 'yes', /is true or false, not "yes"/],
    [
      'a value outside the list',
      '/offence/category',
      'FRAUD',
      /is one of CYBER_DEPENDENT, CYBER_ENABLED_FRAUD/,
    ],
    ['a text in the place of a group', '/offence', 'x', /an object/],
    ['an object in the place of a value', '/items/0/volatility', { is: 'LOW' }, /is no fact|a single value/],
    ['a day that does not exist', '/asOf', '2026-02-30', /is a date that exists/],
    ['a month that does not exist', '/states/US/lastChecked', '2026-13-01', /is a date that exists/],
    ['a word for a day', '/asOf', 'soon', /is a date that exists/],
    ['an unknown requesting State', '/requestingState', 'XX', /is a State of ISO 3166-1, not "XX"/],
    [
      'an unknown State of the custodian',
      '/items/0/controllerState',
      'XX',
      /is a State of ISO 3166-1, not "XX"/,
    ],
    ['an unknown State among seats', '/items/0/provider/establishedIn', ['US', 'XX'], /States of ISO 3166-1/],
    ['an entry of an unknown State', '/states/XX', {}, /"XX" is no State of ISO 3166-1/],
    ['dual criminality in an unknown State', '/dualCriminality/XX', 'MET', /"XX" is no State of ISO 3166-1/],
    [
      'an unknown treaty',
      '/states/US/bothParty',
      ['BUDAPESHT'],
      /"BUDAPESHT" is no value of relation\.bothParty; allowed: BUDAPEST/,
    ],
    ['an unknown type of identifier', '/items/0/identifiers/0/type', 'FOO', /ACCOUNT_ID/],
    ['no requesting State', '/requestingState', undefined, /is missing/],
    [
      'a requesting State that is null',
      '/requestingState',
      null,
      /nothing is decided without it: Which State asks\?/,
    ],
    ['a category that is null', '/items/0/dataCategory', null, /nothing is decided without it/],
    ['no category', '/items/0/dataCategory', undefined, /is missing/],
    ['no items', '/items', [], /a list with at least one item/],
    ['items that are no list', '/items', { I1: {} }, /a list with at least one item/],
    ['an item without an id', '/items/0/id', '', /an item is an object with an id/],
    ['an item called case', '/items/0/id', 'case', /stands for another item already/],
    ['two items of one id', '/items/1/id', 'I1', /"I1" stands for another item already/],
  ])('%s', (_name, pointer, value, says) => {
    const faults = faultsOf(sc01With(pointer, value));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${pointer}(/\\w+)*: `));
    expect(faults[0]).toMatch(says);
  });

  it('a value of a State that controls no item is checked as every other', () => {
    expect(faultsOf(sc01With('/states/FR/abolitionist', 'yes'))).toEqual([
      '/states/FR/abolitionist: relation.abolitionist is true or false, not "yes"',
    ]);
  });

  it('a route that does not exist, among those the authority is not competent for', () => {
    expect(faultsOf(sc01With('/requestingAuthority/competent', { PROV_DISK: false }))[0]).toMatch(
      /^\/requestingAuthority\/competent: "PROV_DISK" is no value of .*allowed: OSINT/,
    );
  });

  it('all faults are named at once', () => {
    const facts = { ...sc01With('/offence/category', 'FRAUD'), asOf: '2026-02-30', colour: 1 };
    expect(
      faultsOf(facts)
        .map((fault) => fault.split(': ')[0])
        .sort(),
    ).toEqual(['/asOf', '/colour', '/offence/category']);
  });

  it.each([
    [null],
    [5],
    [[]],
    ['text'],
    [{ facts: 5 }],
    [{ facts: null }],
    [{ facts: factsOf('SC01'), extra: 1 }],
  ])('what is no object of facts: %j', (json) => {
    expect(() => frameFromScenario(ruleSet, registers, scenarioOf(json).facts)).toThrow(ScenarioError);
  });
});

describe('what the dialect reads', () => {
  it('takes bare facts, an object with facts, and a scenario for the same case', () => {
    const facts = factsOf('SC01');
    const frames = [facts, { facts }, { id: 'x', title: 'y', facts, expected: {} }].map((json) =>
      frameFromScenario(ruleSet, registers, scenarioOf(json).facts),
    );
    expect(frames[1]).toEqual(frames[0]);
    expect(frames[2]).toEqual(frames[0]);
  });

  it('every route of the catalogue may be one the authority is not competent for, and then it is held', async () => {
    for (const route of ruleSet.catalogue.routes.flatMap(routesOf)) {
      const facts = sc01With('/requestingAuthority/competent', { [route]: false });
      const frame = frameFromScenario(ruleSet, registers, facts);
      const { blockers } = await resultBy(ruleSetOn(ruleSet, frame.asOf), frame, compiledEvaluator);
      expect(blockers.map(({ code, scope }) => `${code}:${scope}`)).toContain(`NOT_COMPETENT:${route}`);
    }
  });
});
