import { z } from 'zod';

/** The scenario dialect (specification A.7a-3): facts as people write them down, flat where the live model is not. */
const risk = z.enum(['NONE', 'POSSIBLE', 'LIKELY']);
const level = z.enum(['NONE', 'PROSECUTOR', 'COURT']);
const day = z.iso.date();

export const categories = [
  'PUBLIC',
  'DOMAIN_REGISTRATION',
  'SUBSCRIBER',
  'ACCESS_LOG',
  'FINANCIAL_KYC',
  'TRAFFIC',
  'LOCATION',
  'CONTENT',
  'REALTIME_TRAFFIC',
  'REALTIME_CONTENT',
  'ASSET',
] as const;

const provider = z.strictObject({
  known: z.boolean(),
  name: z.string().nullable(),
  establishedIn: z.array(z.string()),
  domesticEntity: z.boolean(),
  euRepresentative: z.string().nullable(),
  entityCorrect: z.boolean(),
  voluntary: z.partialRecord(z.enum(categories), z.enum(['YES', 'CASE_BY_CASE', 'NO'])),
  requiresOrder: level,
  preservation: z.strictObject({
    accepts: z.boolean(),
    days: z.number().nullable(),
    renewals: z.number().nullable(),
  }),
  edr: z.strictObject({ accepts: z.boolean() }),
  userNotice: z.enum(['NEVER', 'UNLESS_PROHIBITED', 'ALWAYS', 'UNKNOWN']),
  trusted: z.boolean(),
  e2ee: z.boolean(),
  lastChecked: day.optional(),
});

const item = z.strictObject({
  id: z.string(),
  dataCategory: z.enum(categories),
  goal: z.enum(['IDENTIFY', 'LOCATE', 'PROVE', 'AVERT', 'ASSET']),
  identifiers: z.array(
    z.strictObject({
      type: z.string(),
      value: z.string(),
      port: z.number().optional(),
      timestamp: z.string().optional(),
      timezone: z.string().optional(),
      chain: z.string().optional(),
      txid: z.string().optional(),
    }),
  ),
  identifierQuality: z.enum(['EXACT', 'AMBIGUOUS', 'INSUFFICIENT']),
  ipIncomplete: z.boolean(),
  timeWindow: z.enum(['BOUNDED', 'MISSING']),
  provider,
  controllerState: z.string().nullable(),
  dataStates: z.array(z.string()),
  dataLocationCertainty: z.enum(['KNOWN', 'PRESUMED', 'MULTIPLE', 'UNKNOWN']),
  volatility: z.enum(['LOW', 'MEDIUM', 'HIGH', 'IMMINENT_LOSS', 'UNKNOWN']).nullable(),
  publiclyAvailable: z.boolean(),
  heldDomestically: z.boolean(),
  pathUnknown: z.boolean(),
  consent: z.strictObject({
    given: z.boolean(),
    voluntary: z.boolean(),
    lawfulAuthority: z.boolean(),
    capacity: z.boolean(),
    inCustody: z.boolean(),
    counselPresent: z.boolean(),
  }),
  preservation: z.strictObject({
    active: z.boolean(),
    basis: z.enum(['PROVIDER', 'ART29', 'P2P', 'US-18USC-2258A', 'EPOC_PR']).nullable(),
    daysLeft: z.number().nullable(),
    renewalsLeft: z.number().nullable(),
  }),
  p2pObtained: z.boolean(),
  duplicateOf: z.string().nullable().optional(),
  thirdStateOf: z.string().nullable().optional(),
  intendMla: z.union([z.boolean(), z.literal('UNKNOWN')]).optional(),
});

const state = z.strictObject({
  bothParty: z.array(z.string()),
  requestedPartyTo: z.array(z.string()),
  channels: z.strictObject({
    budapest247: z.boolean(),
    g7: z.boolean(),
    liaison: z.boolean(),
    interpol: z.boolean(),
    hotline: z.boolean(),
  }),
  abolitionist: z.boolean(),
  blockingStatute: z.boolean(),
  dcRequired: z.boolean(),
  dcReservation29_4: z.boolean(),
  minPenaltyMonths: z.number().nullable(),
  reciprocity: z.boolean(),
  inForceCheck: z.enum(['CONFIRMED', 'ASSUMED']),
  cooperationSuspended: z.boolean().optional(),
  language: z.string().nullable().optional(),
  lastChecked: day.optional(),
});

const clearance = z.strictObject({
  rightsReview: z.boolean().optional(),
  rightsHoldRelease: z.boolean().optional(),
  lifeDangerRelease: z.boolean().optional(),
  riskFindingCorrected: z.boolean().optional(),
  orderNamesPrivilege: z.boolean().optional(),
  filterProtocolFiled: z.boolean().optional(),
  noNoticeAgreed: z.boolean().optional(),
  preCaseIsInvestigation: z.boolean().optional(),
  postConvictionMla: z.boolean().optional(),
});

const stage = z.enum([
  'NO_CRIMINAL_CASE',
  'PRE_CASE_CHECK',
  'OPEN_INVESTIGATION',
  'PROSECUTION',
  'TRIAL',
  'APPEAL',
  'POST_CONVICTION',
]);

export const scenarioFacts = z.strictObject({
  asOf: day,
  requestingState: z.string(),
  requestingAuthority: z.strictObject({
    type: z.string(),
    competent: z.union([z.boolean(), z.record(z.string(), z.boolean())]),
    senderVerified: z.boolean(),
  }),
  requestingPartyTo: z.array(z.string()),
  proceedings: z.strictObject({
    stage: stage.nullable(),
    purpose: z.enum(['INTELLIGENCE', 'EVIDENCE', 'BOTH', 'LIFE_PROTECTION']),
    confidentialityRequired: z.boolean(),
    nextStatutoryDeadline: z.string().nullable(),
  }),
  offence: z.strictObject({
    category: z.string(),
    summary: z.string(),
    maxPenaltyMonths: z.number().nullable(),
    lifeOrDeath: z.enum(['NONE', 'LIFE', 'DEATH']),
    budapestArt2to11: z.boolean(),
    organisedGroup: z.boolean(),
    transnational: z.boolean(),
    speechBased: z.boolean(),
    deMinimis: z.boolean(),
    timeBarred: z.boolean().optional(),
    military: z.boolean().optional(),
  }),
  dualCriminality: z.record(z.string(), z.enum(['MET', 'DOUBTFUL', 'NOT_MET', 'UNKNOWN'])),
  persons: z.strictObject({
    suspectKnown: z.boolean(),
    suspectNationality: z.string().nullable(),
    suspectMinor: z.boolean().nullable(),
    victimMinor: z.boolean().nullable(),
    privileged: risk,
  }),
  threat: z.strictObject({
    toLife: z.enum(['NONE', 'POTENTIAL', 'IMMINENT']),
    childAtRisk: z.boolean(),
    criticalInfrastructure: z.boolean(),
    dataCanAvert: z.boolean(),
    hoursToHarm: z.number().nullable(),
  }),
  rights: z.strictObject({
    politicalOffenceRisk: risk,
    discriminationRisk: risk,
    tortureRisk: risk,
    fairTrialRisk: risk.optional(),
    neBisInIdem: z.boolean(),
    deathPenaltyAssurance: z.enum(['NOT_NEEDED', 'NONE', 'OFFERED', 'GIVEN', 'REFUSED']),
  }),
  authorisation: z.strictObject({
    obtained: level,
    necessityAssessment: z.enum(['NONE', 'SHORT', 'APPROVED']),
    nonDisclosureOrder: z.boolean(),
    formalChannelNeeded: z.boolean(),
    required: z.partialRecord(z.enum(categories), level),
  }),
  clearance: clearance.optional(),
  states: z.record(z.string(), state),
  items: z.array(item).min(1),
});

export type ScenarioFacts = z.infer<typeof scenarioFacts>;
export type ScenarioItem = ScenarioFacts['items'][number];
export type ScenarioState = ScenarioFacts['states'][string];
export type Category = (typeof categories)[number];

const step = z.strictObject({
  order: z.number(),
  route: z.string(),
  measure: z.string(),
  addressee: z.string(),
  items: z.array(z.string()),
  basis: z.array(z.string()),
});

/** `expected` of a scenario: what `evaluate` returns. Everything but `plan` is a set; alternates and rules are a minimum. */
export const expectation = z.strictObject({
  plan: z.array(z.string()),
  legalBasis: z.array(z.string()),
  blockers: z.array(z.string()),
  missingFacts: z.array(z.string()),
  alternates: z.array(z.strictObject({ route: z.string(), reason: z.string() })),
  safeguards: z.array(z.string()),
  rules: z.array(z.string()),
  steps: z.array(step),
  notes: z.string().optional(),
});
export type Expectation = z.infer<typeof expectation>;
export type Step = Expectation['steps'][number];

export const scenario = z.strictObject({
  id: z.string(),
  title: z.string(),
  facts: scenarioFacts,
  expected: expectation,
});
