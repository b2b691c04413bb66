import { describe, expect, it } from 'vitest';
import { judgeExample } from '../../rules/engine/index.js';
import { realRules } from './support/real-rules.js';

const { ruleSet } = realRules();
const pages = [...ruleSet.pages.values()];

/** Pages that read only what other pages conclude, or ask whether something is known: nothing about them can be unknown. */
const knownWhatever = new Set([
  'C03',
  'D01',
  'D71',
  'D74',
  'D76',
  'E01.selected',
  'E02',
  'E03',
  'E07',
  'E08',
  'E09',
  'E15',
  'E16',
  'F00.open',
  'F17',
  'F19',
  'F25',
  'G07',
  'G07.interpol',
  'G12.possible',
  'H01',
  'H04',
  'H05',
  'H06',
  'H07',
  'H08',
  'H10',
  'H11',
  'H12',
  'H14',
  'M05',
  'M09',
  'M10',
  'M13',
  'M15',
  'P08',
  'S13',
  'S16',
]);

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

  it('shows each page firing, not firing and, where a fact can be unknown, unknown', () => {
    const without = pages.flatMap((page) => {
      const kinds = new Set(page.examples.map(({ then }) => then));
      return (['fires', 'does-not-fire', 'unknown'] as const)
        .filter((kind) => !kinds.has(kind) && !(kind === 'unknown' && knownWhatever.has(page.id)))
        .map((kind) => `${page.id}: no example that is ${kind}`);
    });
    expect(without).toEqual([]);
  });

  it('excepts no page of which some answer can be missing', () => {
    const refuted = [...knownWhatever].flatMap((id) => {
      const page = ruleSet.pages.get(id);
      if (page === undefined) return [`${id} is no page`];
      return page.examples.flatMap((example) =>
        Object.keys(example.given)
          .filter((fact) => ruleSet.dictionary.get(fact)?.origin === 'stored')
          .filter((fact) => {
            const given = Object.fromEntries(Object.entries(example.given).filter(([one]) => one !== fact));
            return judgeExample(ruleSet, page, { ...example, given }) === 'unknown';
          })
          .map((fact) => `${id}: unknown without ${fact}`),
      );
    });
    expect(refuted).toEqual([]);
  });

  it('concludes every fact that the dictionary declares as concluded', () => {
    const concluded = new Set(
      pages.flatMap(({ then }) => then.flatMap((effect) => ('conclude' in effect ? [effect.conclude] : []))),
    );
    const declared = [...ruleSet.dictionary.values()].filter(({ origin }) => origin === 'concluded');
    expect(declared.map(({ id }) => id).filter((id) => !concluded.has(id))).toEqual([]);
  });

  it('and a page with a date in the law does not fire the day before', () => {
    const dayBefore = (day: string): string =>
      new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    const dated = pages.filter(({ inForce }) => inForce.from > '2000-01-01');
    expect(dated.length).toBeGreaterThan(0);
    const untold = dated.filter(
      ({ inForce, examples }) => !examples.some(({ on }) => on !== undefined && on < inForce.from),
    );
    expect(untold.map(({ id }) => `${id}: no example from before it was in force`)).toEqual([]);
    for (const page of dated)
      for (const example of page.examples.filter(({ then }) => then === 'fires'))
        expect(judgeExample(ruleSet, page, { ...example, on: dayBefore(page.inForce.from) })).toBe(
          'does-not-fire',
        );
  });
});
