import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FactMap, FactValue } from '../../contracts/determination.js';
import { loadRuleSet, ruleSetOn } from '../../rules/engine/index.js';
import type { FactEntry } from '../../rules/engine/rule-set/dictionary.js';
import { readRules } from '../../rules/engine/load/load.js';
import { analyse, type AnalysisCheck } from '../../rules/workbench/analyse/analyse.js';
import { Asking } from '../../rules/workbench/analyse/ask.js';
import { seen, type Facts } from '../../rules/workbench/analyse/case.js';
import { nameOf } from '../../rules/workbench/analyse/terms.js';
import { Encoding } from '../../rules/workbench/analyse/encoding.js';
import { shownIn } from '../../rules/workbench/analyse/findings.js';
import { readSettled, unsettled } from '../../rules/workbench/analyse/settled.js';
import { openSolver, type Solver, type Truth } from '../../rules/workbench/analyse/solver.js';
import { isListType } from '../../rules/workbench/analyse/stated.js';
import { aPage, aRuleSet, type Files } from './support/a-rule-set.js';
import { rulesDir } from './support/real-rules.js';

const day = '2026-12-01';
const bounded: AnalysisCheck[] = ['unreachable', 'implied', 'value-dead', 'gap'];

/** Findings of a small rule set, as `check about`, with the cases that show them. */
async function findingsOf(files: Files, only?: AnalysisCheck[]) {
  const written = aRuleSet(files);
  const { wrong } = await analyse(written.load(), day, 5000, only);
  return shownIn(wrong, readRules(written.dir));
}

describe('the rules of the office, over every case', () => {
  it('have no gap, and each finding has its reason', { timeout: 240_000 }, async () => {
    const { wrong, asked } = await analyse(loadRuleSet(rulesDir), day, 20_000, bounded);
    const found = shownIn(wrong, readRules(rulesDir));
    expect(unsettled(found, readSettled(rulesDir), bounded)).toEqual({ open: [], idle: [] });
    expect(asked).toBeGreaterThan(400);
  });
});

describe('what is found of every case', () => {
  it('names what a page never says', async () => {
    const found = await findingsOf(
      {
        'gates/G01.yaml': aPage({
          then: ['{ safeguard: SG_0, when: { not: { fact: offence.maxPenaltyMonths, atLeast: 0 } } }'],
        }),
      },
      ['unreachable'],
    );
    expect(found).toMatchObject([{ check: 'unreachable', about: 'G01 then.0', file: 'gates/G01.yaml' }]);
  });

  it('names a page that says what another has said in every such case, and not the other way round', async () => {
    const found = await findingsOf(
      {
        'gates/G01.yaml': aPage({ when: '{ fact: offence.maxPenaltyMonths, atLeast: 12 }' }),
        'gates/G02.yaml': aPage({ id: 'G02', when: '{ fact: offence.maxPenaltyMonths, atLeast: 6 }' }),
      },
      ['implied'],
    );
    expect(found.map(({ about }) => about)).toEqual(['G01 then.0 by G02 then.0']);
  });

  it('shows a case in which one page opens a route and another takes it away', async () => {
    const files = {
      'gates/G01.yaml': aPage({
        when: '{ fact: offence.maxPenaltyMonths, atLeast: 12 }',
        then: ['{ open: MLA }'],
      }),
      'gates/G02.yaml': aPage({
        id: 'G02',
        when: '{ fact: offence.maxPenaltyMonths, atLeast: 24 }',
        then: ['{ shut: MLA, reason: NOT_NEEDED }'],
      }),
    };
    const [found, ...others] = await findingsOf(files, ['opens-and-shuts']);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ about: 'MLA G01 G02', file: 'gates/G02.yaml' });
    const { barred } = await seen(
      ruleSetOn(aRuleSet(files).load(), day),
      found?.case ?? { case: {}, item: {} },
    );
    expect([...barred]).toEqual(['MLA G01 G02']);
    expect(Number(found?.case?.case['offence.maxPenaltyMonths'])).toBeGreaterThanOrEqual(24);
  });

  it('shows a case that gets neither a route nor a reason', async () => {
    const found = await findingsOf(
      {
        'gates/G01.yaml': aPage({
          when: '{ fact: offence.maxPenaltyMonths, atLeast: 12 }',
          then: ['{ open: MLA }'],
        }),
      },
      ['gap'],
    );
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ check, level }) => check === 'gap' && level === 'error')).toBe(true);
  });

  it('is undecided, never fine, where the time does not suffice', async () => {
    const { wrong } = await analyse(loadRuleSet(rulesDir), day, 1, ['gap']);
    expect(wrong.length).toBeGreaterThan(0);
    expect(wrong.every((told) => told.is === 'undecided')).toBe(true);
    const [shown] = shownIn(wrong, readRules(rulesDir));
    expect(shown).toMatchObject({ check: 'undecided', level: 'error' });
  });
});

describe('the encoding', () => {
  const rules = ruleSetOn(loadRuleSet(rulesDir), day);
  let solver: Solver;
  let encoding: Encoding;
  beforeAll(async () => {
    solver = await openSolver(20_000);
    encoding = new Encoding(solver.z, rules);
  });
  afterAll(() => solver.close());

  it(
    'says of any case what the engine says: effects, planned routes and the end',
    { timeout: 240_000 },
    async () => {
      const { effects, z } = encoding;
      const families = [...rules.ruleSet.catalogue.byFamily.keys()];
      const said = effects.all.map((place) => ({ name: nameOf(place), truth: effects.says(place) }));
      const planned = families.map((family) => ({
        family,
        truth: z.Or(...effects.candidates(family).map((one) => effects.isPlanned(one))),
      }));
      const ended = encoding.is('case.ended', true);
      solver.assume(encoding.stated.newAxioms());
      await fc.assert(
        fc.asyncProperty(anyCase(encoding), async (facts) => {
          const answer = await solver.isThereACase(...asTruths(encoding, facts));
          if (answer.is !== 'refuted') throw new Error(`the solver knows no such case: ${answer.is}`);
          const { model } = answer;
          const one = await seen(rules, facts);
          expect(said.filter(({ truth }) => model.truth(truth)).map(({ name }) => name)).toEqual(
            said.map(({ name }) => name).filter((name) => one.says.has(name)),
          );
          expect(model.truth(ended)).toBe(one.ended);
          const routes = new Set([...one.planned].map((route) => route.split(':')[0]));
          if (!one.ended)
            expect(planned.filter(({ truth }) => model.truth(truth)).map(({ family }) => family)).toEqual(
              families.filter((family) => routes.has(family)),
            );
        }),
        { numRuns: 60 },
      );
    },
  );

  it('proves nothing by a case that the engine does not confirm', async () => {
    const told = await new Asking(solver, encoding).tell({
      check: 'gap',
      about: 'a lie',
      at: { fact: 'dataCategory' },
      says: 'something is wrong',
      wrongIf: 'some-case',
      asks: () => [solver.z.Bool.val(true)],
      agrees: () => false,
    });
    expect(told.is).toBe('undecided');
  });
});

/** Cases of one item with some facts stated, within what the dictionary allows. */
function anyCase({ rules, wordsOf }: Encoding): fc.Arbitrary<Facts> {
  const stored = [...rules.ruleSet.dictionary.values()].filter(
    (entry) =>
      entry.origin === 'stored' &&
      entry.forDocuments !== true &&
      entry.type !== 'identifiers' &&
      entry.id !== 'asOf',
  );
  const of = (scope: 'case' | 'item'): fc.Arbitrary<FactMap> => {
    const facts = stored.filter((entry) => entry.scope === scope);
    const needed = facts.filter((entry) => 'whenUnknown' in entry && isRefused(entry.whenUnknown));
    return fc.record(Object.fromEntries(facts.map((entry) => [entry.id, valueOf(entry, wordsOf(entry))])), {
      requiredKeys: needed.map(({ id }) => id),
    });
  };
  return fc.record({ case: of('case'), item: of('item') });
}

const isRefused = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'refuse' in value;

function valueOf(entry: FactEntry, words: readonly string[]): fc.Arbitrary<FactValue> {
  if (isListType(entry)) return fc.subarray([...words]);
  if (entry.values !== undefined) return fc.constantFrom(...entry.values);
  if (entry.type === 'boolean') return fc.boolean();
  if (entry.type === 'integer')
    return fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 1000 }));
  if (entry.type === 'state') return fc.constantFrom('KZ', 'NL', 'US');
  if (entry.type === 'date')
    return fc.constantFrom('2026-01-01', '2026-10-31', '2026-12-01', '2026-12-20', '2027-06-01');
  return fc.constantFrom('one', 'another');
}

/** The case as the solver reads it: every stated fact has its value or is unknown. */
function asTruths(encoding: Encoding, facts: Facts): Truth[] {
  const { z, stated, rules } = encoding;
  return [...rules.ruleSet.dictionary.values()].flatMap((entry): Truth[] => {
    if (entry.origin !== 'stored' || entry.forDocuments === true || entry.type === 'identifiers') return [];
    if (entry.id === 'asOf') return [];
    const { known, members } = stated.of(entry);
    const value = facts[entry.scope][entry.id];
    if (value === undefined) return [z.Not(known)];
    if (Array.isArray(value))
      return [
        known,
        ...[...members].map(([word, member]) => (value.includes(word) ? member : z.Not(member))),
      ];
    return [known, encoding.is(entry.id, value)];
  });
}
