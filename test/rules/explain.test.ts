import { describe, expect, it } from 'vitest';
import type { languages } from '../../rules/engine/index.js';
import { explainPage } from '../../rules/workbench/explain/page.js';
import { explainRoute } from '../../rules/workbench/explain/route.js';
import { realRules } from './support/real-rules.js';

const { ruleSet } = realRules();
const pageOf = (id: string, language: (typeof languages)[number] = 'en') => {
  const page = ruleSet.pages.get(id);
  if (page === undefined) throw new Error(`no page ${id}`);
  return explainPage(page, ruleSet, language, '2026-11-30');
};

describe('a page read out', () => {
  it('is one sentence of its conditions and effects, groups in brackets, figures with their unit and name', () => {
    expect(pageOf('S01').means).toMatch(
      /^If "the item may be preserved" must be yes, and .*\("the data are already preserved" must be no, or \(.*"the days left of a running preservation" must be at most "A preservation that ends within this time is renewed or replaced" \(30 days; preservation\.window\)\).*, then "preservation is needed" becomes yes\.$/,
    );
  });

  it('tells of every fact it reads who says it, or which pages make it', () => {
    const { reads } = pageOf('S02');
    expect(reads).toContainEqual({
      fact: 'preservation.needed',
      named: 'preservation is needed',
      from: 'concluded by other pages',
      madeBy: ['S01'],
    });
    expect(reads.find(({ fact }) => fact === 'intendMla.stated')?.from).toBe('prosecutor');
  });

  it('dates its law and names the pages that rest on it', () => {
    const { law, readBy } = pageOf('S02');
    expect(law[0]).toMatchObject({ cited: 'Budapest Convention, 29(1)-(3)', verifiedOn: '2026-11-21' });
    expect(readBy).toContain('S04');
  });

  it('leaves no label and no empty place in any page, in English and in Russian', () => {
    const broken = [...ruleSet.pages.keys()].flatMap((id) =>
      (['en', 'ru'] as const)
        .map((language) => pageOf(id, language).means)
        .filter((means) => /\{\w+\}|\bpage\.\w|\bword\.\w|must be ,|\[en\]|\.\./.test(means))
        .map((means) => `${id}: ${means}`),
    );
    expect(broken).toEqual([]);
  });
});

describe('a route read out', () => {
  it('names the pages that open, shut, remove and hold it, in the order in which they are evaluated', () => {
    const pages = explainRoute('ART29', ruleSet, 'en')?.pages ?? [];
    const of = (bearing: string) => pages.filter((one) => one.bearing === bearing).map(({ page }) => page);
    expect(of('opens')).toEqual(expect.arrayContaining(['S04', 'S07']));
    expect(of('shuts')).toEqual(expect.arrayContaining(['S09', 'S11']));
    expect(of('removes')).toEqual(expect.arrayContaining(['G01', 'G26']));
    expect(of('holds')).toContain('G13');
  });

  it('is undefined where the catalogue has no such route', () => {
    expect(explainRoute('ART31', ruleSet, 'en')).toBeUndefined();
  });
});
