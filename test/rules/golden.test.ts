import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { goldenLanguages, goldenOf, scenarioIds, textOf } from './support/golden.js';

/** What a text says of a step of its plan. */
function stepOf(id: string, number: number): string {
  const [, plan = ''] = goldenOf(id, 'en').split('\nPlan:');
  const [, rest = ''] = plan.split(`\n  ${number}. `);
  return rest.split(/\n {2}\S|\n\n/)[0] ?? '';
}

describe('The text of a worked scenario is the one that was read and kept', () => {
  it('has a kept text for every scenario and language, and for nothing else', () => {
    const kept = readdirSync(new URL('./golden', import.meta.url)).filter((name) => name.endsWith('.txt'));
    expect(scenarioIds).toHaveLength(28);
    expect(kept.sort()).toEqual(
      scenarioIds.flatMap((id) => goldenLanguages.map((language) => `${id}.${language}.txt`)).sort(),
    );
  });

  it('promises no step on its signature alone while a text of it is still to be written', () => {
    const lines = scenarioIds.flatMap((id) => goldenOf(id, 'en').split('\n'));
    const signed = lines.filter((line) => line.startsWith('  - May leave as soon as it is signed'));
    expect(signed.length).toBeGreaterThan(10);
    expect(signed.filter((line) => line.includes('still to be written'))).toEqual([]);
    const unwritten = lines.filter((line) => line.includes('still to be written'));
    expect(unwritten.filter((line) => !line.includes('by case officer or duty officer'))).toEqual([]);
  });

  it('says once what stands in the way, with the routes it takes away', () => {
    for (const id of scenarioIds) {
      const [, part = ''] = goldenOf(id, 'en').split('\nWhat stands in the way:\n');
      const lines = part === '' ? [] : (part.split('\n\n')[0] ?? '').split('\n');
      expect(lines.filter((line) => !line.includes('It takes away: '))).toEqual([]);
      expect([...new Set(lines)]).toEqual(lines);
    }
  });

  it('says at the step what has to be done before it leaves, and what it does not wait for', () => {
    expect(stepOf('SC06', 3)).toContain('an emergency request does not wait for it');
    expect(stepOf('SC07', 1)).toContain(
      'Before it leaves: case officer: Attach the order and its translation. (P04)',
    );
    expect(stepOf('SC20', 1)).toContain(
      'Before it leaves: channel unit: Check that the offence is within the agreement',
    );
  });

  it('addresses no step to nobody, and never says that the user is likely to be told and that this is not known', () => {
    const lines = scenarioIds.flatMap((id) => goldenOf(id, 'en').split('\n'));
    expect(lines.filter((line) => line.includes('to nobody'))).toEqual([]);
    expect(lines.filter((line) => /user (may be|is likely to be) told/.test(line))).toEqual([]);
    expect(stepOf('SC32', 1)).toContain('nobody abroad is asked');
  });

  it('gives an answer no wider use than a rule further down leaves it', () => {
    expect(stepOf('SC40', 1)).toContain('Use: to save a life only; it stays sealed from every criminal file');
    expect(stepOf('SC35', 1)).toContain(
      'Use: usable in court once it comes in the form that our court needs',
    );
  });

  it('tells a route that nothing asks for from one whose item is settled, and from one that another serves', () => {
    const shut = (id: string, route: string): string =>
      goldenOf(id, 'en')
        .split('\n')
        .find((line) => line.startsWith('  - ') && line.includes(`[${route}]`)) ?? '';
    expect(shut('SC32', 'MLA')).toContain('The route becomes due if');
    expect(shut('SC32', 'PROV_PRES')).toContain('The item is settled without this route.');
    expect(shut('SC06', 'PROV_DISC')).toContain('Another route serves the item');
    expect(shut('SC06', 'OSINT')).toContain('Nothing in this case gives ground for the route');
  });

  it('compares levels in words, and gives an urgent request one way of sending', () => {
    expect(goldenOf('SC22', 'en')).toContain("must not be at least a prosecutor's authorisation");
    expect(goldenOf('SC13', 'en')).not.toContain('by e-mail with security');
    expect(goldenOf('SC13', 'en')).toContain('Send by the diplomatic channel');
  });

  it('names no change that nobody would make', () => {
    for (const id of scenarioIds) {
      expect(goldenOf(id, 'en')).not.toContain('a member of the European Union" becomes yes');
      expect(goldenOf(id, 'en')).not.toContain('has consented in writing" (I1) becomes no');
    }
  });

  it('says when working time begins wherever a clock runs in it', () => {
    const silent = scenarioIds.filter((id) => {
      const [, short = ''] = goldenOf(id, 'en').split('\nIn short:\n');
      const part = short.split('\n\n')[0] ?? '';
      return /within \d+ working (hours|days)/.test(part) && !part.includes('2026-11-21 is a Saturday');
    });
    expect(silent).toEqual([]);
    expect(goldenOf('SC28', 'en')).toContain('working hours and working days begin on 2026-11-23');
    expect(goldenOf('SC25', 'en')).toContain('no calendar of DK is on file');
  });

  it('cites the law of a State only where the custodian is under it', () => {
    expect(goldenOf('SC11', 'en')).toContain('law of RU, as the register records it');
    expect(goldenOf('SC11', 'en')).not.toMatch(/China|Swiss/);
  });

  for (const id of scenarioIds)
    for (const language of goldenLanguages)
      it(`${id} in ${language}`, async () => {
        expect(await textOf(id, language)).toBe(goldenOf(id, language));
      });
});
