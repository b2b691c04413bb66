import { describe, expect, it } from 'vitest';
import { judgeExample } from '../../rules/engine/index.js';
import { realRules } from './support/real-rules.js';

const { ruleSet } = realRules();
const pages = [...ruleSet.pages.values()];

describe('every example on a rule page is true of the page', () => {
  it.each(pages)('$id $title', (page) => {
    const untrue = page.examples
      .map((example) => ({
        says: example.says,
        then: example.then,
        does: judgeExample(ruleSet, page, example),
      }))
      .filter(({ then, does }) => then !== does);
    expect(untrue).toEqual([]);
  });

  it('and a page with a date in the law does not fire the day before', () => {
    const dayBefore = (day: string): string =>
      new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    const dated = pages.filter(({ inForce }) => inForce.from > '2000-01-01');
    expect(dated.length).toBeGreaterThan(0);
    for (const page of dated)
      for (const example of page.examples.filter(({ then }) => then === 'fires'))
        expect(judgeExample(ruleSet, page, { ...example, on: dayBefore(page.inForce.from) })).toBe(
          'does-not-fire',
        );
  });
});
