import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Frame } from '../../contracts/determination.js';
import { frameAnew } from '../../rules/engine/index.js';
import { loadRegisters, type Registers } from '../../rules/engine/registers/index.js';
import { Asked } from '../../rules/workbench/impact/impact.js';
import { typicalCase } from '../../rules/workbench/impact/typical.js';
import { staleEntries } from '../../rules/workbench/registers/stale.js';
import { aCandidate } from './support/a-candidate.js';
import { realRules } from './support/real-rules.js';

const live = realRules();
const limit = 180;
const at = (registers: Registers, day: string, place: string) =>
  staleEntries(registers, day, limit).find((one) => one.at === place);

describe('a register entry', () => {
  it('waits for its reader from the day after the limit on', () => {
    expect(live.registers.providers.get('tiktok')?.lastChecked).toBe('2026-07-13');
    expect(at(live.registers, '2027-01-09', 'providers / tiktok')).toBeUndefined();
    expect(at(live.registers, '2027-01-10', 'providers / tiktok')).toMatchObject({ why: 'too-old', over: 1 });
  });

  it('of low confidence waits however new it is, and one that was never checked stands before those that were', () => {
    const stale = staleEntries(live.registers, '2026-11-30', limit);
    expect(at(live.registers, '2026-11-30', 'states / KZ / channels / g7 / 1')?.why).toBe('low-confidence');
    const firstChecked = stale.findIndex(({ over }) => over !== null);
    expect(stale.slice(firstChecked).every(({ over }) => over !== null)).toBe(true);
  });

  it('that was invented for training waits for nobody', () => {
    const places = staleEntries(live.registers, '2040-01-01', limit).map((one) => one.at);
    expect(places.filter((place) => place.startsWith('providers / training-'))).toEqual([]);
  });
});

describe('the addressee of TikTok in the United States, which became another on 23 January 2026', () => {
  const before = 'TikTok Inc.';
  const after = 'TikTok USDS Joint Venture LLC';

  /** The register as an office wrote it that knows of the change, or does not yet. */
  function registersWith(rows: string): Registers {
    const candidate = aCandidate();
    const file = 'registers/providers/tiktok.yaml';
    const text = readFileSync(`${candidate.dir}/${file}`, 'utf8');
    const row = /  - name: TikTok USDS[^]*?users in the United States\n/.exec(text)?.[0] ?? '';
    candidate.change(file, row, rows);
    return loadRegisters(`${candidate.dir}/registers`);
  }
  const entity = (name: string, period: string): string =>
    `  - { name: ${name}, seat: US, answersFor: [US], ${period}says: users in the United States }\n`;

  const unaware = () => registersWith(entity(before, ''));
  const aware = () =>
    registersWith(entity(before, 'until: "2026-01-23", ') + entity(after, 'since: "2026-01-23", '));
  const frame = (userPlace: string): Frame =>
    typicalCase(live.ruleSet, {
      ofCase: { requestingState: 'KZ', 'offence.maxPenaltyMonths': 60 },
      ofItem: {
        dataCategory: 'SUBSCRIBER',
        'provider.service': 'TikTok',
        userPlace,
        identifiers: ['USERNAME somebody'],
      },
    });
  const asked = (day: string): Asked =>
    new Asked({
      live: { ...live, registers: unaware() },
      candidate: { ...live, registers: aware() },
      day,
      checks: 'ASSUMED',
    });

  it('changes the plan of every case about a user there from that day on, and of no other', () => {
    expect(asked('2026-01-22').onFile(frame('US')).kind).toBe('unchanged');
    const thatDay = asked('2026-01-23');
    expect(thatDay.onFile(frame('US')).kind).toBe('changed-plan');
    expect(thatDay.onFile(frame('KZ')).kind).toBe('unchanged');
  });

  it('is the new company on that day and the old one the day before', () => {
    const registers = aware();
    const addressee = (day: string) =>
      frameAnew(frame('US'), { ...live, registers, asOf: day, checks: 'ASSUMED' }).items[0]?.facts[
        'provider.name'
      ];
    expect(addressee('2026-01-22')).toBe(before);
    expect(addressee('2026-01-23')).toBe(after);
  });
});
