/** An emergency as a duty officer tells it: a child compelled live over a messenger that takes emergency requests. */
export type ToldEmergency = {
  reference: string;
  requestingState: string;
  source: string;
  facts: Record<string, unknown>;
  items: { id: string; facts: Record<string, unknown> }[];
};

export const anEmergency = (
  facts: Record<string, unknown> = {},
  item: Record<string, unknown> = {},
): ToldEmergency => ({
  reference: 'D-1/2026',
  requestingState: 'UZ',
  source: 'call of a parent to the duty desk, 02:50',
  facts: {
    'threat.toLife': 'IMMINENT',
    'threat.childAtRisk': true,
    'threat.nature': 'Announced self-harm under duress',
    'threat.toWhom': 'A child',
    'threat.ageGroup': '12 to 14',
    'threat.whyImminent': 'The child announced to harm herself tonight at home',
    'threat.knownSince': '02:45 this night',
    'threat.hoursToHarm': 5,
    'threat.source': 'A parent who saw the messages',
    'threat.reliability': 'Confirmed by screenshots',
    'threat.dataCanAvert': true,
    'threat.howDataAvert': 'The log-in address leads to the sender before the night is over',
    'threat.whyNormalTooSlow': 'An order takes three days',
    'requestingAuthority.dutyPhone': '+998 00 000 0004',
    'requestingAuthority.type': 'INVESTIGATION',
    'requestingAuthority.name': 'Training Investigation Department',
    'requestingAuthority.unit': 'Training unit for computer crime',
    'requestingAuthority.address': 'Training address 1',
    'requestingAuthority.phone': '+998 00 000 0001',
    'requestingAuthority.email': 'unit@training.example',
    'requestingAuthority.officerRank': 'Major',
    'requestingAuthority.officerBadge': 'T-0001',
    'requestingAuthority.supervisorContact': 'Training duty supervisor, +998 00 000 0005',
    'requestingAuthority.senderVerified': true,
    'proceedings.stage': 'OPEN_INVESTIGATION',
    'proceedings.purpose': 'BOTH',
    'proceedings.registrationNo': 'T-2026-0001',
    'proceedings.confidentialityRequired': false,
    'offence.category': 'CSAM_CSE',
    'offence.speechBased': false,
    ...facts,
  },
  items: [
    {
      id: 'I1',
      facts: {
        dataCategory: 'ACCESS_LOG',
        identifiers: [{ type: 'USERNAME', value: 'training_user_77' }],
        identifierQuality: 'EXACT',
        'provider.service': 'Training messenger',
        relevance: 'Leads to the person who compels the child',
        timeWindow: {
          from: '2026-11-20T00:00:00+05:00',
          to: '2026-11-24T00:00:00+05:00',
          zone: 'Asia/Tashkent',
        },
        userPlace: 'UZ',
        ...item,
      },
    },
  ],
});
