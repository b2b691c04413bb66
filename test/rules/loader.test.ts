import { describe, expect, it } from 'vitest';
import { aPage, aRuleSet, type Files } from './support/a-rule-set.js';
import { cure, shapes, values, words, type Case } from './support/broken-words.js';

const file = 'gates/G01-test.yaml';

const meaning: Case[] = [
  [
    'a blocker that removes a route and waits for it to be planned',
    { then: [`{ block: ORDER_MISSING, stage: remove, scope: MLA, whenPlanned: true, ${cure} }`] },
    ['whenPlanned: ', 'true'],
    /^a blocker that removes a route cannot wait for it to be planned$/,
  ],
  [
    'a fact that documents alone read',
    { when: '{ fact: offence.summary, isKnown: true }' },
    'offence.summary',
    /^"offence\.summary" is read by documents only$/,
  ],
  [
    'a fact of an item on a page of the case',
    { concerns: 'case', when: '{ fact: volatility, is: LOW }' },
    'volatility',
    /^"volatility" belongs to an item: a page of the case reads items only through a derived fact "over"$/,
  ],
  [
    'a conclusion that is not declared',
    { then: ['{ conclude: publiclyAvailable, is: true }'] },
    'publiclyAvailable',
    /^"publiclyAvailable" is not declared as concluded$/,
  ],
  [
    'a page of an item that concludes a fact of the case',
    { then: ['{ conclude: case.emergency, is: true }'] },
    'case.emergency',
    /^a page that concerns the item concludes facts of the item$/,
  ],
  [
    'no example that fires',
    {
      examples: [
        '{ says: a, given: { offence.maxPenaltyMonths: 0 }, then: does-not-fire }',
        '{ says: b, given: { offence.maxPenaltyMonths: 1 }, then: does-not-fire }',
      ],
    },
    '- { says: a',
    /^an example that fires is missing$/,
  ],
  [
    'no example that does not fire',
    {
      examples: [
        '{ says: a, given: { offence.maxPenaltyMonths: 1 }, then: fires }',
        '{ says: b, given: { offence.maxPenaltyMonths: 2 }, then: fires }',
      ],
    },
    '- { says: a',
    /^an example that does not fire is missing$/,
  ],
  [
    'a date of reading on a text that was not read',
    {
      status: 'unconfirmed',
      reference: '{ instrument: budapest, article: "29", mark: K, verifiedOn: "2026-11-21", says: nothing }',
    },
    '"2026-11-21"',
    /^only a text that was read \(mark V\) has a date of reading$/,
  ],
  [
    'a confirmed page that rests on a text nobody re-read',
    { reference: '{ instrument: budapest, article: "29", mark: K, says: nothing }' },
    ['status: ', 'confirmed'],
    /^rests on a text marked K: unconfirmed until a legal adviser has read it$/,
  ],
  [
    'a law that ends before it begins',
    { inForce: '{ from: "2000-01-01", until: "1999-01-01" }' },
    '"1999-01-01"',
    /^ends before it begins$/,
  ],
];

const yaml: Case[] = [
  [
    'a key that stands twice',
    { more: 'title: Again' },
    'title: Again',
    /^"title" stands twice: each word stands once$/,
  ],
  [
    'a tab for an indent',
    aPage().replace('  en:', '\ten:'),
    '\ten',
    /^a tab stands here: indent with two spaces$/,
  ],
  [
    'a bracket that is never closed',
    aPage({ when: '{ all: [{ fact: volatility, is: LOW }' }),
    ['is: LOW }\n', 'then'],
    /./,
  ],
];

const groups: [string, Case[]][] = [
  ['words', words],
  ['values', values],
  ['shapes', shapes],
  ['meaning', meaning],
  ['YAML', yaml],
];

describe('a broken page is refused with file, line, column and what is allowed', () => {
  describe.each(groups)('%s', (_group, cases) => {
    it.each(cases)('%s', (_name, page, place, says) => {
      const rules = aRuleSet({ [file]: typeof page === 'string' ? page : aPage(page) });
      const at = typeof place === 'string' ? rules.at(file, place) : rules.at(file, place[1], place[0]);
      const found = rules.faults().map((fault) => fault.split('  '));
      expect(found.map(([where]) => where)).toContain(at);
      expect(
        found
          .find(([where]) => where === at)
          ?.slice(1)
          .join('  '),
      ).toMatch(says);
    });
  });

  it('every fault of every page at once', () => {
    const rules = aRuleSet({
      [file]: aPage({ when: '{ fact: volatilty, is: LOW }', then: ['{ open: PROV_PRESS }'] }),
      'gates/G02-test.yaml': aPage({ id: 'G02', when: '{ fact: dataCategori, is: CONTENT }' }),
    });
    expect(rules.faults().map((fault) => fault.split('  ')[0])).toEqual([
      rules.at(file, 'volatilty'),
      rules.at(file, 'PROV_PRESS'),
      rules.at('gates/G02-test.yaml', 'dataCategori'),
    ]);
  });
});

describe('files beside the pages are held to the same', () => {
  const faultsWith = (files: Files): ReturnType<typeof aRuleSet> => aRuleSet({ [file]: aPage(), ...files });

  it('names both files of a rule that stands twice', () => {
    const rules = faultsWith({ 'gates/G01-other.yaml': aPage() });
    expect(rules.faults()).toEqual([
      `${rules.at(file, 'G01')}  rule G01 stands in gates/G01-other.yaml already`,
    ]);
  });

  it('refuses a parameter that is declared twice', () => {
    const twice =
      'parameters:\n  - { id: preservation.window, title: Again, kind: policy, reference: none, values: [{ from: "2000-01-01", value: 1 }] }\n';
    const rules = faultsWith({ 'parameters/more.yaml': twice });
    expect(rules.faults()).toEqual([
      `${rules.at('parameters/more.yaml', 'preservation.window')}  parameter "preservation.window" is declared twice`,
    ]);
  });

  it('refuses an enum that does not list its values', () => {
    const rules = faultsWith({
      'facts.yaml':
        'stored:\n  - { id: stage, scope: case, type: enum, question: Which?, setBy: system, whenUnknown: null }\nderived: []\nconcluded: []\n',
    });
    expect(rules.faults()).toContain(
      `${rules.at('facts.yaml', '{ id: stage')}  stored.0: an enum lists its values`,
    );
  });
});
