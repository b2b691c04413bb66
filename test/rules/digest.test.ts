import { describe, expect, it } from 'vitest';
import type { Frame } from '../../contracts/determination.js';
import { determine, type RuleSet } from '../../rules/engine/index.js';
import { aPage, aRuleSet } from './support/a-rule-set.js';
import { aCase, today } from './support/small-cases.js';

const opens = { then: ['{ open: MLA }', '{ safeguard: SG_0 }'] };
const rules = (page = aPage(opens)): RuleSet => aRuleSet({ 'gates/G01.yaml': page }).load();
const sealed = async (frame: Frame, ruleSet = rules(), salt = 'salt'): Promise<string> =>
  (await determine({ ruleSet, frame, salt })).digest;

const frame = aCase(
  { 'offence.maxPenaltyMonths': 12, requestingPartyTo: ['COE', 'UNTOC'], 'offence.summary': 'a summary' },
  { volatility: 'LOW' },
  { volatility: 'HIGH' },
);
const withCase = (fact: string, value: Frame['case'][string]): Frame => ({
  ...frame,
  case: { ...frame.case, [fact]: value },
});

describe('the digest of a determination', () => {
  it('is the same when it is computed again', async () => {
    const once = await sealed(frame);
    expect(once).toMatch(/^[0-9a-f]{64}$/);
    expect(await sealed(frame)).toBe(once);
  });

  it.each([
    ['a fact of the case', withCase('offence.maxPenaltyMonths', 13)],
    ['a fact that no rule reads', withCase('offence.summary', 'another summary')],
    ['a fact that was unknown', withCase('proceedings.stage', 'CHECK')],
    ['a member of a set', withCase('requestingPartyTo', ['COE'])],
    [
      'a fact of one item',
      {
        ...frame,
        items: frame.items.map((item, index) =>
          index === 1 ? { ...item, facts: { ...item.facts, volatility: 'MEDIUM' } } : item,
        ),
      },
    ],
    [
      'the facts of two items, exchanged',
      { ...frame, items: frame.items.map((item, index) => ({ ...item, id: `I${2 - index}` })) },
    ],
    ['an item more', { ...frame, items: [...frame.items, { id: 'I3', facts: { dataCategory: 'TRAFFIC' } }] }],
    ['the day', { ...frame, asOf: '2026-11-22' }],
    [
      'the source of an answer',
      {
        ...frame,
        sources: {
          case: { 'offence.maxPenaltyMonths': { kind: 'person', ref: 'Training prosecutor A', at: today } },
        },
      },
    ],
  ] satisfies [string, Frame][])('changes with %s', async (_what, other) => {
    expect(await sealed(other)).not.toBe(await sealed(frame));
  });

  it('changes with the salt of the case', async () => {
    expect(await sealed(frame, rules(), 'other salt')).not.toBe(await sealed(frame));
  });

  it('changes with one word of one page, though the decision is the same', async () => {
    const reworded = rules(aPage(opens).replace('It is a test.', 'It is another test.'));
    expect(reworded.digest).not.toBe(rules().digest);
    expect(await sealed(frame, reworded)).not.toBe(await sealed(frame));
  });

  it('does not change with the order of sets, items and answers, nor with the name of a file', async () => {
    const turned: Frame = {
      ...frame,
      case: Object.fromEntries(
        Object.entries({ ...frame.case, requestingPartyTo: ['UNTOC', 'COE'] }).reverse(),
      ),
      items: [...frame.items].reverse(),
    };
    const renamed = aRuleSet({ 'elsewhere/of-another-name.yaml': aPage(opens) }).load();
    expect(await sealed(turned, renamed)).toBe(await sealed(frame));
  });
});

describe('the digest of a rule set', () => {
  const digestWith = (file: string, from: string, to: string): string => {
    const written = aRuleSet({ 'gates/G01.yaml': aPage(opens) });
    const text = written.read(file);
    expect(text).toContain(from);
    return aRuleSet({ 'gates/G01.yaml': aPage(opens), [file]: text.replace(from, to) }).load().digest;
  };

  it.each([
    ['a parameter', 'parameters/law.yaml', 'value: 45', 'value: 46'],
    ['an assumption', 'facts.yaml', 'whenUnknown: HIGH', 'whenUnknown: LOW'],
    ['a row of the catalogue', 'catalogue.yaml', 'order: 60', 'order: 61'],
    ['a life cycle', 'life-cycles/MLA.yaml', 'amount: 4', 'amount: 5'],
    ['a date in force', 'gates/G01.yaml', '2000-01-01', '2000-01-02'],
  ])('changes with %s', (_what, file, from, to) => {
    expect(digestWith(file, from, to)).not.toBe(rules().digest);
  });

  it('does not change with comments and blank lines', () => {
    expect(rules(`# a comment\n\n${aPage(opens)}`).digest).toBe(rules().digest);
  });
});
