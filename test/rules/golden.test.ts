import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { goldenLanguages, goldenOf, scenarioIds, textOf } from './support/golden.js';

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
