import { describe, expect, it } from 'vitest';
import type { FactMap } from '../../contracts/determination.js';
import { branchesOf } from '../../rules/workbench/coverage/branches.js';
import { pathLine } from '../../rules/workbench/coverage/path-lines.js';
import { pathsOf, type Path } from '../../rules/workbench/coverage/paths.js';
import { Reading } from '../../rules/workbench/explain/condition.js';
import { Wording } from '../../rules/engine/wording/wording.js';
import type { WrittenCondition } from '../../rules/engine/schema/words.js';
import { aPage, aRuleSet, type PageParts } from './support/a-rule-set.js';
import { realRules } from './support/real-rules.js';
import { aCase } from './support/small-cases.js';

const leaf = (fact: string): WrittenCondition => ({ fact, is: true });
const branches = (condition: WrittenCondition): string[] =>
  branchesOf(condition).map(
    ({ met, because }) =>
      `${met ? 'met' : 'fails'}: ${because.map(({ leaf: { fact }, holds }) => `${holds ? '' : 'not '}${fact}`).join(' and ')}`,
  );

describe('the branches of a condition', () => {
  it('are one where all parts are needed, and one a part where each is enough', () => {
    expect(branches({ all: [leaf('a'), leaf('b')] })).toEqual([
      'met: a and b',
      'fails: not a',
      'fails: not b',
    ]);
    expect(branches({ any: [leaf('a'), leaf('b')] })).toEqual(['met: a', 'met: b', 'fails: not a and not b']);
  });

  it('turn round under a "not"', () => {
    expect(branches({ not: { all: [leaf('a'), leaf('b')] } })).toEqual([
      'met: not a',
      'met: not b',
      'fails: a and b',
    ]);
  });

  it('grow with the parts and not with their combinations', () => {
    const choice = (name: string): WrittenCondition => ({ any: [leaf(`${name}1`), leaf(`${name}2`)] });
    expect(branches({ all: [leaf('z'), choice('a'), choice('b')] })).toEqual([
      'met: a1',
      'met: a2',
      'met: b1',
      'met: b2',
      'fails: not z',
      'fails: not a1 and not a2',
      'fails: not b1 and not b2',
    ]);
  });
});

const reached = async (parts: PageParts, ...cases: readonly FactMap[]): Promise<Path[]> => {
  const ruleSet = aRuleSet({ 'gates/G01.yaml': aPage({ concerns: 'case', ...parts }) }).load();
  const worked = cases.map((facts, index) => ({
    id: `case ${index + 1}`,
    textKept: false,
    frame: aCase(facts),
  }));
  return pathsOf(ruleSet, worked, () => true);
};

const longOrLow = '{ any: [{ fact: offence.maxPenaltyMonths, atLeast: 12 }, { fact: volatility, is: LOW }] }';

describe('a branch', () => {
  const examples = [
    '{ says: it is long, given: { offence.maxPenaltyMonths: 12, volatility: HIGH }, then: fires }',
    '{ says: it is neither, given: { offence.maxPenaltyMonths: 0, volatility: HIGH }, then: does-not-fire }',
  ];
  const page = { concerns: 'item', when: longOrLow, examples } as const;

  it('is reached by the first example that comes out so, and otherwise by nothing', async () => {
    expect((await reached(page)).map(({ met, reachedBy }) => [met, reachedBy])).toEqual([
      [true, '"it is long"'],
      [true, null],
      [false, '"it is neither"'],
    ]);
  });

  it('is not reached by an example that leaves one of its comparisons in doubt', async () => {
    const [, low] = await reached({
      ...page,
      examples: [
        ...examples,
        '{ says: nobody knows, given: { offence.maxPenaltyMonths: 0 }, then: unknown }',
      ],
    });
    expect(low?.reachedBy).toBeNull();
  });

  it('is reached by a worked case, and of an effect only where its page fires', async () => {
    const guarded = {
      then: ['{ safeguard: SG_0, when: { fact: case.emergency, is: true } }'],
      examples: [
        '{ says: it fires, given: { offence.maxPenaltyMonths: 12 }, then: fires }',
        '{ says: it does not, given: { offence.maxPenaltyMonths: 6 }, then: does-not-fire }',
      ],
      when: '{ fact: offence.maxPenaltyMonths, atLeast: 12 }',
    };
    const ofEffect = async (...cases: readonly FactMap[]): Promise<(string | null)[]> =>
      (await reached(guarded, ...cases))
        .filter(({ of }) => of === 'then.0.when')
        .map(({ reachedBy }) => reachedBy);
    expect(await ofEffect({ 'offence.maxPenaltyMonths': 6, 'case.emergency': true })).toEqual([null, null]);
    expect(await ofEffect({ 'offence.maxPenaltyMonths': 24, 'case.emergency': true })).toEqual([
      'case 1',
      null,
    ]);
  });
});

describe('what nothing reaches', () => {
  it('is told in the words of the dictionary, with the effect that it is a condition of', () => {
    const { ruleSet } = realRules();
    const reading = new Reading(ruleSet, new Wording(ruleSet, 'en'), '2026-11-30');
    const path: Path = {
      page: 'G12',
      of: 'then.1.when',
      met: false,
      because: [{ leaf: { fact: 'case.emergency', is: true }, at: [0], holds: false }],
      reachedBy: null,
    };
    expect(pathLine(path, reading)).toBe(
      `G12 effect 2  never fails where: "somebody's life is in imminent danger and the data can avert it" must not be yes`,
    );
  });
});
