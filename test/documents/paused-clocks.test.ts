import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ClockTerm, Period } from '../../contracts/plan.js';
import { continuedFrom, instantsOf, type Offices } from '../../rules/engine/clocks/index.js';
import { loadRegisters, workingCalendar } from '../../rules/engine/registers/index.js';

const registers = loadRegisters(fileURLToPath(new URL('../../rules/registers', import.meta.url)));
const kz = workingCalendar(registers, 'KZ');
if (!kz) throw new Error('KZ has no calendar');
const offices: Offices = [kz];

const term = (length: Period): ClockTerm => ({
  id: 'answer',
  title: 'Answer',
  starts: 'DISPATCHED',
  length,
  nature: 'office',
  reference: 'office practice',
  ladder: [
    { after: { ...length, amount: 1 }, tell: 'CASE_OFFICER', what: 'remind' },
    { after: length, tell: 'SUPERVISOR', what: 'escalate' },
  ],
});

/** Started, paused and gone on again; answers the end and the rungs that are still to come. */
function goneOn(length: Period, started: string, pausedAt: string, again: string) {
  const { endsAt, rungs } = instantsOf(term(length), started, offices, null);
  const paused = { clockId: 'clock-1', pausedAt, endsAt, rungs };
  return continuedFrom(term(length), paused, again, offices);
}

const table: [what: string, Period, string, string, string, string][] = [
  [
    'ten calendar days, six of them used',
    { amount: 10, unit: 'day' },
    '2026-11-02T06:00:00.000Z',
    '2026-11-08T06:00:00.000Z',
    '2026-11-20T06:00:00.000Z',
    '2026-11-24T06:00:00.000Z',
  ],
  [
    'five working days, two of them used: three are left, over a weekend',
    { amount: 5, unit: 'working-day' },
    '2026-11-16T06:00:00.000Z',
    '2026-11-18T14:00:00.000Z',
    '2026-11-26T06:00:00.000Z',
    '2026-12-01T13:30:00.000Z',
  ],
  [
    'a period that had passed: nothing is left',
    { amount: 1, unit: 'day' },
    '2026-11-02T06:00:00.000Z',
    '2026-11-08T06:00:00.000Z',
    '2026-11-20T06:00:00.000Z',
    '2026-11-20T06:00:00.000Z',
  ],
];

describe('a period that was paused', () => {
  it.each(table)('goes on with what was left: %s', (_, length, started, pausedAt, again, ends) => {
    expect(goneOn(length, started, pausedAt, again).endsAt).toBe(ends);
  });

  it('never ends earlier than it would have, and never gets its whole length again', () => {
    for (const amount of [2, 5, 10]) {
      const length: Period = { amount, unit: 'working-day' };
      const started = '2026-11-16T06:00:00.000Z';
      const whole = instantsOf(term(length), '2026-11-26T06:00:00.000Z', offices, null).endsAt;
      const before = instantsOf(term(length), started, offices, null).endsAt;
      const { endsAt } = goneOn(length, started, '2026-11-17T14:00:00.000Z', '2026-11-26T06:00:00.000Z');
      expect(Date.parse(endsAt)).toBeLessThan(Date.parse(whole));
      expect(Date.parse(endsAt)).toBeGreaterThan(Date.parse(before));
    }
  });

  it('tells nobody again what was told before the pause, and says from which clock it goes on', () => {
    const length: Period = { amount: 10, unit: 'day' };
    const { rungs, derivation } = goneOn(
      length,
      '2026-11-02T06:00:00.000Z',
      '2026-11-08T06:00:00.000Z',
      '2026-11-20T06:00:00.000Z',
    );
    expect(rungs).toEqual([
      { at: '2026-11-24T06:00:00.000Z', rung: { after: length, tell: 'SUPERVISOR', what: 'escalate' } },
    ]);
    expect(derivation.continues).toEqual({ clockId: 'clock-1', pausedAt: '2026-11-08T06:00:00.000Z' });
  });
});
