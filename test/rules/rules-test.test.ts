import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { frameFromScenario, scenarioOf } from '../../rules/engine/index.js';
import { boundaries, temporalGrid } from '../../rules/workbench/coverage/grid.js';
import { held, readSurvivors } from '../../rules/workbench/mutation/survivors.js';
import { mutate } from '../../rules/workbench/mutation/trial.js';
import { aPage, aRuleSet } from './support/a-rule-set.js';
import { examplesDir, realRules, rulesDir, scenarios } from './support/real-rules.js';
import { aCase } from './support/small-cases.js';

const { ruleSet, registers } = realRules();
const typical = scenarios().map(({ id, facts }) => ({
  id,
  frame: frameFromScenario(ruleSet, registers, facts),
}));
const worked = readdirSync(examplesDir)
  .filter((name) => name.endsWith('.json'))
  .map((name) => scenarioOf(JSON.parse(readFileSync(join(examplesDir, name), 'utf8'))))
  .map(({ id, facts }) => ({
    id,
    textKept: /^SC\d\d$/.test(id),
    frame: frameFromScenario(ruleSet, registers, facts),
  }));

describe('typical cases on every day on which the law changes', () => {
  it('are each served or told why not', { timeout: 240_000 }, async () => {
    const grid = await temporalGrid(ruleSet, typical);
    expect(grid.holes).toEqual([]);
    expect(grid.days).toContain('2026-08-17');
    expect(grid.days).toContain('2026-08-18');
  });

  it('find a figure that begins later than the page that names it', async () => {
    const pages = aRuleSet({
      'gates/G01.yaml': aPage({
        inForce: '{ from: "2001-01-01" }',
        when: '{ fact: preservation.daysLeft, atMost: { parameter: preservation.window } }',
      }),
    }).load();
    const late = {
      ...pages,
      parameters: new Map(
        [...pages.parameters].map(([id, one]) => [
          id,
          id === 'preservation.window' ? { ...one, values: one.values.slice(1) } : one,
        ]),
      ),
    };
    expect(boundaries(late)).toContain('2001-01-01');
    const { holes } = await temporalGrid(late, [{ id: 'a case', frame: aCase() }]);
    expect(holes[0]).toMatchObject({ id: 'a case', day: '2001-01-01' });
    expect(holes[0]?.says).toMatch(/do not reach back to 2001-01-01/);
  });

  it('find two values for one conclusion', async () => {
    const conclude = (id: string, is: boolean) =>
      aPage({ id, concerns: 'case', then: [`{ conclude: case.emergency, is: ${is} }`] });
    const two = aRuleSet({
      'gates/G01.yaml': conclude('G01', true),
      'gates/G02.yaml': conclude('G02', false),
    });
    await expect(temporalGrid(two.load(), [{ id: 'a case', frame: aCase() }])).rejects.toThrow(
      /case\.emergency/,
    );
  });
});

describe('a page turned wrong', () => {
  it(
    'is noticed by an example or a worked case, or a lawyer has said why not',
    { timeout: 600_000 },
    async () => {
      const { mutants, survivors } = await mutate(ruleSet, worked);
      expect(mutants).toBeGreaterThan(1300);
      const { unsettled, idle } = held(survivors, readSurvivors(rulesDir), () => true);
      expect({ unsettled, idle }).toEqual({ unsettled: [], idle: [] });
    },
  );

  it('survives where no example holds a part of its condition, and where no case sees its effect', async () => {
    const loose = aRuleSet({
      'gates/G01.yaml': aPage({
        when: '{ any: [{ fact: offence.maxPenaltyMonths, atLeast: 12 }, { fact: volatility, is: LOW }] }',
        then: ['{ safeguard: SG_0 }', '{ safeguard: SG_1 }'],
        examples: [
          '{ says: it fires, given: { offence.maxPenaltyMonths: 12, volatility: HIGH }, then: fires }',
          '{ says: it does not, given: { offence.maxPenaltyMonths: 0, volatility: HIGH }, then: does-not-fire }',
        ],
      }),
    }).load();
    const seen = { id: 'a case', textKept: true, frame: aCase({ 'offence.maxPenaltyMonths': 24 }) };
    expect((await mutate(loose, [seen])).survivors).toEqual([]);
    const blind = { ...seen, frame: aCase({ 'offence.maxPenaltyMonths': 0 }) };
    expect((await mutate(loose, [blind])).survivors.map(({ what }) => what)).toEqual([
      'then.0 dropped',
      'then.1 dropped',
    ]);
  });
});
