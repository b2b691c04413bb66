/** A dictionary, catalogue, parameters, texts and life cycles small enough to read: what the pages of engine tests stand in. */
export const dictionary = `stored:
  - { id: asOf, scope: case, type: date, question: On which day?, setBy: system, whenUnknown: { refuse: true } }
  - { id: proceedings.stage, scope: case, type: enum, values: [CHECK, INVESTIGATION, TRIAL], question: Which stage?, setBy: [CASE_OFFICER], whenUnknown: CHECK }
  - { id: offence.maxPenaltyMonths, scope: case, type: integer, unit: months, question: Which penalty?, setBy: [PROSECUTOR], whenUnknown: 0 }
  - { id: offence.speechBased, scope: case, type: boolean, question: Is it expression?, setBy: [LEGAL_ADVISOR], whenUnknown: true }
  - { id: requestingPartyTo, scope: case, type: set, question: Which instruments?, setBy: register, whenUnknown: [] }
  - { id: proceedings.deadline, scope: case, type: date, question: Which deadline?, setBy: [PROSECUTOR], whenUnknown: null }
  - { id: authorisation.obtained, scope: case, type: enum, values: [NONE, PROSECUTOR, COURT], question: Which order?, setBy: [PROSECUTOR], whenUnknown: NONE }
  - { id: offence.summary, scope: case, type: text, question: What happened?, setBy: [CASE_OFFICER], whenUnknown: null, forDocuments: true }
  - { id: dataCategory, scope: item, type: enum, values: [SUBSCRIBER, TRAFFIC, CONTENT], question: Which data?, setBy: [CASE_OFFICER], whenUnknown: { refuse: true } }
  - { id: volatility, scope: item, type: enum, values: [LOW, MEDIUM, HIGH], question: How soon gone?, setBy: [CASE_OFFICER], whenUnknown: HIGH }
  - { id: publiclyAvailable, scope: item, type: boolean, question: Is it public?, setBy: [CASE_OFFICER], whenUnknown: false }
  - { id: controllerState, scope: item, type: state, question: Which State?, setBy: [CASE_OFFICER], whenUnknown: null }
  - { id: provider.name, scope: item, type: text, question: Which provider?, setBy: [CASE_OFFICER], whenUnknown: null }
  - { id: provider.preservation.days, scope: item, type: integer, unit: days, question: How long?, setBy: register, whenUnknown: null }
  - { id: provider.preservation.renewals, scope: item, type: integer, question: How often?, setBy: register, whenUnknown: null }
  - { id: preservation.daysLeft, scope: item, type: integer, unit: days, question: How many days left?, setBy: [CASE_OFFICER], whenUnknown: null }
  - { id: relation.bothParty, scope: item, type: set, question: Which treaties?, setBy: register, whenUnknown: [] }
  - { id: relation.lastChecked, scope: item, type: date, question: When checked?, setBy: register, whenUnknown: null }
  - { id: duplicateOf, scope: item, type: text, question: Of which request?, setBy: [CASE_OFFICER], whenUnknown: null, nullMeans: none }
derived:
  - { id: case.anyContent, scope: case, type: boolean, derive: { over: { items: any, fact: dataCategory, is: CONTENT } } }
  - { id: relation.age, scope: item, type: integer, unit: days, derive: { days: { from: relation.lastChecked, to: asOf } } }
  - { id: volatility.rank, scope: item, type: integer, derive: { order: { of: volatility } } }
  - { id: relation.primary, scope: item, type: text, derive: { firstOf: { list: treaty.order, in: relation.bothParty, else: NONE } } }
concluded:
  - { id: case.emergency, scope: case, type: boolean, concluded: true, else: false }
  - { id: preservation.needed, scope: item, type: boolean, concluded: true, else: false }
  - { id: direct.possible, scope: item, type: boolean, concluded: true, else: false }
  - { id: mla.bases, scope: item, type: set, concluded: true, else: [] }
`;

const route = (family: string, measure: string, order: number, more = ''): string =>
  `  - { family: ${family}, title: Route ${family}, rows: [{ measure: ${measure}, order: ${order}, addressee: { fact: provider.name, else: "?" }, basis: [BASIS-${family}] }], ${more}shutBecause: NOT_NEEDED, usableInCourt: evidence, userMayBeTold: depends, lifeCycle: ${family}, status: complete }`;

export const catalogue = `routes:
${[
  route('P2P', 'PRESERVE', 32),
  route('PROV_PRES', 'PRESERVE', 30),
  route('PROV_DISC', 'DISCLOSE', 40),
  route('ART29', 'PRESERVE', 30),
  route('MLA', 'PRODUCE', 60, 'variants: { COE: { basis: [BASIS-COE] }, UNTOC: { basis: [BASIS-UNTOC] } }, '),
].join('\n')}
scopes:
  ALL: every-route
  PROVIDER: [PROV_PRES, PROV_DISC]
headlines: [BLOCKED, LOW_VOLATILITY, NOT_NEEDED]
reasonOfBlocker: { TIP_OFF: BLOCKED }
rules: {}
`;

export const parameters = `parameters:
  - id: preservation.window
    title: Renewed within this time
    unit: days
    kind: policy
    reference: office practice
    values: [{ from: "2000-01-01", value: 30 }, { from: "2026-06-01", value: 45 }]
  - id: treaty.order
    title: Which treaty stands first
    kind: policy
    reference: office practice
    values: [{ from: "2000-01-01", value: [COE, UNTOC] }]
  - id: volatility.urgent
    title: Gone soon
    kind: policy
    reference: office practice
    values: [{ from: "2000-01-01", value: [MEDIUM, HIGH] }]
`;

const numbered = (letters: string, says: string): string =>
  Array.from({ length: 10 }, (_, index) => `  ${letters}_${index}: ${says} ${index}.`).join('\n');

export const texts = `language: en
reasons:
  NOT_NEEDED: This case does not need the route.
  LOW_VOLATILITY: The data are not likely to be lost soon.
  BLOCKED: Something forbids the route.
blockers:
  ORDER_MISSING: The order of the court is missing.
  TIP_OFF: The custodian is not trusted.
questions:
  MAX_PENALTY: What is the maximum penalty?
safeguards:
${numbered('SG', 'Safeguard')}
bases:
  BASIS-P2P: A channel.
  BASIS-MLA: A treaty.
  BASIS-COE: The European convention.
measures:
  PRESERVE: preserve
`;

/** The shortest life cycle that holds together. */
export const lifeCycle = (family: string): string => `family: ${family}
title: Life cycle of ${family}
reference: office practice
forms: []
urgency: []
approvals:
  ROUTINE:
    - { step: supervisor, order: 1, roles: [SUPERVISOR], within: { amount: 4, unit: working-hour }, ladder: [] }
approvalValidFor:
  ROUTINE: { amount: 10, unit: working-day }
clocks: []
states:
  draft: { shows: [DRAFT], kind: does, does: It is drafted., on: { REJECTED: CLOSED } }
`;
