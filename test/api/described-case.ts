import { expect } from 'vitest';
import { text } from './harness.js';
import type { Harness } from './harness.js';
import type { Name } from './people.js';

type Said = Record<string, unknown>;

const ofCase: Said = {
  'requestingAuthority.type': 'INVESTIGATION',
  'requestingAuthority.senderVerified': true,
  'proceedings.stage': 'OPEN_INVESTIGATION',
  'proceedings.purpose': 'INTELLIGENCE',
  'proceedings.confidentialityRequired': false,
  'proceedings.nextStatutoryDeadline': null,
  'offence.category': 'CYBER_ENABLED_FRAUD',
  'offence.lifeOrDeath': 'NONE',
  'offence.organisedGroup': false,
  'offence.transnational': true,
  'offence.speechBased': false,
  'offence.maxPenaltyMonths': 72,
  'persons.suspectKnown': false,
  'persons.suspectMinor': false,
  'persons.victimMinor': false,
  'persons.privileged': 'NONE',
  'threat.toLife': 'NONE',
};
const ofAdviser: Said = {
  'requestingAuthority.competent': true,
  'offence.budapestArt2to11': true,
  'offence.deMinimis': false,
  'rights.politicalOffenceRisk': 'NONE',
  'rights.discriminationRisk': 'NONE',
  'rights.tortureRisk': 'NONE',
  'rights.fairTrialRisk': 'NONE',
  'authorisation.formalChannelNeeded': false,
  'authorisation.required.SUBSCRIBER': 'PROSECUTOR',
};
const ofItem: Said = {
  dataCategory: 'SUBSCRIBER',
  goal: 'IDENTIFY',
  userPlace: 'KZ',
  identifiers: [{ type: 'ACCOUNT_ID', value: '178414000000001' }],
  identifierQuality: 'EXACT',
  timeWindow: { from: '2026-10-01T00:00:00+05:00', to: '2026-11-01T00:00:00+05:00', zone: 'Asia/Almaty' },
  'provider.service': 'Instagram',
  volatility: 'MEDIUM',
  publiclyAvailable: false,
  heldDomestically: false,
};

const answersOf = (said: Said, item?: string) =>
  Object.entries(said).map(([fact, value]) => ({
    fact,
    value,
    source: 'case file',
    ...(item ? { item } : {}),
  }));

export async function say(h: Harness, caseId: string, by: Name, answers: readonly object[]) {
  const { headers } = await h.as(by).get(`/v1/cases/${caseId}`);
  return h.as(by).post(`/v1/cases/${caseId}/facts`, { answers }, { ifMatch: headers['etag'] ?? '' });
}

/** An account at a service, asked for from Kazakhstan, with everything answered that the rules ask. */
export async function aDescribedCase(h: Harness): Promise<string> {
  const opened = await h
    .as('officer')
    .post('/v1/cases', { reference: 'T-7', requestingState: 'KZ', items: [{ id: 'I1' }] });
  const caseId = text(opened.body, 'id');
  const statuses = [
    (await say(h, caseId, 'officer', [...answersOf(ofCase), ...answersOf(ofItem, 'I1')])).status,
    (await say(h, caseId, 'adviser', answersOf(ofAdviser))).status,
  ];
  expect(statuses).toEqual([201, 201]);
  return caseId;
}
