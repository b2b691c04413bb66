import { describe, expect, it } from 'vitest';
import type { FactMap, Frame } from '../../contracts/determination.js';
import { determine, frameAnew, loadRuleSet, ruleSetOn } from '../../rules/engine/index.js';
import { loadRegisters } from '../../rules/engine/registers/index.js';
import { Comparison } from '../../rules/workbench/impact/comparison.js';
import { misfits } from '../../rules/workbench/impact/fit.js';
import { typicalCase } from '../../rules/workbench/impact/typical.js';
import { laterDays } from '../../rules/workbench/impact/later-days.js';
import { Asked, type Rules } from '../../rules/workbench/impact/impact.js';
import { aCandidate, type Candidate } from './support/a-candidate.js';
import { scenarioFrames } from './support/real-cases.js';
import { realRules } from './support/real-rules.js';

const live = realRules();
const day = '2026-11-30';

function changed(change: (candidate: Candidate) => void): Rules {
  const candidate = aCandidate();
  change(candidate);
  return { ruleSet: loadRuleSet(candidate.dir), registers: loadRegisters(`${candidate.dir}/registers`) };
}

/** A case of Kazakhstan about an account of a company, as officers said it. */
const frameOnFile = (service: string, facts: FactMap = {}): Frame =>
  frameAnew(
    typicalCase(live.ruleSet, {
      ofCase: { requestingState: 'KZ', 'offence.maxPenaltyMonths': 60 },
      ofItem: {
        dataCategory: 'SUBSCRIBER',
        'provider.service': service,
        userPlace: 'KZ',
        identifiers: ['USERNAME someone'],
        ...facts,
      },
    }),
    { ...live, asOf: day, checks: 'ASSUMED' },
  );

const asked = (candidate: Rules, on = day): Asked =>
  new Asked({ live, candidate, day: on, checks: 'ASSUMED' });

describe('a case on file under a candidate', () => {
  it('is read anew as it was read first, where neither the day nor the registers are others', () => {
    const frame = frameOnFile('TikTok');
    expect(frameAnew(frame, { ...live, asOf: day, checks: 'ASSUMED' })).toEqual(frame);
  });

  it('is unchanged under the same rules', () => {
    expect(asked(live).onFile(frameOnFile('TikTok'))).toEqual({ kind: 'unchanged' });
  });

  it('has no baseline while nothing was determined, and is not guessed', () => {
    expect(asked(live).onFile(null).kind).toBe('no-baseline');
  });

  it('loses a route with a page that opened it, and the page is named', async () => {
    const candidate = changed(({ remove }) => remove('disclosure/P01-subscriber-data.yaml'));
    const frame = frameOnFile('TikTok');
    const { plan } = await determine({ ruleSet: live.ruleSet, frame, salt: 'test' });
    const met = asked(candidate).onFile(frame);
    const lost = plan.filter((route) => 'loses' in met && met.loses.includes(route));
    expect(met).toMatchObject({ kind: 'changed-plan', firstRule: 'P01' });
    expect(lost.length).toBeGreaterThan(0);
  });

  it('changes where a register entry does and no page: the addressee of a company', () => {
    const candidate = changed(({ change }) =>
      change('registers/providers/tiktok.yaml', 'TikTok Pte. Limited', 'TikTok Asia Limited'),
    );
    expect(asked(candidate).onFile(frameOnFile('TikTok')).kind).toBe('changed-plan');
    expect(asked(candidate).onFile(frameOnFile('Telegram')).kind).toBe('unchanged');
  });

  it('changes on the day on which a new figure begins and not before', () => {
    const candidate = changed(({ change }) =>
      change(
        'parameters/law.yaml',
        '- { from: "2000-01-01", value: 30 }',
        '- { from: "2000-01-01", value: 30 }\n      - { from: "2027-01-01", value: 300 }',
      ),
    );
    expect(laterDays(live.ruleSet, candidate.ruleSet, day)).toEqual(['2027-01-01']);
    const frame = frameOnFile('TikTok', {
      userPlace: 'KZ',
      'preservation.active': true,
      'preservation.daysLeft': 200,
    });
    expect(asked(candidate).onFile(frame).kind).toBe('unchanged');
    expect(asked(candidate, '2027-01-01').onFile(frame)).toMatchObject({ firstRule: 'S01' });
  });
});

describe('two rule sets held against each other', () => {
  it('tell a period that a duty names and that becomes shorter as a changed deadline', () => {
    const candidate = changed(({ change }) => change('parameters/law.yaml', 'value: 72', 'value: 48'));
    const comparison = new Comparison(ruleSetOn(live.ruleSet, day), ruleSetOn(candidate.ruleSet, day));
    const met = scenarioFrames.map(({ frame }) => comparison.of(onThatDay(frame), onThatDay(frame)));
    const kinds = new Set(met.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['unchanged', 'changed-deadline']));
    const deadline = met.find(({ kind }) => kind === 'changed-deadline');
    expect(deadline).toMatchObject({ firstRule: 'E09', gains: [], loses: [] });
  });

  it('tell a duty that one has and the other has not, and leave cases alone that do not meet it', () => {
    const candidate = changed(({ change }) =>
      change(
        'emergency/E07-smallest-set.yaml',
        'then:',
        'then:\n  - { duty: Telephone as well., who: DUTY_OFFICER }',
      ),
    );
    const comparison = new Comparison(ruleSetOn(live.ruleSet, day), ruleSetOn(candidate.ruleSet, day));
    const met = scenarioFrames.map(({ frame }) => comparison.of(onThatDay(frame), onThatDay(frame)));
    expect(new Set(met.map(({ kind }) => kind))).toEqual(new Set(['changed-otherwise', 'unchanged']));
    expect(met.find(({ kind }) => kind !== 'unchanged')).toMatchObject({ firstRule: 'E07', gains: [] });
  });

  it('tell a life cycle in which a clock is another as a changed deadline of no page', () => {
    const candidate = changed(({ change }) =>
      change('life-cycles/ART29.yaml', 'amount: 60, unit: day', 'amount: 90, unit: day'),
    );
    const comparison = new Comparison(ruleSetOn(live.ruleSet, day), ruleSetOn(candidate.ruleSet, day));
    const met = scenarioFrames.map(({ frame }) => comparison.of(onThatDay(frame), onThatDay(frame)));
    expect(met.find(({ kind }) => kind === 'changed-deadline')).toMatchObject({ firstRule: null });
  });

  it('tell a new question or blocker apart from another plan', () => {
    const candidate = changed(({ change }) =>
      change(
        'completeness/M06-address-details.yaml',
        'inForce: { from: "2000-01-01" }',
        'inForce: { from: "2040-01-01" }',
      ),
    );
    const back = new Comparison(ruleSetOn(candidate.ruleSet, day), ruleSetOn(live.ruleSet, day));
    const met = scenarioFrames.map(({ frame }) => back.of(onThatDay(frame), onThatDay(frame)));
    expect(met.some(({ kind }) => kind === 'new-blocker')).toBe(true);
    expect(met.every(({ kind }) => kind === 'new-blocker' || kind === 'unchanged')).toBe(true);
  });
});

const onThatDay = (frame: Frame): Frame => ({ ...frame, asOf: day, case: { ...frame.case, asOf: day } });

describe('facts on file under another rule set', () => {
  it('do not fit one that does not know a fact', () => {
    const { dictionary } = live.ruleSet;
    const without = new Map([...dictionary].filter(([id]) => id !== 'custodian.inFrontOfOrigin'));
    expect(misfits(live.ruleSet, { ...live.ruleSet, dictionary: without })).toEqual([
      'custodian.inFrontOfOrigin: is not known there',
    ]);
    expect(misfits(live.ruleSet, live.ruleSet)).toEqual([]);
  });
});
