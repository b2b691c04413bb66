import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handOver, phoneApprovalsOf, reportUnconfirmed, systemAct } from '../../store/index.js';
import { list, startHarness, text } from './harness.js';
import type { Harness, Seen } from './harness.js';
import type { Name } from './people.js';
import { aRoute, askSignature, lotOf, redeemVotes } from './running-route.js';
import type { OpenStep, RunningRoute } from './running-route.js';

let h: Harness;
const start = new Date('2026-11-23T09:00:00.000Z');
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());
beforeEach(() => {
  h.clock.now = start;
  redeemVotes(h);
});

const emergency = lotOf('EDR', { terms: { ...lotOf('EDR').terms, urgency: 'EMERGENCY' } });
type Waiting = RunningRoute & OpenStep;
async function waiting(lot = emergency): Promise<Waiting> {
  const route = await aRoute(h, lot.family, { lot });
  return { ...route, ...(await askSignature(h, route)) };
}
const askCode = (one: Waiting, by: Name = 'dutySupervisor', digest = one.digest): Promise<Seen> =>
  h.as(by).post(`/v1/approvals/${one.stepId}/phone-code`, { digest });
const enter = (one: Waiting, code: string, by: Name = 'officer', digest = one.digest): Promise<Seen> =>
  h.as(by).post(`/v1/approvals/${one.stepId}/phone-approval`, { digest, code, line: 'recorded line 2' });
const codeOf = async (one: Waiting, by: Name = 'dutySupervisor'): Promise<string> =>
  text((await askCode(one, by)).body, 'code');
const wrong = (code: string): string => String((Number(code) + 1) % 1e9).padStart(9, '0');
const minutes = (count: number): void => {
  h.clock.now = new Date(start.getTime() + count * 60_000);
};

describe('an emergency that is approved by phone', () => {
  it('is signed by the signer, entered by the officer, and leaves', async () => {
    const one = await waiting();
    const asked = await askCode(one);
    expect(text(asked.body, 'shortDigest').replaceAll(' ', '')).toBe(one.digest.slice(0, 16));
    expect((await enter(one, text(asked.body, 'code'))).status).toBe(201);
    const { body } = await h.as('officer').get(`/v1/routes/${one.routeId}`);
    expect(list(body, 'approvals')).toMatchObject([{ personId: 'dutySupervisor', decision: 'approve' }]);
    expect(list(body, 'approvedByPhone')).toMatchObject([
      { signer: 'dutySupervisor', enteredBy: 'officer', line: 'recorded line 2', confirmedAt: null },
    ]);
    const act = systemAct('test', h.clock.now.toISOString());
    const { routeId, digest } = one;
    expect(await h.store.transaction((tx) => handOver(tx, act, { routeId, digest }))).toMatchObject({
      handedOver: true,
    });
  });

  it('is one approval when the same request arrives twice', async () => {
    const one = await waiting();
    const body = { digest: one.digest, code: await codeOf(one), line: 'recorded line 2' };
    const url = `/v1/approvals/${one.stepId}/phone-approval`;
    const sent = () => h.as('officer').post(url, body, { key: `phone-${one.stepId}` });
    const [first, second] = [await sent(), await sent()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(text(second.body, 'ticketId')).toBe(text(first.body, 'ticketId'));
    expect(await phoneApprovalsOf(h.store.read, one.routeId)).toHaveLength(1);
  });

  it('is confirmed in person by its signer and by nobody else; unconfirmed it is an incident, once', async () => {
    const one = await waiting();
    await enter(one, await codeOf(one));
    const report = () =>
      h.store.transaction((tx) => reportUnconfirmed(tx, systemAct('test', h.clock.now.toISOString())));
    minutes(119);
    await report();
    const incidents = () =>
      h.store.read.db.selectFrom('incidents').select('code').where('routeId', '=', one.routeId).execute();
    expect(await incidents()).toEqual([]);
    minutes(121);
    await report();
    await report();
    expect(await incidents()).toEqual([{ code: 'PHONE_UNCONFIRMED' }]);
    const confirm = (by: Name) => h.as(by).post(`/v1/approvals/${one.stepId}/phone-confirmation`);
    expect(await confirm('supervisor')).toMatchObject({ status: 403, code: 'ROLE_MAY_NOT' });
    expect((await confirm('dutySupervisor')).status).toBe(201);
    expect(await confirm('dutySupervisor')).toMatchObject({ status: 409, code: 'ROUTE_STATE' });
  });
});

describe('what a code does not do', () => {
  const refused = { status: 403, code: 'APPROVAL_PHONE_CODE' };

  it('is used twice', async () => {
    const one = await waiting();
    const code = await codeOf(one);
    await enter(one, code);
    expect((await enter(one, code)).status).toBe(403);
    expect(await phoneApprovalsOf(h.store.read, one.routeId)).toHaveLength(1);
  });

  it('live longer than fifteen minutes', async () => {
    const one = await waiting();
    const code = await codeOf(one);
    minutes(15);
    expect(await enter(one, code)).toMatchObject(refused);
  });

  it('sign another step, or another digest', async () => {
    const [one, other] = [await waiting(), await waiting()];
    const code = await codeOf(one);
    expect(await enter({ ...other, digest: other.digest }, code)).toMatchObject(refused);
    expect(await enter(one, code, 'officer', 'f'.repeat(64))).toMatchObject(refused);
  });

  it('survive a newer one', async () => {
    const one = await waiting();
    const first = await codeOf(one);
    h.clock.now = new Date(start.getTime() + 1_000);
    const second = await codeOf(one);
    expect(await enter(one, first)).toMatchObject(refused);
    expect((await enter(one, second)).status).toBe(201);
  });

  it('survive five wrong ones: then the right one is refused too, and each is on record', async () => {
    const one = await waiting();
    const code = await codeOf(one);
    for (let count = 0; count < 5; count += 1) expect(await enter(one, wrong(code))).toMatchObject(refused);
    expect(await enter(one, code)).toMatchObject(refused);
    const wrongs = await h.store.read.db
      .selectFrom('auditEntries')
      .select('subjectId')
      .where('reason', '=', 'PHONE_CODE_WRONG')
      .where('subjectId', '=', one.stepId)
      .execute();
    expect(wrongs).toHaveLength(5);
  });

  it('stand in the store in plain', async () => {
    const one = await waiting();
    const code = await codeOf(one);
    const rows = await h.store.read.db.selectFrom('phoneCodes').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(code);
    const entries = await h.store.read.db.selectFrom('auditEntries').select('body').execute();
    expect(JSON.stringify(entries)).not.toContain(code);
  });

  it('approve what is no emergency', async () => {
    const one = await waiting(lotOf('PROV_PRES'));
    expect(await askCode(one, 'supervisor')).toMatchObject({ status: 409, code: 'APPROVAL_PHONE_EMERGENCY' });
  });

  it('come to who drafted the request, or who does not sign the step', async () => {
    const lot = { ...emergency };
    const route = await aRoute(h, 'EDR', { lot, by: 'twoHats' });
    const one = { ...route, ...(await askSignature(h, route)) };
    expect((await askCode(one, 'twoHats')).status).toBe(403);
    expect((await askCode(one, 'adviser')).status).toBe(403);
  });

  it('count when a signer enters it: nobody signs on both ends of the line', async () => {
    const one = await waiting();
    const code = await codeOf(one);
    expect((await enter(one, code, 'dutySupervisor')).status).toBe(403);
    expect((await enter(one, code, 'supervisor')).status).toBe(403);
  });
});
