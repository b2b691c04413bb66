import { describe, expect, it } from 'vitest';
import type { Explained, FactMap, Frame } from '../../contracts/determination.js';
import { determine } from '../../rules/engine/index.js';
import { aPage, aRuleSet } from './support/a-rule-set.js';
import { aCase, byBoth } from './support/small-cases.js';

/** Whether a condition holds, by either evaluator; they must say the same. */
async function holds(when: string, ofCase: FactMap = {}, item: FactMap = {}): Promise<boolean> {
  const ruleSet = aRuleSet({ 'gates/G01.yaml': aPage({ when }) }).load();
  const [recorded, other] = await byBoth(ruleSet, aCase(ofCase, item));
  expect(other?.safeguards).toEqual(recorded?.safeguards);
  return recorded?.safeguards.includes('SG_0') === true;
}

/** Three-valued reading of a condition, as the explanation tells it. */
async function explained(when: string, frame: Frame): Promise<Explained> {
  const page = aPage({ when, then: ['{ open: MLA }'] });
  const ruleSet = aRuleSet({ 'gates/G01.yaml': page }).load();
  const { explanation } = await determine({ ruleSet, frame, salt: 'salt' });
  const told = explanation.find(({ page: id }) => id === 'G01');
  if (told === undefined) throw new Error('G01 was not explained');
  return told.condition;
}

const refused = (when: string): string[] => aRuleSet({ 'gates/G01.yaml': aPage({ when }) }).faults();

/** Pages of which every second one fires, each under a safeguard of its own. */
const tenPages = () =>
  aRuleSet(
    Object.fromEntries(
      Array.from({ length: 10 }, (_, index) => [
        `gates/G${10 + index}.yaml`,
        aPage({
          id: `G${10 + index}`,
          when: `{ fact: offence.maxPenaltyMonths, ${index % 2 === 0 ? 'atLeast' : 'atMost'}: 12 }`,
          then: [`{ safeguard: SG_${index} }`],
        }),
      ]),
    ),
  ).load();

describe('traps of json-rules-engine that our adapter shuts out', () => {
  it('one engine that runs twice at once loses rules: two determinations at once are as one after the other', async () => {
    const ruleSet = tenPages();
    const frames = [24, 6, 24, 6, 12].map((months) => aCase({ 'offence.maxPenaltyMonths': months }));
    const decide = (frame: Frame) => determine({ ruleSet, frame, salt: 'salt' });
    const alone = [];
    for (const frame of frames) alone.push(await decide(frame));
    expect(await Promise.all(frames.map(decide))).toEqual(alone);
    expect(alone.map(({ safeguards }) => safeguards.length)).toEqual([5, 5, 5, 5, 10]);
  });

  it('results come in order of completion: every answer belongs to its own page', async () => {
    for (const result of await byBoth(tenPages(), aCase({ 'offence.maxPenaltyMonths': 24 }))) {
      expect(result.firedRules).toEqual(['G10', 'G12', 'G14', 'G16', 'G18']);
      expect(result.safeguards).toEqual(['SG_0', 'SG_2', 'SG_4', 'SG_6', 'SG_8']);
    }
  });

  it('rules of one name are accepted there: two pages that ask the same are both answered', async () => {
    const when = '{ fact: volatility, is: LOW }';
    const ruleSet = aRuleSet({
      'gates/G01.yaml': aPage({ id: 'G01', when }),
      'gates/G02.yaml': aPage({ id: 'G02', when, then: ['{ safeguard: SG_1 }'] }),
    }).load();
    for (const result of await byBoth(ruleSet, aCase({}, { volatility: 'LOW' })))
      expect(result.safeguards).toEqual(['SG_0', 'SG_1']);
  });

  it('a missing fact makes "not" pass there: here it is read as assumed, and never as certain', async () => {
    for (const when of [
      '{ fact: relation.lastChecked, isNot: "2026-01-01" }',
      '{ not: { fact: relation.lastChecked, onOrBefore: "2026-01-01" } }',
      '{ not: { fact: controllerState, in: [US, NL] } }',
      '{ not: { fact: relation.bothParty, includes: COE } }',
      '{ fact: volatility, isNot: LOW }',
    ]) {
      const condition = await explained(when, aCase());
      expect([when, condition.reading]).toEqual([when, 'unknown']);
    }
  });

  it('a missing fact is within no limit, before no date, in no list and no member', async () => {
    for (const when of [
      '{ fact: preservation.daysLeft, atMost: 1000 }',
      '{ fact: preservation.daysLeft, atLeast: 0 }',
      '{ fact: relation.lastChecked, onOrBefore: "2999-01-01" }',
      '{ fact: relation.lastChecked, onOrAfter: "1000-01-01" }',
      '{ fact: controllerState, in: [US] }',
      '{ fact: controllerState, is: US }',
      '{ fact: relation.bothParty, includes: COE }',
      '{ fact: relation.age, atMost: 1000 }',
    ])
      expect([when, await holds(when)]).toEqual([when, false]);
  });

  it('a fact that a person does not know is known there: "isKnown" is true of an answer only', async () => {
    expect(await holds('{ fact: controllerState, isKnown: true }', {}, { controllerState: null })).toBe(
      false,
    );
    expect(await holds('{ fact: controllerState, isUnknown: true }', {}, { controllerState: null })).toBe(
      true,
    );
    expect(await holds('{ fact: controllerState, isKnown: true }', {}, { controllerState: 'US' })).toBe(true);
    expect(await holds('{ fact: duplicateOf, isKnown: true }', {}, { duplicateOf: null })).toBe(true);
    expect(await holds('{ fact: duplicateOf, isKnown: true }')).toBe(false);
  });

  it('an empty list satisfies "every" there: an empty set is within nothing', async () => {
    const within = '{ fact: relation.bothParty, within: [COE, UNTOC] }';
    expect(await holds(within, {}, { 'relation.bothParty': [] })).toBe(false);
    expect(await holds(within, {}, { 'relation.bothParty': ['COE'] })).toBe(true);
    expect(await holds(within, {}, { 'relation.bothParty': ['COE', 'CIS'] })).toBe(false);
    expect(
      await holds('{ fact: relation.bothParty, includesAnyOf: [] }', {}, { 'relation.bothParty': ['COE'] }),
    ).toBe(false);
  });

  it('texts are read as numbers there: "5" is not at least 3, and not 5', async () => {
    expect(
      await holds('{ fact: offence.maxPenaltyMonths, atLeast: 3 }', { 'offence.maxPenaltyMonths': '5' }),
    ).toBe(false);
    expect(
      await holds('{ fact: offence.maxPenaltyMonths, is: 5 }', { 'offence.maxPenaltyMonths': '5' }),
    ).toBe(false);
    expect(
      await holds('{ fact: offence.maxPenaltyMonths, atLeast: 5 }', { 'offence.maxPenaltyMonths': 5 }),
    ).toBe(true);
  });

  it('dates are compared as days, not as numbers: null is before no day', async () => {
    const before = '{ fact: relation.lastChecked, onOrBefore: "2026-11-21" }';
    expect(await holds(before, {}, { 'relation.lastChecked': '2026-11-21' })).toBe(true);
    expect(await holds(before, {}, { 'relation.lastChecked': '2026-11-22' })).toBe(false);
    expect(await holds(before, {}, { 'relation.lastChecked': null })).toBe(false);
  });

  it('a decided group leaves holes in the trace there: every leaf is answered and told', async () => {
    const condition = await explained(
      '{ any: [{ fact: publiclyAvailable, is: true }, { fact: volatility, is: LOW }, { not: { fact: duplicateOf, isNot: null } }] }',
      aCase({}, { publiclyAvailable: true, volatility: 'HIGH', duplicateOf: null }),
    );
    if (condition.kind !== 'group') throw new Error('a group');
    expect(condition.parts.map(({ holds: held, reading }) => [held, reading])).toEqual([
      [true, 'true'],
      [false, 'false'],
      [true, 'true'],
    ]);
  });

  it('facts are data there only if one takes care: a determination leaves the case as it was', async () => {
    const frame = aCase({ requestingPartyTo: Object.freeze(['COE', 'UNTOC']) }, { volatility: 'LOW' });
    const before = JSON.stringify(frame);
    Object.freeze(frame.case);
    frame.items.forEach(({ facts }) => Object.freeze(facts));
    const ruleSet = aRuleSet({
      'gates/G01.yaml': aPage({
        then: ['{ conclude: mla.bases, add: [COE, A] }', '{ conclude: mla.bases, add: B }'],
      }),
    }).load();
    await determine({ ruleSet, frame, salt: 'salt' });
    expect(JSON.stringify(frame)).toBe(before);
  });

  it('stopping an engine leaves later rules to chance: a gate that ends the case leaves every condition answered', async () => {
    const ruleSet = aRuleSet({
      'gates/G01.yaml': aPage({ id: 'G01', concerns: 'case', then: ['{ end: 1 }'] }),
      'gates/G02.yaml': aPage({ id: 'G02', then: ['{ open: MLA }'] }),
    }).load();
    const determination = await determine({ ruleSet, frame: aCase(), salt: 'salt' });
    expect(determination.plan).toEqual([]);
    expect(determination.explanation.map(({ page, fired }) => [page, fired])).toEqual([
      ['G01', true],
      ['G02', true],
    ]);
  });

  it('what looks like a fact in a rule is replaced there: words of a page stay as they are written', async () => {
    const ruleSet = aRuleSet({
      'gates/G01.yaml': aPage({
        then: ['{ open: MLA }', '{ duty: "{ fact: provider.name }", who: PROSECUTOR, on: MLA }'],
      }),
    }).load();
    const { lots } = await determine({ ruleSet, frame: aCase(), salt: 'salt' });
    expect(lots.map(({ duties }) => duties.map(({ what }) => what))).toEqual([['{ fact: provider.name }']]);
  });
});

describe('traps of json-rules-engine that cannot be written', () => {
  it.each([
    ['an empty "any", which passes there', '{ any: [] }'],
    ['an empty "all", which passes there', '{ all: [] }'],
    [
      '"all" and "any" in one node, where "any" wins there',
      '{ all: [{ fact: volatility, is: LOW }], any: [{ fact: volatility, is: LOW }] }',
    ],
    ['a misspelt key, passed over there', '{ fact: volatility, is: LOW, pth: x }'],
    ['a path into a fact', '{ fact: volatility, path: "$.x", is: LOW }'],
    ['a fact id that is a path', '{ fact: "$.volatility", is: LOW }'],
    ['a priority of a condition, which leaves holes', '{ fact: volatility, priority: 5, is: LOW }'],
    ['a shared condition, which loses its name', '{ condition: shared }'],
    [
      'an operator that does not exist, found there only when it is reached',
      '{ fact: volatility, greaterThan: 3 }',
    ],
    ['an operator decorated with not', '{ fact: volatility, "not:in": [LOW] }'],
    ['an operator decorated with everyFact', '{ fact: relation.bothParty, "everyFact:in": [COE] }'],
    ['parameters of a fact', '{ fact: volatility, params: { a: 1 }, is: LOW }'],
    ['a literal object, which would be looked into', '{ fact: volatility, is: { path: "$.x" } }'],
  ])('%s', (_name, when) => {
    expect(refused(when)).not.toEqual([]);
  });

  it('an event of a rule', () => {
    expect(aRuleSet({ 'gates/G01.yaml': aPage({ more: 'event: { type: x }' }) }).faults()).not.toEqual([]);
  });

  it('a page that is not in force is checked as every other', () => {
    const page = aPage({ when: '{ fact: volatility, greaterThan: 3 }', inForce: '{ from: "2999-01-01" }' });
    expect(aRuleSet({ 'gates/G01.yaml': page }).faults()).not.toEqual([]);
  });
});
