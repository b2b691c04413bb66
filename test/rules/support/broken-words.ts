import type { PageParts } from './a-rule-set.js';

/** What is broken, where its fault must stand (a text of the page, and what comes before it), and what the fault must say. */
export type Case = [
  name: string,
  page: PageParts | string,
  at: string | [after: string, at: string],
  says: RegExp,
];

export const cure = 'cure: { fact: authorisation.obtained, is: COURT, by: [PROSECUTOR] }';

/** Words that are declared nowhere. */
export const words: Case[] = [
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
    'an unknown parameter of a duty',
    { then: ['{ duty: Renew it., who: CASE_OFFICER, within: preservation.windw }'] },
    'preservation.windw',
    /^"preservation\.windw" is no parameter\. Did you mean "preservation\.window"\?$/,
  ],
  [
    'an unknown parameter of a wait',
    { then: ['{ after: PROV_PRES, on: MLA, atMost: preservation.windw }'] },
    'preservation.windw',
    /^"preservation\.windw" is no parameter/,
  ],
  [
    'a parameter without a value on the first day of the page',
    {
      inForce: '{ from: "1999-12-31" }',
      when: '{ fact: preservation.daysLeft, atMost: { parameter: preservation.window } }',
    },
    'preservation.window',
    /^"preservation\.window" has no value on 1999-12-31, the first day of the page; its first value is of 2000-01-01$/,
  ],
  [
    'an unknown legal basis',
    { then: ['{ cite: BASIS-COF, on: MLA }'] },
    'BASIS-COF',
    /^"BASIS-COF" is no legal basis\. Did you mean "BASIS-COE"\?$/,
  ],
];

/** Values of another type, or outside the domain. */
export const values: Case[] = [
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

/** Forms that the vocabulary does not have. */
export const shapes: Case[] = [
  [
    'an unknown operator',
    { when: '{ fact: volatility, equals: LOW }' },
    'equals',
    /^when: "equals" is no word here\./,
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
    'any: [{',
    /^when: "any" is no word here\./,
  ],
  [
    'a misspelt key of a page',
    { more: 'statuss: confirmed' },
    'statuss',
    /^"statuss" is no word here\. Did you mean "status"\?$/,
  ],
  [
    'an unknown effect',
    { then: ['{ opens: MLA }'] },
    'opens',
    /^then\.0: "opens" is no word here\. Did you mean "open"\?$/,
  ],
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
