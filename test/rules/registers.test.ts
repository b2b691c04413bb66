import { describe, expect, it } from 'vitest';
import {
  loadRegisters,
  resolveRequestingState,
  unionsOf,
  workingCalendar,
  workingDay,
} from '../../rules/engine/registers/index.js';
import { changed, faultsOf, lineOf, live, registersDir } from './support/registers.js';

const registers = loadRegisters(registersDir);

const periods = (second: string) => `treaties:
  budapest:
    - status: party
      since: "2007-01-01"
      until: "2015-01-01"
      confidence: high
      source: coe-185
    - status: party
      ${second}
      confidence: high
      source: coe-185
  other:`;
const usBudapest = /treaties:\n {2}budapest:\n[\s\S]*?\n {2}budapest-p2:/;
const withPeriods = (second: string): string =>
  changed('states/US.yaml', usBudapest, periods(second).replace('other:', 'budapest-p2:'));

describe('the registers', () => {
  it('hold 68 States, 49 providers beside the training ones, 12 calendars of three years', () => {
    const real = [...registers.providers.values()].filter((provider) => !provider.training);
    const years = [...registers.calendars.values()].map((calendar) => calendar.years.size);
    expect([registers.states.size, real.length, years]).toEqual([68, 49, Array(12).fill(3)]);
  });

  it('have a digest that one changed word changes', () => {
    const dir = changed('states/KZ.yaml', 'name: Kazakhstan', 'name: Qazaqstan');
    expect(loadRegisters(dir).digest).not.toBe(registers.digest);
  });

  it('give every row of a State a treaty, or say that it is not a Party', () => {
    const read = Object.entries(registers.instruments).filter(([, { code }]) => code);
    const silent = [...registers.states.values()].flatMap((state) =>
      read
        .map(([id]) => id)
        .filter(
          (id) => !state.treaties[id] && !state.notParty.some((group) => group.instruments.includes(id)),
        )
        .map((id) => `${state.state} ${id}`),
    );
    expect(silent).toEqual([]);
  });
});

describe('a register that does not hold together is refused', () => {
  it('names file and line of a period that overlaps another', () => {
    const dir = withPeriods('since: "2014-06-01"');
    const line = lineOf(dir, 'states/US.yaml', '2014-06-01') - 1;
    expect(faultsOf(dir)).toEqual([
      `states/US.yaml:${line} overlaps an earlier entry about the same thing (2007-01-01 to 2015-01-01)`,
    ]);
  });

  it('names a gap between two periods', () => {
    const dir = withPeriods('since: "2016-01-01"');
    expect(faultsOf(dir)).toEqual([
      expect.stringMatching(
        /^states\/US\.yaml:\d+ leaves a gap: nothing is said from 2015-01-01 to 2016-01-01$/,
      ),
    ]);
  });

  it('takes two periods that follow each other', () => {
    expect(faultsOf(withPeriods('since: "2015-01-01"'))).toEqual([]);
  });

  it('takes a corrected entry beside the closed one that it corrects', () => {
    const closed = periods('since: "2007-01-01"')
      .replace('until: "2015-01-01"', 'knownUntil: "2026-12-01"')
      .replace(
        '- status: party\n      since: "2007-01-01"\n      confidence',
        '- status: party\n      since: "2007-01-02"\n      knownFrom: "2026-12-01"\n      confidence',
      )
      .replace('other:', 'budapest-p2:');
    expect(faultsOf(changed('states/US.yaml', usBudapest, closed))).toEqual([]);
  });

  it('names an entry that ends before it begins', () => {
    const dir = changed(
      'states/KZ.yaml',
      'since: "2008-08-30"',
      'since: "2008-08-30"\n    until: "2008-01-01"',
    );
    expect(faultsOf(dir)).toEqual([
      expect.stringMatching(/^states\/KZ\.yaml:\d+ ends before it begins \(2008-08-30 to 2008-01-01\)$/),
    ]);
  });

  it('names an entry without a source', () => {
    const dir = changed(
      'states/KZ.yaml',
      '    confidence: high\n    source: untc-untoc\n',
      '    confidence: high\n',
    );
    expect(faultsOf(dir)).toEqual([
      expect.stringMatching(/^states\/KZ\.yaml:\d+ treaties\.untoc\.0\.source/),
    ]);
  });

  it('names a source that sources.yaml does not know', () => {
    const dir = changed('states/KZ.yaml', 'source: untc-untoc', 'source: untc-untok');
    const line = lineOf(dir, 'states/KZ.yaml', 'untc-untok');
    expect(faultsOf(dir)).toEqual([
      `states/KZ.yaml:${line} "untc-untok" is no source of sources.yaml, and too short to stand for itself`,
    ]);
  });

  it('names a date that is not in the calendar', () => {
    const dir = changed('states/KZ.yaml', 'since: "2008-08-30"', 'since: "2008-02-30"');
    const line = lineOf(dir, 'states/KZ.yaml', '2008-02-30');
    expect(faultsOf(dir)).toEqual([expect.stringContaining(`states/KZ.yaml:${line} treaties.untoc.0.since`)]);
  });

  it('names a key that stands twice, and a word that has no meaning here', () => {
    expect(faultsOf(changed('states/KZ.yaml', 'state: KZ', 'state: KZ\nstate: KZ'))).toEqual([
      expect.stringMatching(/^states\/KZ\.yaml:2 "state" stands twice: each word stands once$/),
    ]);
    const dir = changed('states/KZ.yaml', 'name: Kazakhstan', 'name: Kazakhstan\nnickname: x');
    expect(faultsOf(dir)).toEqual([expect.stringMatching(/^states\/KZ\.yaml:\d+ .*nickname/)]);
  });

  it('names a treaty and a channel that do not exist', () => {
    expect(faultsOf(changed('states/KZ.yaml', '  untoc:', '  untok:'))).toEqual([
      expect.stringContaining('"untok" is no treaty of instruments.yaml'),
    ]);
    expect(faultsOf(changed('states/KZ.yaml', '  interpol:\n', '  interpole:\n'))).toEqual([
      expect.stringContaining('"interpole" is no channel of channels.yaml'),
    ]);
  });

  it('names a name that two providers claim', () => {
    const dir = changed('providers/meta.yaml', 'names: [Meta,', 'names: [Meta, Gmail,');
    expect(faultsOf(dir)).toEqual([
      expect.stringMatching(/^providers\/meta\.yaml:\d+ "gmail" is also a name of google$/),
    ]);
  });

  it('names two companies of a provider that answer for the same place at the same time', () => {
    const dir = changed('providers/binance.yaml', '    until: "2026-01-05"\n', '');
    expect(faultsOf(dir)).toEqual([
      expect.stringMatching(/^providers\/binance\.yaml:\d+ overlaps an earlier entry/),
    ]);
  });

  it('names a State that is member and not member of one union', () => {
    const dir = changed(
      'unions.yaml',
      '          AT: "1995-01-01"',
      '          KZ: "1995-01-01"\n          AT: "1995-01-01"',
    );
    expect(faultsOf(dir)).toEqual([expect.stringMatching(/^unions\.yaml:\d+ KZ overlaps/)]);
  });

  it('names a day that a calendar says twice', () => {
    const dir = changed(
      'calendars/KZ/2026.yaml',
      '"2026-03-09": International',
      '"2026-01-07": International',
    );
    expect(faultsOf(dir)).toEqual([expect.stringContaining('2026-01-07 stands here twice')]);
  });
});

describe('unions', () => {
  it('have Germany and Ireland bound by Regulation 2023/1543 from the day it applies, and Denmark never', () => {
    const bound = (state: string, asOf: string) =>
      unionsOf(registers, state, { ...live, asOf }).includes('EU_E_EVIDENCE');
    expect([bound('DE', '2026-08-18'), bound('IE', '2026-08-18'), bound('DK', '2026-08-18')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(bound('DE', '2026-08-17')).toBe(false);
  });

  it('have Denmark in the Union and the economic area, and Norway in the area alone', () => {
    expect(unionsOf(registers, 'DK', live)).toEqual(expect.arrayContaining(['EU', 'EEA']));
    expect(unionsOf(registers, 'NO', live)).toContain('EEA');
    expect(unionsOf(registers, 'NO', live)).not.toContain('EU');
  });
});

describe('working calendars', () => {
  const calendar = (state: string) => {
    const found = workingCalendar(registers, state);
    if (!found) throw new Error(state);
    return found;
  };

  it('close a holiday and a moved day, and open a moved Saturday', () => {
    expect(workingDay(calendar('KZ'), '2026-12-16')).toMatchObject({ works: false, why: 'Independence Day' });
    expect(workingDay(calendar('KZ'), '2026-03-09').works).toBe(false);
    expect(workingDay(calendar('UZ'), '2026-12-12')).toMatchObject({ works: true });
    expect(workingDay(calendar('KZ'), '2026-11-21')).toMatchObject({ works: false, why: 'weekend' });
  });

  it('tell a case when offices of its State work next: the day itself, after a weekend, or on a moved Saturday', () => {
    const opens = (requestingState: string, asOf: string) =>
      resolveRequestingState(registers, { ...live, asOf, requestingState }).facts[
        'requestingState.officeOpensOn'
      ];
    expect(opens('KZ', '2026-11-20')).toBe('2026-11-20');
    expect(opens('KZ', '2026-11-21')).toBe('2026-11-23');
    expect(opens('KZ', '2026-12-16')).toBe('2026-12-17');
    expect(opens('UZ', '2026-12-12')).toBe('2026-12-12');
    expect(opens('DK', '2026-11-21')).toBeUndefined();
  });

  it('are provisional for a year that was not seen in full or is not there', () => {
    expect(workingDay(calendar('KZ'), '2026-11-24').provisional).toBe(false);
    expect(workingDay(calendar('KZ'), '2027-11-24').provisional).toBe(true);
    expect(workingDay(calendar('KZ'), '2031-11-24').provisional).toBe(true);
  });

  it('know zone and office hours of the capital', () => {
    expect(calendar('KZ').zone).toBe('Asia/Almaty');
    expect(calendar('AE').hours.get(5)).toEqual({ from: '07:30', to: '12:00' });
  });
});
