import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addShift, auditOf, currentFacts } from '../../store/index.js';
import { anEmergency } from '../support/an-emergency.js';
import { at, list, startHarness, text } from './harness.js';
import type { Harness, Seen } from './harness.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

const tell = (told: object = anEmergency(), key?: string): Promise<Seen> =>
  h.as('duty').post('/v1/emergencies', told, key === undefined ? {} : { key });
const waitingFor = (seen: Seen, family: string): unknown =>
  list(seen.body, 'waiting').find((one) => text(one, 'route').split(':')[0] === family);
const without = (fact: string): object => {
  const { facts, ...told } = anEmergency();
  return { ...told, facts: Object.fromEntries(Object.entries(facts).filter(([id]) => id !== fact)) };
};

describe('an emergency that is told in full', () => {
  it('is one request to drafts of the emergency request, the police channel and the preservation, held by nothing', async () => {
    const seen = await tell();
    expect(seen.status).toBe(201);
    expect(at(seen.body, 'state')).toBe('STARTED');
    for (const family of ['EDR', 'P2P', 'PROV_PRES']) {
      expect(waitingFor(seen, family)).toMatchObject({ urgency: 'EMERGENCY', heldBy: [] });
    }
    expect(h.engine.told.at(-1)).toMatchObject({ update: 'adoptPlan', caseId: text(seen.body, 'caseId') });
  });

  it('says who signs, by when, who is called at 10 and 20 minutes, and when the provider is called after sending', async () => {
    const emergency = waitingFor(await tell(), 'EDR');
    const after = (minutes: number) => new Date(h.clock.now.getTime() + minutes * 60_000).toISOString();
    expect(at(emergency, 'signatures', 0)).toMatchObject({
      step: 'duty-supervisor',
      roles: ['DUTY_SUPERVISOR'],
      dueAt: after(15),
      people: [{ personId: 'dutySupervisor', why: 'HOLDS_THE_ROLE' }],
      calls: [
        { at: after(10), tell: 'DUTY_SUPERVISOR', what: 'call' },
        { at: after(20), tell: 'HEAD_OF_OFFICE', what: 'call' },
      ],
    });
    const calls = list(emergency, 'afterSending').map((one) => at(one, 'after'));
    for (const amount of [15, 30, 60]) expect(calls).toContainEqual({ amount, unit: 'minute' });
  });

  it.each([
    ['Asia/Tashkent', '2026-11-23T22:00:00.000Z'],
    ['Asia/Bishkek', '2026-11-24T21:00:00.000Z'],
    ['Europe/Vienna', '2026-11-26T02:00:00.000Z'],
  ])('names the signer whom the rota has at 03:00 in %s', async (zone, three) => {
    const before = h.clock.now;
    h.clock.now = new Date(three);
    const span = (hours: number) => new Date(Date.parse(three) + hours * 3_600_000).toISOString();
    const shift = {
      unitId: 'unit-cyber-kz',
      role: 'DUTY_SUPERVISOR',
      zone,
      personId: 'dutySupervisor',
    } as const;
    const act = {
      actor: { kind: 'person', personId: 'head', role: 'HEAD_OF_OFFICE' },
      at: span(-24),
    } as const;
    await h.store.transaction((tx) => addShift(tx, act, { ...shift, fromAt: span(-7), untilAt: span(5) }));
    const seen = await tell();
    h.clock.now = before;
    expect(at(waitingFor(seen, 'EDR'), 'signatures', 0, 'people', 0)).toMatchObject({
      personId: 'dutySupervisor',
      why: 'ON_DUTY',
    });
  });

  it('keeps who said what and when, and what the office said once with its document', async () => {
    const seen = await tell();
    const facts = await currentFacts(h.store.read, text(seen.body, 'caseId'));
    const of = (fact: string) => facts.find((one) => one.fact === fact);
    expect(of('threat.toWhom')).toMatchObject({ by: 'duty', role: 'DUTY_OFFICER', value: 'A child' });
    expect(of('requestingAuthority.competent')).toMatchObject({ by: 'office', role: 'SYSTEM', value: true });
    expect(of('requestingAuthority.competent')?.source).toContain('order on competence');
  });

  it('records the short assessment as a decision of the officer that lets nothing leave without another person', async () => {
    const seen = await tell();
    const decisions = await h.as('duty').get(`/v1/cases/${text(seen.body, 'caseId')}/decisions`);
    expect(list(decisions.body, 'rows')).toMatchObject([
      { kind: 'NECESSITY_ASSESSMENT', value: 'SHORT', recorded: { personId: 'duty' } },
    ]);
    for (const waiting of list(seen.body, 'waiting')) {
      const people = list(waiting, 'signatures').flatMap((one) => list(one, 'people'));
      expect(list(waiting, 'signatures').length).toBeGreaterThan(0);
      expect(people.map((one) => at(one, 'personId'))).not.toContain('duty');
    }
  });

  it('is one case however often the same request arrives', async () => {
    const key = 'the-same-emergency';
    const [first, second] = [await tell(anEmergency(), key), await tell(anEmergency(), key)];
    expect(text(second.body, 'caseId')).toBe(text(first.body, 'caseId'));
    const cases = await auditOf(h.store.read, {
      subject: { kind: 'case', id: text(first.body, 'caseId') },
      limit: 50,
    });
    expect(cases.filter(({ verb }) => verb === 'CASE_OPENED')).toHaveLength(1);
  });
});

describe('an emergency that is not told in full', () => {
  it.each([
    ['threat.toWhom', 'who is in danger'],
    ['threat.whyImminent', 'when and where'],
    ['threat.source', 'where the information comes from'],
    ['threat.howDataAvert', 'how the data will avert'],
    ['requestingAuthority.dutyPhone', 'call back'],
  ])('names %s with what to say, and keeps nothing', async (fact, says) => {
    const before = list((await h.as('duty').get('/v1/cases?limit=100')).body, 'rows').length;
    const seen = await tell(without(fact));
    expect(seen).toMatchObject({ status: 422, code: 'EMERGENCY_UNTOLD' });
    const [missing, ...more] = list(seen.body, 'errors');
    expect(more).toEqual([]);
    expect(text(missing, 'pointer')).toBe(`/facts/${fact}`);
    expect(text(missing, 'detail')).toContain(says);
    expect(list((await h.as('duty').get('/v1/cases?limit=100')).body, 'rows')).toHaveLength(before);
  });

  it('names every missing answer at once, of the case and of each item', async () => {
    const seen = await tell({ ...anEmergency(), facts: {}, items: [{ id: 'I1', facts: {} }] });
    const pointers = list(seen.body, 'errors').map((one) => text(one, 'pointer'));
    expect(pointers).toEqual(
      expect.arrayContaining([
        '/facts/threat.nature',
        '/items/0/facts/identifiers',
        '/items/0/facts/provider.service',
      ]),
    );
  });

  it('asks why content is indispensable only where content is wanted', async () => {
    const seen = await tell(anEmergency({}, { dataCategory: 'CONTENT' }));
    expect(list(seen.body, 'errors')).toMatchObject([{ pointer: '/facts/threat.contentIndispensable' }]);
  });

  it('names the place of a value that does not fit', async () => {
    const seen = await tell(anEmergency({ 'threat.toLife': 'VERY' }));
    expect(seen).toMatchObject({ status: 422, code: 'FACT_VALUE_INVALID' });
    expect(list(seen.body, 'errors')).toMatchObject([{ pointer: '/facts/threat.toLife' }]);
  });

  it('takes no decision of somebody else as an answer', async () => {
    const seen = await tell(anEmergency({ 'authorisation.obtained': 'COURT' }));
    expect(seen).toMatchObject({ status: 403, code: 'FACT_IS_A_DECISION' });
  });
});

describe('an emergency for which the law does not open the route', () => {
  it.each([
    ['no imminent danger', { 'threat.toLife': 'POTENTIAL' }, {}, 'NO_IMMINENT_THREAT'],
    ['no link between data and harm', { 'threat.dataCanAvert': false }, {}, 'NO_IMMINENT_THREAT'],
    [
      'a custodian nobody knows',
      {},
      { 'provider.service': 'A service that no register has' },
      'PROVIDER_UNKNOWN',
    ],
  ])('is %s: the case stays, the reason is said, and nothing is started', async (_, facts, item, reason) => {
    const told = h.engine.told.length;
    const seen = await tell(anEmergency(facts, item));
    expect(seen).toMatchObject({ status: 201, body: { state: 'NOT_OPENED', planId: null, waiting: [] } });
    const reasons = list(seen.body, 'notOpened', 'reasons');
    expect(reasons.map((one) => at(one, 'reason'))).toContain(reason);
    expect(reasons.every((one) => text(one, 'says').length > 20)).toBe(true);
    expect(list(seen.body, 'notOpened', 'instead').length).toBeGreaterThan(0);
    expect(h.engine.told).toHaveLength(told);
    const caseId = text(seen.body, 'caseId');
    expect(list((await h.as('duty').get(`/v1/cases/${caseId}/plans`)).body, 'rows')).toEqual([]);
    expect(list((await h.as('duty').get(`/v1/cases/${caseId}/decisions`)).body, 'rows')).toEqual([]);
  });

  it('opens nothing for punished expression, whatever the danger', async () => {
    const seen = await tell(anEmergency({ 'offence.speechBased': true }));
    expect(at(seen.body, 'state')).toBe('NOT_OPENED');
  });
});

describe('who may', () => {
  it.each(['supervisor', 'dutySupervisor', 'prosecutor', 'administrator'] as const)(
    '%s does not',
    async (name) => {
      const seen = await h.as(name).post('/v1/emergencies', anEmergency());
      expect(seen).toMatchObject({ status: 403, code: 'ROLE_MAY_NOT' });
    },
  );
});
