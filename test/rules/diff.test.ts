import { describe, expect, it } from 'vitest';
import { loadRuleSet, loadRuleSetFrom } from '../../rules/engine/index.js';
import { loadRegisters } from '../../rules/engine/registers/index.js';
import type { WrittenCondition } from '../../rules/engine/schema/words.js';
import { Wording } from '../../rules/engine/wording/wording.js';
import { differenceOf } from '../../rules/workbench/diff/difference.js';
import { differenceLines } from '../../rules/workbench/diff/lines.js';
import { reachOf } from '../../rules/workbench/diff/reach.js';
import { aCandidate, type Candidate } from './support/a-candidate.js';
import { realRules } from './support/real-rules.js';

const live = realRules();
const day = '2026-11-30';

/** What the real rules and a changed copy of them differ in. */
function changed(change: (candidate: Candidate) => void) {
  const candidate = aCandidate();
  change(candidate);
  const after = {
    ruleSet: loadRuleSet(candidate.dir),
    registers: loadRegisters(`${candidate.dir}/registers`),
  };
  return differenceOf(live, after, 'en', day);
}

const s02 = 'securing/S02-article-29-is-open.yaml';

describe('two rule sets side by side', () => {
  it('are told to differ in nothing where they are the same rules, kept or in files', () => {
    const same = differenceOf(live, live, 'en', day);
    expect(differenceLines(same, new Wording(live.ruleSet, 'en')).at(-1)).toBe('Nothing differs.');
    const kept = { ruleSet: loadRuleSetFrom(JSON.parse(live.ruleSet.content)) };
    expect(differenceOf(live, kept, 'en', day)).toMatchObject({
      pages: [],
      parameters: [],
      facts: [],
      catalogue: [],
      lifeCycles: [],
      registers: null,
      texts: [],
    });
  });

  it('show a condition that was added in old and new words, and that the page then applies in fewer cases', () => {
    const { pages } = changed(({ change }) =>
      change(
        s02,
        '{ fact: preservation.needed, is: true }',
        '{ fact: preservation.needed, is: true }\n    - { fact: custodian.known, is: true }',
      ),
    );
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatchObject({
      page: 'S02',
      change: 'changed',
      from: null,
      means: ['It applies in fewer cases than before.'],
    });
    expect(pages[0]?.after).not.toBe(pages[0]?.before);
  });

  it('show a page that is gone with the routes it no longer opens', () => {
    const { pages } = changed(({ remove }) => remove('emergency/E10-child-hotline.yaml'));
    const gone = pages.find(({ page }) => page === 'E10');
    expect(gone).toMatchObject({ change: 'gone', after: null });
    expect(gone?.means.join()).toMatch(/^No longer: the route .* opens/);
  });

  it('show from which day a page begins later', () => {
    const { pages } = changed(({ change }) =>
      change('emergency/E10-child-hotline.yaml', 'from: "2000-01-01"', 'from: "2027-01-01"'),
    );
    expect(pages[0]).toMatchObject({ page: 'E10', change: 'changed', from: '2000-01-01' });
    expect(pages[0]?.means[0]).toContain('In force 2027-01-01');
  });

  it('tell of a period that becomes longer from a day, and which pages read it', () => {
    const { parameters } = changed(({ change }) =>
      change(
        'parameters/law.yaml',
        '- { from: "2000-01-01", value: 30 }',
        '- { from: "2000-01-01", value: 30 }\n      - { from: "2027-01-01", value: 45 }',
      ),
    );
    expect(parameters).toMatchObject([
      {
        parameter: 'preservation.window',
        from: '2027-01-01',
        before: 30,
        after: 45,
        means: 'more',
        unit: 'days',
      },
    ]);
    expect(parameters[0]?.readBy).toContain('S01');
  });

  it('name the place of a register entry that differs', () => {
    const { registers } = changed(({ change }) =>
      change('registers/states/KZ.yaml', 'status: invited', 'status: party\n    since: "2027-01-01"'),
    );
    expect(registers).toEqual([
      { at: 'states / KZ / treaties / budapest / 1 / status', before: 'invited', after: 'party' },
      { at: 'states / KZ / treaties / budapest / 1 / since', before: undefined, after: '2027-01-01' },
    ]);
  });

  it('set apart pages of which only the words differ', () => {
    const { pages } = changed(({ change }) => change(s02, 'title: ', 'title: Newly '));
    expect(pages).toMatchObject([{ page: 'S02', change: 'words', means: [] }]);
  });
});

describe('in which cases a condition holds after it was written anew', () => {
  const leaf = (fact: string): WrittenCondition => ({ fact, is: true });
  it.each<[string, WrittenCondition, WrittenCondition, string]>([
    ['one more condition beside a single one', leaf('a.b'), { all: [leaf('a.b'), leaf('c.d')] }, 'fewer'],
    ['one more way', { any: [leaf('a.b')] }, { any: [leaf('a.b'), leaf('c.d')] }, 'more'],
    [
      'one more way that is denied',
      { not: leaf('a.b') },
      { not: { any: [leaf('a.b'), leaf('c.d')] } },
      'fewer',
    ],
    [
      'a longer list inside a group',
      { all: [leaf('a.b'), { fact: 'c.d', in: ['X'] }] },
      { all: [leaf('a.b'), { fact: 'c.d', in: ['X', 'Y'] }] },
      'more',
    ],
    ['a higher threshold', { fact: 'a.b', atLeast: 12 }, { fact: 'a.b', atLeast: 24 }, 'fewer'],
    [
      'a later last day',
      { fact: 'a.b', onOrBefore: '2026-01-01' },
      { fact: 'a.b', onOrBefore: '2027-01-01' },
      'more',
    ],
    ['another reason and nothing else', leaf('a.b'), { ...leaf('a.b'), else: 'NO_DUE_CAUSE' }, 'same'],
    ['two things at once', { all: [leaf('a.b'), leaf('c.d')] }, { all: [leaf('e.f'), leaf('g.h')] }, 'other'],
    [
      'a degree of an enum, whose order words do not say',
      { fact: 'a.b', atLeast: 'HIGH' },
      { fact: 'a.b', atLeast: 'LOW' },
      'other',
    ],
  ])('%s', (_, before, after, expected) => {
    expect(reachOf(before, after)).toBe(expected);
  });
});
