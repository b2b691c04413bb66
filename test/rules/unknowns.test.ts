import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Determination, FactValue, Frame } from '../../contracts/determination.js';
import { determine, frameFromScenario, loadRuleSet, prose, scenarioOf } from '../../rules/engine/index.js';
import { loadRegisters } from '../../rules/engine/registers/index.js';

const root = new URL('../../', import.meta.url);
const ruleSet = loadRuleSet(new URL('rules', root).pathname);
const registers = loadRegisters(new URL('rules/registers', root).pathname);

function frameOf(id: string): Frame {
  const file: unknown = JSON.parse(readFileSync(new URL(`rules/examples/${id}.json`, root), 'utf8'));
  return frameFromScenario(ruleSet, registers, scenarioOf(file).facts);
}

const ofCase = (frame: Frame, facts: Record<string, FactValue>): Frame => ({
  ...frame,
  case: { ...frame.case, ...facts },
});
const ofItems = (frame: Frame, facts: Record<string, FactValue>): Frame => ({
  ...frame,
  items: frame.items.map((item) => ({ ...item, facts: { ...item.facts, ...facts } })),
});
const without = (frame: Frame, ...facts: string[]): Frame => {
  const kept = (some: Frame['case']) =>
    Object.fromEntries(Object.entries(some).filter(([fact]) => !facts.includes(fact)));
  return {
    ...frame,
    case: kept(frame.case),
    items: frame.items.map((item) => ({ ...item, facts: kept(item.facts) })),
  };
};
const of = (frame: Frame): Promise<Determination> => determine({ ruleSet, frame, salt: 'unknowns' });

describe('the smallest change', () => {
  it('says that a court order lets the request for assistance leave, and who gets one', async () => {
    const { smallestChange } = await of(frameOf('SC14'));
    expect(smallestChange?.act[0]).toMatchObject({
      kind: 'ACT',
      facts: [
        { fact: 'authorisation.obtained', subject: 'case', is: 'COURT', stands: 'NONE', by: ['PROSECUTOR'] },
      ],
      frees: ['MLA:DRUGS88'],
    });
  });

  it('keeps what only a State or a custodian can change apart from what people here can do', async () => {
    const { smallestChange } = await of(frameOf('SC11'));
    const blocking = smallestChange?.state.find(({ facts }) =>
      facts.some(({ fact, is }) => fact === 'relation.blockingStatute' && is === false),
    );
    expect(blocking?.opens).toContain('PROV_DISC');
    const here = [...(smallestChange?.learn ?? []), ...(smallestChange?.act ?? [])];
    expect(here.flatMap(({ facts }) => facts).filter(({ by }) => by.includes('register'))).toEqual([]);
  });

  it.each(['SC01', 'SC03', 'SC11', 'SC14', 'SC26'])(
    'proposes for %s only what holds when it is tried',
    async (id) => {
      const frame = frameOf(id);
      const { smallestChange, plan } = await of(frame);
      const all = [smallestChange?.learn, smallestChange?.act, smallestChange?.state].flatMap(
        (some) => some ?? [],
      );
      expect(all.length).toBeGreaterThan(0);
      for (const { facts, opens, closes } of all) {
        const changed = facts.reduce(
          (before, { fact, subject, is }) =>
            subject === 'case'
              ? ofCase(before, { [fact]: is })
              : {
                  ...before,
                  items: before.items.map((item) =>
                    item.id === subject ? { ...item, facts: { ...item.facts, [fact]: is } } : item,
                  ),
                },
          frame,
        );
        const after = await of(changed);
        expect(after.plan.filter((route) => !plan.includes(route))).toEqual(opens);
        expect(plan.filter((route) => !after.plan.includes(route))).toEqual(closes);
      }
    },
  );

  it('never tells anybody to find a known danger, offence or age otherwise', async () => {
    for (const id of ['SC01', 'SC09', 'SC40']) {
      const { smallestChange } = await of(frameOf(id));
      const learnt = smallestChange?.learn.flatMap(({ facts }) => facts.map(({ fact }) => fact)) ?? [];
      expect(learnt.filter((fact) => /^(threat|offence|persons|rights)\./.test(fact))).toEqual([]);
    }
  });

  it('is read in the text of the determination', async () => {
    expect(prose(await of(frameOf('SC14')), ruleSet)).toMatch(
      /"authorisation on file" becomes a court's order \(recorded by prosecutor\): lets Mutual legal assistance \(.*\) \[MLA:DRUGS88\] leave/,
    );
  });
});

describe('open questions', () => {
  it('put first what moves the plan', async () => {
    const { openQuestions } = await of(
      without(frameOf('SC14'), 'authorisation.obtained', 'volatility', 'persons.suspectMinor'),
    );
    const moves = openQuestions.map(({ mayChange }) =>
      mayChange.some((change) => /[+-][A-Z]|with/.test(change)),
    );
    expect(openQuestions.length).toBeGreaterThan(0);
    expect(moves).toEqual([...moves].sort((a, b) => Number(b) - Number(a)));
  });

  it('find two answers that decide together what neither decides alone', async () => {
    const unsaid = without(frameOf('SC09'), 'threat.toLife', 'threat.dataCanAvert');
    const { openPairs, openQuestions } = await of(unsaid);
    const alone = openQuestions.filter(({ mayChange }) => mayChange.some((change) => change.includes('EDR')));
    expect(alone).toEqual([]);
    const pair = openPairs?.find(({ mayChange }) => mayChange.some((change) => change.includes('+EDR')));
    expect(pair?.answers.map(({ fact, is }) => `${fact}=${String(is)}`).sort()).toEqual([
      'threat.dataCanAvert=true',
      'threat.toLife=IMMINENT',
    ]);
  });

  it('say that not everything was tried where a text or a number is unknown', async () => {
    const frame = without(frameOf('SC14'), 'offence.maxPenaltyMonths');
    expect((await of(frame)).openQuestionsExhaustive).toBe(false);
    expect(prose(await of(frame), ruleSet)).toMatch(/Not everything was tried/);
  });

  it.each([
    ['STAGE', 'proceedings.stage'],
    ['DUAL_CRIMINALITY', 'relation.dualCriminality'],
  ])('ask %s wherever a page asks it and an answer would move the plan', async (code, fact) => {
    const seen = await Promise.all(
      ['SC01', 'SC14', 'SC26', 'SC06', 'SC39'].map((id) => of(without(frameOf(id), fact))),
    );
    const asked = seen.filter(({ asks }) =>
      asks.some((one) => one.code === code && one.facts.includes(fact)),
    );
    expect(asked.length).toBeGreaterThan(0);
    for (const { openQuestions } of asked) expect(openQuestions.map((one) => one.fact)).toContain(fact);
  });
});

describe('facts that contradict each other', () => {
  it.each<[string, Record<string, FactValue>, Record<string, FactValue>, string]>([
    ['public and locked', {}, { publiclyAvailable: true, accessRestricted: true }, 'PUBLIC_OR_SEALED'],
    [
      'consent withdrawn before it was given',
      {},
      { 'consent.givenOn': '2026-11-10', 'consent.withdrawnOn': '2026-11-01' },
      'CONSENT_DATES',
    ],
    [
      'consent given and withdrawn',
      {},
      { 'consent.given': true, 'consent.withdrawnOn': '2020-01-01' },
      'CONSENT_STANDS',
    ],
    [
      'preserved without a basis',
      {},
      { 'preservation.active': true, 'preservation.basis': null },
      'PRESERVATION_BASIS',
    ],
    [
      'days left of nothing',
      {},
      { 'preservation.active': false, 'preservation.daysLeft': 30 },
      'PRESERVATION_STANDS',
    ],
    [
      'death, and twelve months at most',
      { 'offence.lifeOrDeath': 'DEATH', 'offence.maxPenaltyMonths': 12 },
      {},
      'PENALTY_CONTRADICTS',
    ],
    [
      'no danger, and hours to the harm',
      { 'threat.toLife': 'NONE', 'threat.hoursToHarm': 5 },
      {},
      'DANGER_CONTRADICTS',
    ],
    [
      'an incomplete address, and no address',
      {},
      { ipIncomplete: true, 'identifiers.types': ['USERNAME'] },
      'IP_WITHOUT_ADDRESS',
    ],
  ])('%s: a question, never a guess', async (_what, caseFacts, itemFacts, code) => {
    const plain = frameOf('SC14');
    const { asks } = await of(plain);
    expect(asks.map((one) => one.code)).not.toContain(code);
    const seen = await of(ofItems(ofCase(plain, caseFacts), itemFacts));
    expect(seen.asks.map((one) => one.code)).toContain(code);
    expect(seen.missingFacts).not.toContain(code);
    expect(prose(seen, ruleSet)).toContain(ruleSet.texts.questions[code]);
  });

  it('hold back the draft that would rest on the doubtful answer', async () => {
    const { lots } = await of(ofItems(frameOf('SC14'), { publiclyAvailable: true, accessRestricted: true }));
    const capture = lots.find(({ family }) => family === 'OSINT');
    expect(capture?.dispatchBlockers.map(({ code }) => code)).toContain('PUBLIC_OR_SEALED');
  });
});

describe('a doubtful register entry', () => {
  const asked = async (facts: Record<string, FactValue>) =>
    (await of(ofItems(frameOf('SC14'), facts))).missingFacts.includes('TREATY_DATA_CHECK');

  it('is a question where it would have decided something', async () => {
    expect(await asked({ 'relation.doubtful': ['BUDAPEST'] })).toBe(true);
  });
  it('is none where nothing would rest on it', async () => {
    expect(await asked({ 'relation.doubtful': ['language'] })).toBe(false);
    expect(await asked({ 'relation.doubtful': [] })).toBe(false);
  });
  it('of a custodian is asked about where its terms would decide', async () => {
    const terms = { 'provider.preservation.accepts': false, 'provider.doubtful': ['preservation.accepts'] };
    expect(await asked(terms)).toBe(true);
    expect(await asked({ ...terms, 'provider.doubtful': ['e2ee'] })).toBe(false);
  });
});

describe('a page of policy that people set aside', () => {
  const override = {
    id: 'O1',
    page: 'D73',
    reason: 'The basis is being looked up.',
    by: 'adviser',
    second: 'other adviser',
    decidedOn: '2000-01-01',
    expiresOn: '2099-12-31',
  };
  const contradictory = ofItems(frameOf('SC14'), { 'preservation.active': true, 'preservation.basis': null });
  const codes = (seen: Determination): string[] => seen.asks.map(({ code }) => code);

  it('does not fire, and both proposals stay on file', async () => {
    const seen = await of({ ...contradictory, overrides: [override] });
    expect(codes(seen)).not.toContain('PRESERVATION_BASIS');
    expect(seen.overridden?.overrides).toEqual([override]);
    expect(seen.overridden?.without.firedRules).toContain('D73');
    expect(seen.firedRules).not.toContain('D73');
    expect(seen.digest).not.toBe((await of(contradictory)).digest);
  });

  it.each([
    ['after its last day', { expiresOn: '2001-01-01' }],
    ['before it was decided', { decidedOn: '2099-01-01' }],
    ['of law', { page: 'G15' }],
    ['of a third party', { page: 'P01' }],
    ['that is no page', { page: 'Z99' }],
  ])('has no effect %s', async (_when, change) => {
    const seen = await of({ ...contradictory, overrides: [{ ...override, ...change }] });
    expect(seen.overridden).toBeUndefined();
    expect(seen.asks).toEqual((await of(contradictory)).asks);
    expect(seen.plan).toEqual((await of(contradictory)).plan);
  });
});
