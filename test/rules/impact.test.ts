import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decidedOn,
  differenceBetween,
  Impact,
  impactOn,
  parts,
  watchOf,
  type Layout,
} from '../../rules/engine/batch/index.js';
import { loadRuleSetFrom, ruleSetOn, type RuleSet } from '../../rules/engine/index.js';
import type { Frame } from '../../contracts/determination.js';
import { randomFrame, realRules, scenarioFrames } from './support/real-cases.js';

type Content = { pages: { id: string; when: object; then: object[] }[] };

/** The real rules with their pages changed. */
function changed(change: (pages: Content['pages']) => Content['pages']): RuleSet {
  const content = JSON.parse(realRules.content) as Content;
  return loadRuleSetFrom({ ...content, pages: change(content.pages) });
}

/** As it was kept, like every candidate: canonical text forgets in which order the variants of a route were written. */
const live = changed((pages) => pages);
const ids = [...live.pages.keys()];
const without = (...some: readonly string[]) =>
  changed((pages) => pages.filter(({ id }) => !some.includes(id)));
const turned = (one: string) =>
  changed((pages) => pages.map((page) => (page.id === one ? { ...page, when: { not: page.when } } : page)));

/** What two rule sets come to for one case, by deciding it under both. */
function expected(candidate: RuleSet, frame: Frame): boolean {
  const before = decidedOn(ruleSetOn(live, frame.asOf), frame);
  const other = decidedOn(ruleSetOn(candidate, frame.asOf), frame);
  return differenceBetween({ ...before, firedRules: [] }, { ...other, firedRules: [] }) !== null;
}

function found(impact: Impact, frame: Frame): number {
  const items = Int32Array.of(frame.items.length);
  return impact.on({ cells: impact.layout.pack(frame), items })[0] ?? 0;
}

const onDay = (candidate: RuleSet, day: string): Impact =>
  new Impact(ruleSetOn(live, day), ruleSetOn(candidate, day));

const terms = 1 << parts.indexOf('terms');

describe('the impact of a change of rules', () => {
  it('is where the two rule sets come to different outcomes, and nowhere else', () => {
    let differing = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...ids),
        fc.boolean(),
        fc.array(randomFrame, { minLength: 8, maxLength: 16 }),
        (page, turns, frames) => {
          const candidate = turns ? turned(page) : without(page);
          const impacts = new Map<string, Impact>();
          for (const frame of frames) {
            const impact = impacts.get(frame.asOf) ?? onDay(candidate, frame.asOf);
            impacts.set(frame.asOf, impact);
            const differs = (found(impact, frame) & ~terms) !== 0;
            expect(differs).toBe(expected(candidate, frame));
            if (differs) differing += 1;
          }
        },
      ),
      { numRuns: 12 },
    );
    expect(differing).toBeGreaterThan(0);
  }, 240_000);

  it('of a second page that opens the same step is none: the step is one', () => {
    const candidate = changed((pages) =>
      pages.flatMap((page, index) =>
        page.then.some((effect) => 'open' in effect)
          ? [page, { ...page, id: `S07.${'x'.repeat(index + 1)}` }]
          : [page],
      ),
    );
    for (const { frame } of scenarioFrames) expect(found(onDay(candidate, frame.asOf), frame)).toBe(0);
  });

  it('of a page of which only the words change is none', () => {
    const candidate = changed((pages) => pages.map((page) => ({ ...page, title: 'Other words' })));
    for (const { frame } of scenarioFrames) {
      const impact = onDay(candidate, frame.asOf);
      expect(found(impact, frame)).toBe(0);
    }
  });

  it('is not read off the pages where the catalogue changes too', () => {
    const content = JSON.parse(realRules.content) as {
      catalogue: { routes: { order?: number; rows: { order: number }[] }[] };
    };
    const [first, ...routes] = content.catalogue.routes;
    const rows = first?.rows.map((row) => ({ ...row, order: row.order + 1 }));
    const candidate = loadRuleSetFrom({
      ...content,
      catalogue: { ...content.catalogue, routes: [{ ...first, rows }, ...routes] },
    });
    const day = scenarioFrames[0]?.frame.asOf ?? '';
    expect(watchOf(ruleSetOn(realRules, day), ruleSetOn(live, day))?.watchers.size).toBe(0);
    expect(watchOf(ruleSetOn(realRules, day), ruleSetOn(candidate, day))).toBeUndefined();
  });

  it('is the same with another thread as without one, case by case', async () => {
    const frames = fc.sample(randomFrame, { numRuns: 40, seed: 7 });
    const candidate = without(...ids.filter((id) => /^[LS]/.test(id)));
    const on = async (threads: number): Promise<number[]> => {
      const differing: number[] = [];
      await impactOn({
        live,
        candidate,
        asOf: scenarioFrames[0]?.frame.asOf ?? '',
        threads,
        cases: (layout) => inChunks(layout, frames),
        found: (first, differs) => differs.forEach((bits, at) => (differing[first + at] = bits)),
      });
      return differing;
    };
    const alone = await on(1);
    expect(alone).toHaveLength(10 * frames.length);
    expect(alone.some((bits) => bits !== 0)).toBe(true);
    expect(await on(2)).toEqual(alone);
  }, 120_000);
});

/** Every case ten times over, each time for another addressee that no rule names; another thread is sent the first two. */
function* inChunks(layout: Layout, frames: readonly Frame[]) {
  for (let round = 0; round < 10; round++)
    for (const frame of frames) {
      const items = frame.items.map((item) => ({
        ...item,
        facts: { ...item.facts, 'provider.name': `P${round}` },
      }));
      yield { cells: layout.pack({ ...frame, items }), items: Int32Array.of(items.length) };
    }
}
