import { describe, expect, it } from 'vitest';
import { factsMade, factsOfPage } from '../../rules/engine/rule-set/dependencies.js';
import { loadRuleSet, type RuleSet } from '../../rules/engine/index.js';
import { aPage, aRuleSet } from './support/a-rule-set.js';
import { rulesDir } from './support/real-rules.js';

/** Level on which a page is judged, or a fact worked out. */
function levelOf({ strata }: RuleSet, name: string): number {
  const level = strata.findIndex(({ facts, pages }) => facts.includes(name) || pages.includes(name));
  if (level < 0) throw new Error(`${name} is on no level`);
  return level;
}

const concludes = (id: string, fact: string, when: string): string =>
  aPage({ id, when, then: [`{ conclude: ${fact}, is: true }`] });

describe('pages are ordered by what they read and conclude', () => {
  it('a page stands above the page that concludes what it reads, whatever chapter and name they have', () => {
    const rules = aRuleSet({
      'a/G01.yaml': aPage({
        id: 'G01',
        when: '{ fact: direct.possible, is: true }',
        then: ['{ open: MLA }'],
      }),
      'b/G02.yaml': concludes('G02', 'direct.possible', '{ fact: preservation.needed, is: true }'),
      'c/G03.yaml': concludes('G03', 'preservation.needed', '{ fact: volatility, is: HIGH }'),
    }).load();
    const levels = ['G03', 'preservation.needed', 'G02', 'direct.possible', 'G01'].map((name) =>
      levelOf(rules, name),
    );
    expect(levels).toEqual([...levels].sort());
    expect(levelOf(rules, 'G03')).toBeLessThan(levelOf(rules, 'G02'));
    expect(levelOf(rules, 'G02')).toBeLessThan(levelOf(rules, 'G01'));
  });

  it('a page that reads what is planned stands above the pages that open, shut and remove it', () => {
    const rules = aRuleSet({
      'a/G01.yaml': aPage({ id: 'G01', when: '{ fact: route.MLA.planned, is: true }' }),
      'b/G02.yaml': aPage({ id: 'G02', then: ['{ open: MLA }'] }),
      'b/G03.yaml': aPage({ id: 'G03', then: ['{ shut: MLA, reason: BLOCKED }'] }),
      'b/G04.yaml': aPage({
        id: 'G04',
        then: [
          '{ block: TIP_OFF, stage: remove, scope: ALL, cure: { fact: authorisation.obtained, is: COURT, by: [PROSECUTOR] } }',
        ],
      }),
    }).load();
    for (const below of ['G02', 'G03', 'G04'])
      expect(levelOf(rules, below)).toBeLessThan(levelOf(rules, 'G01'));
  });

  it('pages that read nothing of each other share a level', () => {
    const rules = aRuleSet({
      'a/G01.yaml': aPage({ id: 'G01' }),
      'a/G02.yaml': aPage({ id: 'G02', when: '{ fact: volatility, is: LOW }' }),
    }).load();
    expect(levelOf(rules, 'G01')).toBe(levelOf(rules, 'G02'));
  });

  it('in the real rules every page stands above what it reads and below what it makes', () => {
    const rules = loadRuleSet(rulesDir);
    const levels = new Map(
      rules.strata.flatMap(({ facts, pages }, level) =>
        [...facts, ...pages].map((name) => [name, level] as const),
      ),
    );
    const level = (name: string): number => levels.get(name) ?? Number.NaN;
    for (const page of rules.pages.values()) {
      for (const fact of factsOfPage(page, rules.catalogue))
        expect(level(page.id), `${page.id} reads ${fact}`).toBeGreaterThanOrEqual(level(fact));
      for (const fact of factsMade(page, rules.catalogue))
        expect(level(fact), `${page.id} makes ${fact}`).toBeGreaterThan(level(page.id));
    }
  });
});

describe('pages that read each other in a ring are refused with the ring', () => {
  it('two pages that conclude what the other reads', () => {
    const rules = aRuleSet({
      'a/G01.yaml': concludes('G01', 'direct.possible', '{ fact: preservation.needed, is: true }'),
      'a/G02.yaml': concludes('G02', 'preservation.needed', '{ fact: direct.possible, is: true }'),
    });
    const [fault, ...others] = rules.faults();
    expect(others).toEqual([]);
    expect(fault?.split('  ')[0]).toBe(rules.at('a/G01.yaml', '{ fact: preservation.needed'));
    for (const member of ['rule G01', 'preservation.needed', 'rule G02', 'direct.possible'])
      expect(fault).toContain(member);
    expect(fault).toMatch(/no order of evaluation exists: (.+?) -> .* -> \1$/);
  });

  it('a page that opens a route because it is not planned', () => {
    const rules = aRuleSet({
      'a/G01.yaml': aPage({ when: '{ fact: route.MLA.planned, is: false }', then: ['{ open: MLA }'] }),
    });
    expect(rules.faults()).toEqual([
      expect.stringMatching(/^a\/G01\.yaml:\d+:\d+ {2}no order of evaluation exists: .*route\.MLA\.planned/),
    ]);
  });

  it('a blocker that removes what it reads as planned', () => {
    const rules = aRuleSet({
      'a/G01.yaml': aPage({
        when: '{ fact: route.MLA.removed, is: false }',
        then: [
          '{ block: TIP_OFF, stage: remove, scope: PROVIDER, cure: { fact: authorisation.obtained, is: COURT, by: [PROSECUTOR] } }',
          '{ block: TIP_OFF, stage: remove, scope: ALL, cure: { fact: authorisation.obtained, is: COURT, by: [PROSECUTOR] } }',
        ],
      }),
    });
    expect(rules.faults()).toEqual([expect.stringContaining('route.MLA.removed')]);
  });

  it('a derived fact in the ring is named too', () => {
    const rules = aRuleSet({
      'a/G01.yaml': aPage({
        id: 'G01',
        when: '{ fact: case.emergency, is: true }',
        then: ['{ conclude: preservation.needed, is: true }'],
      }),
      'a/G02.yaml': aPage({
        id: 'G02',
        concerns: 'case',
        when: '{ fact: case.anyNeeded, is: true }',
        then: ['{ conclude: case.emergency, is: true }'],
      }),
      'facts.yaml': factsWithARing(),
    });
    expect(rules.faults()).toEqual([expect.stringContaining('case.anyNeeded')]);
  });
});

const factsWithARing = (): string => `stored:
  - { id: offence.maxPenaltyMonths, scope: case, type: integer, question: Which penalty?, setBy: [PROSECUTOR], whenUnknown: 0 }
derived:
  - { id: case.anyNeeded, scope: case, type: boolean, derive: { over: { items: any, fact: preservation.needed, is: true } } }
concluded:
  - { id: case.emergency, scope: case, type: boolean, concluded: true, else: false }
  - { id: preservation.needed, scope: item, type: boolean, concluded: true, else: false }
`;
