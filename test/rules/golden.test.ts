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

  for (const id of scenarioIds)
    for (const language of goldenLanguages)
      it(`${id} in ${language}`, async () => {
        expect(await textOf(id, language)).toBe(goldenOf(id, language));
      });
});
