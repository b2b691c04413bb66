import { describe, expect, it } from 'vitest';
import { loadRegisters, resolveProvider, type ProviderAnswer } from '../../rules/engine/registers/index.js';
import type { ProviderQuery } from '../../rules/engine/registers/index.js';
import { live, registersDir, training } from './support/registers.js';

const registers = loadRegisters(registersDir);

function ask(service: string, more: Partial<ProviderQuery> = {}): ProviderAnswer {
  const answer = resolveProvider(registers, { ...training, service, ...more });
  if (!answer) throw new Error(`no provider ${service}`);
  return answer;
}
const doubts = (answer: ProviderAnswer, fact: string): string[] =>
  answer.doubtful.filter((doubt) => doubt.fact === fact).map((doubt) => doubt.why);

describe('the addressee', () => {
  it('is the company that answers for the place of the user, by union or as the rest', () => {
    expect(ask('Instagram', { userPlace: 'KZ' }).facts['provider.entity']).toBe('Meta Platforms, Inc.');
    expect(ask('Instagram', { userPlace: 'DE' }).facts['provider.entity']).toBe(
      'Meta Platforms Ireland Limited',
    );
    expect(ask('tiktok', { userPlace: 'US' }).facts['provider.entity']).toBe('TikTok USDS Joint Venture LLC');
  });

  it('comes with the reason in words', () => {
    expect(ask('gmail', { userPlace: 'UZ' }).addressee.because).toMatch(
      /^for a user in UZ: users outside the EEA/,
    );
  });

  it('is found by any name of the service, whatever its case', () => {
    expect(ask('  GMAIL ', { userPlace: 'KZ' }).provider.provider).toBe('google');
    expect(ask('Twitter', { userPlace: 'KZ' }).provider.provider).toBe('x');
    expect(resolveProvider(registers, { ...training, service: 'no such service' })).toBeUndefined();
  });

  it('is asked for when the place of the user is not known and decides it', () => {
    const answer = ask('gmail');
    expect(answer.facts).not.toHaveProperty('provider.entity');
    expect(answer.facts).not.toHaveProperty('controllerState');
    expect(doubts(answer, 'provider.entity')).toEqual(['UNCLEAR']);
  });

  it('needs no place where one company answers for all', () => {
    expect(ask('snapchat').facts['provider.entity']).toBe('Snap Inc.');
  });

  it('is named and doubtful where the text leaves the place open', () => {
    const answer = ask('AWS', { userPlace: 'KZ' });
    expect(answer.facts['provider.entity']).toBe('Amazon Web Services, Inc.');
    expect(answer.facts).not.toHaveProperty('provider.entityCorrect');
    expect(answer.facts).not.toHaveProperty('controllerState');
    expect(doubts(answer, 'provider.entity')).toEqual(['UNCLEAR']);
  });

  it('changes with the day: another seat answered before', () => {
    expect(ask('Binance', { userPlace: 'KG' }).facts['provider.establishedIn']).toEqual(['AE']);
    expect(ask('Binance', { userPlace: 'KG', asOf: '2025-12-31' }).facts).not.toHaveProperty(
      'controllerState',
    );
  });

  it('does not settle the State of a company that is known from general knowledge only', () => {
    const answer = ask('Telegram', { userPlace: 'KG' });
    expect(answer.facts).not.toHaveProperty('controllerState');
    expect(doubts(answer, 'provider.entity')).toEqual(['LOW_CONFIDENCE']);
    const confirmed = ask('Telegram', {
      confirmations: [{ ref: 'providers/telegram#entities.0', on: '2026-11-23' }],
    });
    expect(confirmed.facts['controllerState']).toBe('VG');
  });

  it('answers from the State that has power over the data asked for', () => {
    expect(ask('iCloud', { userPlace: 'TM', dataCategory: 'SUBSCRIBER' }).facts['controllerState']).toBe(
      'IE',
    );
    const content = ask('iCloud', { userPlace: 'TM', dataCategory: 'CONTENT' });
    expect(content.facts['controllerState']).toBe('US');
    expect(content.facts['custodian.regimes']).toContain('US-SCA');
    expect(content.facts['provider.establishedIn']).toEqual(['IE', 'US']);
  });

  it('is at home for the authorities that reach it by their own process', () => {
    const operator = { service: 'Training access provider' };
    expect(ask(operator.service, { requestingState: 'KZ' }).facts['provider.domesticEntity']).toBe(true);
    expect(ask(operator.service, { requestingState: 'LT' }).facts['provider.domesticEntity']).toBe(false);
    const believed = ask('Binance', { userPlace: 'KZ', requestingState: 'KZ' });
    expect(believed.facts).not.toHaveProperty('provider.domesticEntity');
    expect(doubts(believed, 'provider.domesticEntity')).toEqual(['LOW_CONFIDENCE']);
  });
});

describe('what a provider does (H.8)', () => {
  it('discloses by category as the register says, and what it does not say stays open', () => {
    const { facts } = ask('Instagram', { userPlace: 'KZ' });
    expect(facts['provider.voluntary.SUBSCRIBER']).toBe('CASE_BY_CASE');
    expect(facts['provider.voluntary.ACCESS_LOG']).toBe('CASE_BY_CASE');
    expect(facts['provider.voluntary.CONTENT']).toBe('NO');
    const discord = ask('Discord', { userPlace: 'KZ' });
    expect(discord.facts).not.toHaveProperty('provider.voluntary.SUBSCRIBER');
    expect(doubts(discord, 'provider.voluntary.SUBSCRIBER')).toEqual(['UNKNOWN']);
  });

  it('counts transactions of an exchange with its traffic data', () => {
    expect(ask('OKX', { userPlace: 'KZ' }).facts['provider.voluntary.FINANCIAL_KYC']).toBe('CASE_BY_CASE');
  });

  it('asks for an order where its text says so', () => {
    expect(ask('Telegram').facts['provider.requiresOrder']).toBe('COURT');
    expect(ask('Instagram', { userPlace: 'KZ' }).facts['provider.requiresOrder']).toBe('NONE');
  });

  it('preserves with days and renewals, or is not known to', () => {
    expect(ask('gmail', { userPlace: 'KZ' }).facts).toMatchObject({
      'provider.preservation.accepts': true,
      'provider.preservation.days': 90,
      'provider.preservation.renewals': 1,
    });
    expect(ask('GitHub').facts['provider.preservation.accepts']).toBe(false);
    expect(doubts(ask('Telegram'), 'provider.preservation.accepts')).toEqual(['UNKNOWN']);
  });

  it('takes an emergency request, or does not, or only at one of its companies', () => {
    expect(ask('snapchat').facts['provider.edr.accepts']).toBe(true);
    expect(ask('Proton').facts['provider.edr.accepts']).toBe(false);
    expect(ask('OVH US').facts['provider.edr.accepts']).toBe(true);
    expect(ask('OVH').facts['provider.edr.accepts']).toBe(false);
  });

  it('tells the user unless forbidden, never, or nobody knows', () => {
    const notice = (service: string) => ask(service, { userPlace: 'KZ' }).facts['provider.userNotice'];
    expect([notice('Instagram'), notice('OKX'), notice('Viber')]).toEqual([
      'UNLESS_PROHIBITED',
      'NEVER',
      'UNKNOWN',
    ]);
  });

  it('is left open when the text is stale, however clear it was', () => {
    const stale = ask('iCloud', { ...live, checks: 'CONFIRMED', userPlace: 'TM' });
    expect(stale.facts).not.toHaveProperty('provider.voluntary.SUBSCRIBER');
    expect(doubts(stale, 'provider.voluntary.SUBSCRIBER')).toEqual(['STALE']);
    expect(stale.facts['provider.entity']).toBe('Apple Distribution International Ltd.');
    const fresh = ask('Instagram', { ...live, checks: 'CONFIRMED', userPlace: 'TM' });
    expect(fresh.facts['provider.voluntary.SUBSCRIBER']).toBe('CASE_BY_CASE');
  });

  it('never goes stale for an invented training company', () => {
    const answer = ask('Training hosting', { checks: 'CONFIRMED', asOf: '2030-01-01' });
    expect(answer.facts).toMatchObject({ 'provider.name': 'Training Hosting B.V.', controllerState: 'NL' });
    expect(answer.provider.training).toBe(true);
  });
});

describe('a provider of the economic area', () => {
  it('is only there when every company addressed or holding the data is', () => {
    expect(ask('Instagram', { userPlace: 'DE' }).facts['provider.onlyInEea']).toBe(true);
    expect(ask('Instagram', { userPlace: 'KZ' }).facts['provider.onlyInEea']).toBe(false);
    expect(ask('iCloud', { userPlace: 'TM', dataCategory: 'CONTENT' }).facts['provider.onlyInEea']).toBe(
      false,
    );
  });

  it('says the date of its text when that is what makes it a question', () => {
    const stale = ask('iCloud', { ...live, checks: 'CONFIRMED', userPlace: 'TM' });
    expect(stale.facts['provider.lastChecked']).toBe('2025-09-15');
    expect(stale.facts['provider.doubtful']).toContain('voluntary.SUBSCRIBER');
  });
});
