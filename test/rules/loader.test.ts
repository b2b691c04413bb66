import { describe, expect, it } from 'vitest';
import { aPage, aRuleSet, type Files, type PageParts } from './support/a-rule-set.js';

const file = 'gates/G01-test.yaml';

/** What is broken, where its fault must stand (a text of the page, and what comes before it), and what the fault must say. */
type Case = [name: string, page: PageParts | string, at: string | [after: string, at: string], says: RegExp];

const cure = 'cure: { fact: authorisation.obtained, is: COURT, by: [PROSECUTOR] }';

const words: Case[] = [
  [
    'an unknown fact',
    { when: '{ fact: preservation.neded, is: true }' },
    'preservation.neded',
    /^"preservation\.neded" is no fact\. Did you mean "preservation\.needed"\?$/,
  ],
  [
    'an unknown fact in an example',
    {
      examples: [
        '{ says: a, given: { volatilty: LOW }, then: fires }',
        '{ says: b, given: {}, then: does-not-fire }',
      ],
    },
    'LOW',
    /^"volatilty" is no fact\. Did you mean "volatility"\?$/,
  ],
  [
    'an unknown parameter',
    { when: '{ fact: preservation.daysLeft, atMost: { parameter: preservation.windw } }' },
    'preservation.windw',
    /^"preservation\.windw" is no parameter\. Did you mean "preservation\.window"\?$/,
  ],
  [
    'an unknown route',
    { then: ['{ open: PROV_PRESS }'] },
    'PROV_PRESS',
    /^"PROV_PRESS" is no route of the catalogue\. Did you mean "PROV_PRES"\?$/,
  ],
  [
    'an unknown variant of a route',
    { then: ['{ open: "MLA:UNTOK" }'] },
    '"MLA:UNTOK"',
    /^"MLA:UNTOK" is no route of the catalogue\. Did you mean "MLA:UNTOC"\?$/,
  ],
  [
    'an unknown reason',
    { then: ['{ shut: MLA, reason: LOW_VOLATILTY }'] },
    'LOW_VOLATILTY',
    /^"LOW_VOLATILTY" is not declared among reasons in texts\/en\.yaml\. Did you mean "LOW_VOLATILITY"\?$/,
  ],
  [
    'an unknown reason behind else',
    { when: '{ fact: publiclyAvailable, is: false, else: NOT_NEDED }' },
    'NOT_NEDED',
    /^"NOT_NEDED" is not declared among reasons .*Did you mean "NOT_NEEDED"\?$/,
  ],
  [
    'an unknown blocker',
    { then: [`{ block: ORDER_MISING, stage: dispatch, scope: MLA, ${cure} }`] },
    'ORDER_MISING',
    /^"ORDER_MISING" is not declared among blockers .*Did you mean "ORDER_MISSING"\?$/,
  ],
  [
    'an unknown question',
    { then: ['{ ask: MAX_PENALTI, facts: [offence.maxPenaltyMonths] }'] },
    'MAX_PENALTI',
    /^"MAX_PENALTI" is not declared among questions .*Did you mean "MAX_PENALTY"\?$/,
  ],
  [
    'an unknown legal basis',
    { then: ['{ cite: BASIS-COF, on: MLA }'] },
    'BASIS-COF',
    /^"BASIS-COF" is no legal basis\. Did you mean "BASIS-COE"\?$/,
  ],
];

const values: Case[] = [
  [
    'a value outside the domain of an enum',
    { when: '{ fact: dataCategory, is: CONTENTS }' },
    'CONTENTS',
    /dataCategory is one of SUBSCRIBER, TRAFFIC, CONTENT/,
  ],
  [
    'a member of a list outside the domain',
    { when: '{ fact: volatility, in: [LOW, GONE] }' },
    '[LOW, GONE]',
    /^"GONE" is no value of volatility; allowed: LOW, MEDIUM, HIGH$/,
  ],
  [
    'a text for a yes or no',
    { when: '{ fact: publiclyAvailable, is: "yes" }' },
    '"yes"',
    /^publiclyAvailable is true or false, not "yes"$/,
  ],
  [
    'a number in quotes for a number',
    { when: '{ fact: offence.maxPenaltyMonths, atLeast: "36" }' },
    '"36"',
    /^offence\.maxPenaltyMonths is a whole number, zero or more, not "36"$/,
  ],
  [
    'a date that does not exist, in a condition',
    { when: '{ fact: relation.lastChecked, onOrBefore: "2026-02-30" }' },
    '"2026-02-30"',
    /relation\.lastChecked is a date that exists/,
  ],
  [
    'a date of another calendar of writing',
    { when: '{ fact: relation.lastChecked, onOrBefore: "21/11/2026" }' },
    '"21/11/2026"',
    /relation\.lastChecked is a date that exists/,
  ],
  [
    'a date that does not exist, for the time in force',
    { inForce: '{ from: "2026-02-30" }' },
    '"2026-02-30"',
    /inForce\.from: a quoted date/,
  ],
  [
    'a parameter of the wrong type',
    { when: '{ fact: volatility, in: { parameter: preservation.window } }' },
    '{ parameter: preservation.window }',
    /"in" takes a list/,
  ],
  [
    'an operator that does not read the type',
    { when: '{ fact: relation.lastChecked, atMost: 3 }' },
    '3 }',
    /^"atMost" does not read a fact of type date$/,
  ],
  [
    'a cure of the wrong type',
    {
      then: [
        '{ block: ORDER_MISSING, stage: dispatch, scope: MLA, cure: { fact: authorisation.obtained, is: JUDGE, by: [PROSECUTOR] } }',
      ],
    },
    'JUDGE',
    /authorisation\.obtained is one of NONE, PROSECUTOR, COURT/,
  ],
];

const shapes: Case[] = [
  [
    'an unknown operator',
    { when: '{ fact: volatility, equals: LOW }' },
    '{ fact: volatility, equals',
    /equals/,
  ],
  [
    'two operators in one leaf',
    { when: '{ fact: volatility, is: LOW, isNot: HIGH }' },
    '{ fact: volatility',
    /exactly one operator of: is, isNot, in,/,
  ],
  [
    'a leaf without an operator',
    { when: '{ fact: volatility }' },
    '{ fact: volatility',
    /exactly one operator/,
  ],
  ['an empty group', { when: '{ all: [] }' }, '[]', /a group is never empty/],
  [
    'an empty group deep inside',
    { when: '{ all: [{ fact: volatility, is: LOW }, { any: [] }] }' },
    '[]',
    /a group is never empty/,
  ],
  [
    'all and any in one node',
    { when: '{ all: [{ fact: volatility, is: LOW }], any: [{ fact: volatility, is: HIGH }] }' },
    '{ all:',
    /any|all/,
  ],
  ['a misspelt key of a page', { more: 'prioity: 3' }, 'vocabulary', /prioity/],
  ['an unknown effect', { then: ['{ opens: MLA }'] }, '{ opens', /opens|open/],
  ['an id of no known form', { id: 'rule-7' }, 'rule-7', /an id such as S02 or G03\.items/],
  [
    'a block without a cure',
    { then: ['{ block: ORDER_MISSING, stage: dispatch, scope: MLA }'] },
    '{ block',
    /cure/,
  ],
  [
    'a conclusion that both sets and adds',
    { then: ['{ conclude: mla.bases, is: [], add: COE }'] },
    '{ conclude',
    /exactly one/,
  ],
];

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
  ['a key that stands twice', { more: 'title: Again' }, 'title: Again', /unique/],
  ['a tab for an indent', aPage().replace('  en:', '\ten:'), '\ten', /[Tt]ab/],
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
