import { describe, expect, it } from 'vitest';
import type { FactVersion } from '../../contracts/facts.js';
import { buildFrame, prose } from '../../rules/engine/index.js';
import { determined, heldBack, registers, ruleSet, scenarioWith } from './support/changed-cases.js';

const typed = { 'identifiers.awaitSecondReading': true };

describe('an identifier that was typed by hand', () => {
  const code = 'IDENTIFIER_SECOND_READING';

  it('holds every route to a custodian until another person has read it, and says who cures that', async () => {
    const seen = await determined(scenarioWith('SC14', {}, typed));
    expect(seen.plan).toEqual(['PROV_PRES', 'MLA:DRUGS88']);
    for (const held of Object.values(heldBack(seen))) expect(held).toContain(code);
    const [blocker] = seen.blockers.filter((one) => one.code === code);
    expect(blocker?.cure).toEqual({
      fact: 'identifiers.awaitSecondReading',
      is: false,
      by: ['CASE_OFFICER', 'DUTY_OFFICER', 'SUPERVISOR', 'DUTY_SUPERVISOR'],
    });
  });

  it('holds nothing that saves a life or keeps the data: the signature is the second reading', async () => {
    const seen = await determined(scenarioWith('SC09', {}, typed));
    const held = heldBack(seen);
    expect(held).toMatchObject({ EDR: [], P2P: [], PROV_PRES: [] });
    expect(held['MLA']).toContain(code);
    const emergency = seen.lots.find(({ family }) => family === 'EDR');
    expect(emergency?.duties).toContainEqual(
      expect.objectContaining({ rule: 'D80', who: 'DUTY_SUPERVISOR' }),
    );
    expect(emergency?.terms.approvals).toHaveLength(1);
  });
});

describe('an aged register entry (M14)', () => {
  it('of the State holds what goes through the State, and nothing else', async () => {
    const held = heldBack(
      await determined(scenarioWith('SC14', {}, { 'relation.lastChecked': '2025-01-01' })),
    );
    expect(held['MLA']).toContain('TREATY_DATA_CHECK');
    expect(held['PROV_PRES']).toEqual([]);
  });

  it('of the custodian holds what is asked of the custodian', async () => {
    const held = heldBack(
      await determined(scenarioWith('SC14', {}, { 'provider.lastChecked': '2025-01-01' })),
    );
    expect(held['PROV_PRES']).toEqual(['TREATY_DATA_CHECK']);
    expect(held['MLA']).not.toContain('TREATY_DATA_CHECK');
  });

  it('is asked about in an emergency and holds nothing there (C01)', async () => {
    const seen = await determined(scenarioWith('SC09', {}, { 'provider.lastChecked': '2025-01-01' }));
    expect(seen.missingFacts).toContain('TREATY_DATA_CHECK');
    expect(heldBack(seen)).toMatchObject({ EDR: [], PROV_PRES: [] });
  });

  const said = (fact: string, value: FactVersion['value'], item: string | null = null): FactVersion => ({
    id: fact,
    fact,
    item,
    known: true,
    value,
    source: 'test',
    by: 'somebody',
    role: 'LEGAL_ADVISOR',
    decisionId: fact.startsWith('clearance.') ? 'D1' : null,
    at: '2026-11-21T09:00:00Z',
  });
  const live = (confirmed: readonly string[]) =>
    buildFrame({
      ruleSet,
      registers,
      asOf: '2026-11-21',
      caseFacts: [
        said('requestingState', 'KZ'),
        said('requestingAuthority.type', 'POLICE'),
        said('offence.speechBased', false),
        said('rights.tortureRisk', 'NONE'),
        ...(confirmed.length === 0 ? [] : [said('clearance.entryConfirmed', [...confirmed])]),
      ],
      items: [
        {
          id: 'I1',
          facts: [
            said('dataCategory', 'SUBSCRIBER', 'I1'),
            said('identifiers', [{ type: 'USERNAME', value: 'somebody', typed: false }], 'I1'),
            said('controllerState', 'US', 'I1'),
            said('provider.service', 'Instagram', 'I1'),
            said('userPlace', 'KZ', 'I1'),
          ],
        },
      ],
    });
  const waiting = (confirmed: readonly string[]): string[] =>
    [live(confirmed).items[0]?.facts['relation.toConfirm'] ?? []].flat().map(String);

  it('is named by itself, and a confirmation covers the one it names', () => {
    const before = waiting([]);
    expect(before).toContain('treaties/US#untoc');
    const after = waiting(['treaties/US#untoc']);
    expect(before.filter((one) => !after.includes(one))).toEqual(['treaties/US#untoc']);
  });

  it('is in force again between both once both sides are confirmed', () => {
    const both = (confirmed: readonly string[]) => live(confirmed).items[0]?.facts['relation.bothParty'];
    expect(both(['treaties/US#untoc'])).not.toContain('UNTOC');
    expect(both(['treaties/US#untoc', 'treaties/KZ#untoc'])).toContain('UNTOC');
  });

  it('stands in the text under the question, entry by entry', async () => {
    const frame = live([]);
    const text = prose(await determined(frame), ruleSet, 'en', frame);
    expect(text).toMatch(
      /Are the aged register entries still right\?.*\n +To be confirmed, entry by entry: .*treaties\/US#untoc/,
    );
  });
});
