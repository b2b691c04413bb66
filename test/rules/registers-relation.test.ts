import { describe, expect, it } from 'vitest';
import { resolveRequestingState } from '../../rules/engine/registers/index.js';
import {
  directRequestEffect,
  homeAuthorisation,
  loadRegisters,
  regimeCodes,
} from '../../rules/engine/registers/index.js';
import {
  resolveRelation,
  type Asking,
  type Registers,
  type Resolved,
} from '../../rules/engine/registers/index.js';
import { changed, live, registersDir, training } from './support/registers.js';

const registers = loadRegisters(registersDir);

const between = (
  from: string,
  to: string,
  asking: Asking = training,
  data: Registers = registers,
): Resolved => resolveRelation(data, { ...asking, requestingState: from, requestedState: to });
const doubtsAbout = (resolved: Resolved, value: string): string[] =>
  resolved.doubtful
    .filter((doubt) => doubt.value === value || doubt.fact === value)
    .map((doubt) => doubt.why);
const bothParty = (resolved: Resolved) => resolved.facts['relation.bothParty'];

describe('what two States are bound by (H.8)', () => {
  it('is Budapest for two Parties', () => {
    expect(bothParty(between('DE', 'US'))).toContain('BUDAPEST');
  });

  it('is not Budapest for an invited State, and no question either', () => {
    const kz = between('KZ', 'US');
    expect(bothParty(kz)).not.toContain('BUDAPEST');
    expect(doubtsAbout(kz, 'BUDAPEST')).toEqual([]);
    expect(kz.facts['relation.requestedPartyTo']).toContain('BUDAPEST');
  });

  it('is not Budapest for a signatory', () => {
    expect(bothParty(between('DE', 'IE'))).not.toContain('BUDAPEST');
  });

  it('is not a treaty before the day it is in force for both', () => {
    expect(bothParty(between('KZ', 'US', { ...training, asOf: '2008-08-29' }))).not.toContain('UNTOC');
    expect(bothParty(between('KZ', 'US', { ...training, asOf: '2008-08-30' }))).toContain('UNTOC');
  });

  it('is not a treaty that is not in force at all, whoever ratified it', () => {
    const resolved = between('HU', 'JP');
    expect(bothParty(resolved)).not.toContain('SAP2');
    expect(doubtsAbout(resolved, 'SAP2')).toEqual([]);
  });

  it('is a question, not a treaty, where a row is unknown or of low confidence', () => {
    const unknown = between('KG', 'KZ');
    expect(bothParty(unknown)).not.toContain('CIS_IT_2018');
    expect(doubtsAbout(unknown, 'CIS_IT_2018')).toEqual(['UNKNOWN']);
    const low = between('TJ', 'RU');
    expect(bothParty(low)).not.toContain('CHISINAU02');
    expect(doubtsAbout(low, 'CHISINAU02')).toEqual(['LOW_CONFIDENCE']);
  });

  it('is the later agreement on offences in information technology where both are common, else the earlier', () => {
    const later = bothParty(between('KZ', 'RU'));
    expect(later).toContain('CIS_IT_2018');
    expect(later).not.toContain('CIS_IT_2001');
    expect(bothParty(between('TJ', 'RU'))).toContain('CIS_IT_2001');
  });

  it('is a bilateral treaty only when the day it entered into force is known', () => {
    expect(bothParty(between('KZ', 'AE'))).toContain('BILATERAL_MLA');
    const us = between('KZ', 'US');
    expect(bothParty(us)).not.toContain('BILATERAL_MLA');
    expect(doubtsAbout(us, 'BILATERAL_MLA')).toEqual(['NO_DATE']);
    expect(doubtsAbout(between('KG', 'US'), 'BILATERAL_MLA')).toEqual([]);
  });

  it('is an executive agreement of exactly these two, from its day on', () => {
    expect(bothParty(between('GB', 'US'))).toContain('CLOUD_AGREEMENT');
    expect(bothParty(between('GB', 'US', { ...training, asOf: '2022-10-02' }))).not.toContain(
      'CLOUD_AGREEMENT',
    );
    expect(bothParty(between('GB', 'AU'))).not.toContain('CLOUD_AGREEMENT');
  });

  it('is the terrorism conventions only where both of them are common', () => {
    expect(bothParty(between('KZ', 'US'))).toContain('TERROR');
    const text = /terror-financing:\n {4}status: party/;
    const data = loadRegisters(changed('states/KZ.yaml', text, 'terror-financing:\n    status: signatory'));
    expect(bothParty(between('KZ', 'US', training, data))).not.toContain('TERROR');
  });
});

describe('how old an entry may be', () => {
  it('a stale treaty row opens nothing and is a question', () => {
    const resolved = between('KZ', 'US', live);
    expect(bothParty(resolved)).toEqual([]);
    expect(doubtsAbout(resolved, 'UNTOC')).toEqual(['STALE', 'STALE']);
    expect(resolved.facts['relation.doubtful']).toContain('UNTOC');
  });

  it('is counted from the day it was checked: the limit day is fresh, the next is not', () => {
    const on = (asOf: string) => between('DE', 'US', { ...live, asOf, maxAgeDays: 10 });
    expect(bothParty(on('2026-05-05'))).toContain('BUDAPEST');
    expect(bothParty(on('2026-05-06'))).not.toContain('BUDAPEST');
  });

  it('is renewed by the confirmation of a legal adviser that names both entries', () => {
    const confirmed = (...states: string[]) =>
      between('KZ', 'US', {
        ...live,
        confirmations: states.map((state) => ({ ref: `treaties/${state}#untoc`, on: '2026-11-23' })),
      });
    expect(bothParty(confirmed('KZ'))).toEqual([]);
    expect(bothParty(confirmed('KZ', 'US'))).toEqual(['UNTOC']);
    expect(confirmed('KZ', 'US').sources['relation.bothParty']?.at).toBe('2026-11-23');
  });

  it('does not see a confirmation that came after the day of knowledge', () => {
    const confirmations = ['KZ', 'US'].map((state) => ({ ref: `treaties/${state}#untoc`, on: '2026-11-23' }));
    expect(bothParty(between('KZ', 'US', { ...live, knownOn: '2026-11-22', confirmations }))).toEqual([]);
  });

  it('says what was known on a day: an entry learnt later is not seen, a corrected one is', () => {
    const row = (dates: string, status: string) =>
      `    - status: ${status}\n      ${dates}\n      lastChecked: "2026-04-25"\n      confidence: high\n      source: coe-185\n`;
    const both = `budapest:\n${row('knownUntil: "2026-12-01"', 'invited')}${row('knownFrom: "2026-12-01"', 'party')}  un-cybercrime:`;
    const data = loadRegisters(changed('states/KZ.yaml', /budapest:\n[\s\S]*? {2}un-cybercrime:/, both));
    const known = (knownOn: string) =>
      bothParty(between('KZ', 'US', { ...training, asOf: '2026-12-05', knownOn }, data));
    expect(known('2026-11-30')).not.toContain('BUDAPEST');
    expect(known('2026-12-01')).toContain('BUDAPEST');
  });
});

describe('channels of two States (H.8)', () => {
  it('INTERPOL and the financial units are open between members', () => {
    const { facts } = between('KZ', 'US');
    expect([facts['relation.channels.interpol'], facts['relation.channels.fiu']]).toEqual([true, true]);
  });

  it('the Budapest network follows the treaty', () => {
    expect(between('DE', 'US').facts['relation.channels.budapest247']).toBe(true);
    expect(between('KZ', 'US').facts['relation.channels.budapest247']).toBe(false);
  });

  it('the G7 network is open between known members and a question where one is not known', () => {
    expect(between('DE', 'US').facts['relation.channels.g7']).toBe(true);
    const kz = between('KZ', 'US');
    expect(kz.facts).not.toHaveProperty('relation.channels.g7');
    expect(doubtsAbout(kz, 'relation.channels.g7')).toEqual(['UNKNOWN']);
  });

  it('a liaison post that is only believed to exist is a question', () => {
    expect(doubtsAbout(between('KZ', 'US'), 'relation.channels.liaison')).toEqual(['UNKNOWN']);
  });

  it('a hotline counts in the State of the custodian', () => {
    expect(between('KZ', 'US').facts['relation.channels.hotline']).toBe(true);
  });
});

describe('conditions of the requested State (A.8)', () => {
  it('needs dual criminality also where only coercive measures do', () => {
    expect(between('KZ', 'US').facts['relation.dcRequired']).toBe(true);
    expect(doubtsAbout(between('US', 'KZ'), 'relation.dcRequired')).toEqual(['UNKNOWN']);
  });

  it('counts a moratorium as no abolition', () => {
    expect(between('KZ', 'TJ').facts['relation.abolitionist']).toBe(false);
    expect(between('TJ', 'KZ').facts['relation.abolitionist']).toBe(true);
  });

  it('has a threshold for the data whose measure needs it, none where there is none, and a question otherwise', () => {
    const months = (to: string, dataCategory: string) =>
      resolveRelation(registers, { ...training, requestingState: 'KZ', requestedState: to, dataCategory });
    expect(months('US', 'CONTENT').facts['relation.minPenaltyMonths']).toBe(12);
    expect(months('US', 'SUBSCRIBER').facts['relation.minPenaltyMonths']).toBeNull();
    expect(months('DE', 'CONTENT').facts['relation.minPenaltyMonths']).toBeNull();
    expect(months('NL', 'CONTENT').facts).not.toHaveProperty('relation.minPenaltyMonths');
  });

  it('has a blocking statute where one is sure, and asks where a law only works like one', () => {
    expect(between('KZ', 'CH').facts['relation.blockingStatute']).toBe(true);
    expect(between('KZ', 'RU').facts).not.toHaveProperty('relation.blockingStatute');
    expect(doubtsAbout(between('KZ', 'RU'), 'relation.blockingStatute')).toEqual(['LOW_CONFIDENCE']);
  });

  it('says language and reciprocity with their place in the register', () => {
    const resolved = between('KZ', 'DE');
    expect(resolved.facts['relation.language']).toBe('German');
    expect(resolved.facts['relation.reciprocity']).toBe(true);
    expect(resolved.sources['relation.language']).toMatchObject({
      kind: 'register',
      ref: 'states/DE#languages',
    });
  });

  it('asks for the reservation of Article 29(4) as long as no declaration was read', () => {
    const resolved = between('DE', 'US');
    expect(doubtsAbout(resolved, 'relation.dcReservation29_4')).toEqual(['UNKNOWN']);
    const data = loadRegisters(
      changed('states/US.yaml', 'since: "2007-01-01"', 'since: "2007-01-01"\n    reservation29_4: false'),
    );
    expect(between('DE', 'US', training, data).facts['relation.dcReservation29_4']).toBe(false);
  });

  it('of a State the register does not know is a question throughout', () => {
    const resolved = between('KZ', 'QQ');
    expect(bothParty(resolved)).toEqual([]);
    expect(doubtsAbout(resolved, 'UNTOC')).toEqual(['UNKNOWN']);
  });
});

describe('every pair of the training States', () => {
  const states = ['KZ', 'KG', 'TJ', 'TM', 'UZ'];
  const pairs = states.flatMap((from) =>
    ['US', 'NL', 'LT', 'DE', 'IE', 'KZ'].map((to): [string, string] => [from, to]),
  );
  it.each(pairs)('%s and %s share UNTOC and UNCAC, and every fact names its place', (from, to) => {
    const resolved = between(from, to);
    expect(bothParty(resolved)).toEqual(expect.arrayContaining(['UNTOC', 'UNCAC']));
    expect(Object.keys(resolved.sources).sort()).toEqual(Object.keys(resolved.facts).sort());
  });
});

describe('law at the seat of a custodian', () => {
  it('is a set of regimes, never a State', () => {
    expect(regimeCodes(registers, 'US', live)).toContain('US-SCA');
    expect(regimeCodes(registers, 'IE', live)).toEqual(
      expect.arrayContaining(['EU-GDPR-48', 'EU-E-EVIDENCE', 'IE-LAW']),
    );
    expect(regimeCodes(registers, 'DK', live)).not.toContain('EU-E-EVIDENCE');
    expect(regimeCodes(registers, 'NO', { ...live, asOf: '2018-05-24' })).not.toContain('EU-GDPR-48');
  });

  it('decides a direct request by the worst effect of all regimes', () => {
    const effect = (seat: string, category: string) =>
      directRequestEffect(registers, { ...live, seat, route: 'PROV_DISC', category });
    expect(['US', 'CH', 'DE'].map((seat) => effect(seat, 'CONTENT'))).toEqual(['bars', 'bars', 'bars']);
    expect(['US', 'DE', 'VG'].map((seat) => effect(seat, 'SUBSCRIBER'))).toEqual([
      'allows',
      'conditions',
      'unknown',
    ]);
  });
});

describe('authorisation at home', () => {
  it('is what the register is sure of; the rest is a question', () => {
    const kz = homeAuthorisation(registers, 'KZ', training);
    expect(kz.facts['authorisation.required.CONTENT']).toBe('COURT');
    expect(kz.facts).not.toHaveProperty('authorisation.required.SUBSCRIBER');
    expect(doubtsAbout(kz, 'authorisation.required.SUBSCRIBER')).toEqual(['UNKNOWN']);
  });
});

describe('the requesting State', () => {
  it('is bound by the Regulation, a member, in the area, as its unions say', () => {
    const facts = (state: string) =>
      resolveRequestingState(registers, { ...training, requestingState: state }).facts;
    const unions = (state: string) =>
      ['euBound', 'euMember', 'inEea'].map((name) => facts(state)[`requestingState.${name}`]);
    expect([unions('DE'), unions('DK'), unions('NO'), unions('KZ')]).toEqual([
      [true, true, true],
      [false, true, true],
      [false, false, true],
      [false, false, false],
    ]);
    expect(facts('LT')['requestingPartyTo']).toContain('BUDAPEST');
    expect(facts('KZ')['requestingPartyTo']).not.toContain('BUDAPEST');
  });
});

describe('the date an answer rests on', () => {
  it('is the oldest among the entries read, also of those too old to count', () => {
    expect(between('KZ', 'US', live).facts['relation.lastChecked']).toBe('2014-01-27');
  });

  it('is not said where age is set aside', () => {
    expect(between('KZ', 'US').facts).not.toHaveProperty('relation.lastChecked');
    expect(between('KZ', 'US').facts['relation.inForceCheck']).toBe('ASSUMED');
  });
});
