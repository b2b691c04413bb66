import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handOver, routeById, systemAct } from '../../store/index.js';
import { anEmergency } from '../support/an-emergency.js';
import { aDescribedCase } from './described-case.js';
import { at, list, startHarness, text } from './harness.js';
import type { Harness, Seen } from './harness.js';
import type { Name } from './people.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

const scan = Buffer.from('%PDF-1.7 scan of the letter');
const scanSha256 = createHash('sha256').update(scan).digest('hex');
const onPaper = (change: object = {}) => ({
  ...{ route: 'MLA:COE', measure: 'PRODUCE', addressee: 'US', items: ['I1'] },
  ...{ sentAt: '2026-10-12T11:00:00+05:00', means: 'courier', reference: 'B-17/2026', scanSha256 },
  reason: 'It was sent before the system was in use.',
  ...change,
});
const enter = (caseId: string, change: object = {}, by: Name = 'officer'): Promise<Seen> =>
  h.as(by).post(`/v1/cases/${caseId}/routes/in-flight`, onPaper(change));
const confirm = (routeId: string, by: Name = 'supervisor'): Promise<Seen> =>
  h.as(by).post(`/v1/routes/${routeId}/in-flight/confirmation`);
const upload = (routeId: string, by: Name = 'officer'): Promise<Seen> =>
  h.as(by).post(`/v1/routes/${routeId}/evidence`, scan.toString(), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-digest': `sha-256=:${createHash('sha256').update(scan).digest('base64')}:`,
      'x-file-name': 'scan.pdf',
    },
  });

describe('a request that was sent on paper forty days ago', () => {
  it.each([
    ['MLA:COE', 'PRODUCE'],
    ['ART29', 'PRESERVE'],
    ['PROV_PRES', 'PRESERVE'],
    ['PROV_DISC', 'DISCLOSE'],
    ['P2P:INTERPOL', 'INQUIRE'],
  ])('is entered as %s, and its clocks count from the day it left', async (route, measure) => {
    const seen = await enter(await aDescribedCase(h), { route, measure, addressee: 'Somebody abroad' });
    expect(seen).toMatchObject({ status: 201, body: { sentAt: '2026-10-12T06:00:00.000Z' } });
    expect(list(seen.body, 'clocks').some((one) => at(one, 'past') === true)).toBe(true);
    const stored = await routeById(h.store.read, text(seen.body, 'routeId'));
    expect(stored?.lot.inFlight).toMatchObject({ sentAt: '2026-10-12T06:00:00.000Z', digest: scanSha256 });
    expect(h.engine.told.at(-1)).toMatchObject({ update: 'adoptPlan' });
  });

  it('shows that it was sent outside, who entered it, and that nobody has signed it here', async () => {
    const seen = await enter(await aDescribedCase(h));
    const { body } = await h.as('officer').get(`/v1/routes/${text(seen.body, 'routeId')}`);
    expect(at(body, 'enteredLater')).toMatchObject({
      ...{ byPerson: 'officer', reason: onPaper().reason, scanSha256, approval: null, confirmed: null },
    });
    expect(list(body, 'approvals')).toEqual([]);
    expect(list(body, 'packets')).toEqual([]);
    expect(list(body, 'dispatches')).toMatchObject([{ means: 'courier', reference: 'B-17/2026' }]);
  });

  it('is confirmed by a second person once its scan has arrived, and by nobody before', async () => {
    const routeId = text((await enter(await aDescribedCase(h))).body, 'routeId');
    expect(await confirm(routeId)).toMatchObject({ status: 409, code: 'ROUTE_STATE' });
    expect((await upload(routeId)).status).toBe(201);
    expect((await confirm(routeId)).status).toBe(201);
    const { body } = await h.as('officer').get(`/v1/routes/${routeId}`);
    expect(at(body, 'enteredLater', 'confirmed')).toMatchObject({ byPerson: 'supervisor' });
    expect(await confirm(routeId, 'supervisorB')).toMatchObject({ status: 409, code: 'ROUTE_STATE' });
  });

  it('is not confirmed by who entered it, in whatever other role', async () => {
    const caseId = await aDescribedCase(h);
    await h.as('officer').post(`/v1/cases/${caseId}/members`, { personId: 'twoHats' });
    const routeId = text((await enter(caseId, {}, 'twoHats')).body, 'routeId');
    await upload(routeId);
    expect((await confirm(routeId, 'twoHats')).status).toBe(403);
  });

  it('takes no receipt for its own scan: that is no answer', async () => {
    const routeId = text((await enter(await aDescribedCase(h))).body, 'routeId');
    const evidenceId = text((await upload(routeId)).body, 'id');
    const seen = await h.as('custodian').post(`/v1/evidence/${evidenceId}/receipt`);
    expect(seen).toMatchObject({ status: 409, code: 'ROUTE_STATE' });
  });

  it('is not entered twice', async () => {
    const caseId = await aDescribedCase(h);
    await enter(caseId);
    expect(await enter(caseId)).toMatchObject({ status: 409, code: 'ROUTE_STATE' });
  });

  it('stays in every later plan', async () => {
    const caseId = await aDescribedCase(h);
    const entered = await enter(caseId);
    const made = await h.as('officer').post(`/v1/cases/${caseId}/determinations`, {});
    const chosen = await h
      .as('officer')
      .post(`/v1/cases/${caseId}/plans`, { determinationId: text(made.body, 'id'), lots: 'ALL' });
    expect(chosen.status).toBe(201);
    expect(list(chosen.body, 'difference', 'withdrawalProposed')).toEqual([]);
    const kept = list(chosen.body, 'difference', 'kept').map((one) => at(one, 'routeId'));
    expect(kept).toContain(text(entered.body, 'routeId'));
  });

  it('does not leave again where the rules do not plan it: nothing was determined for it', async () => {
    const seen = await enter(await aDescribedCase(h), { addressee: 'Somebody abroad' });
    const act = systemAct('test', h.clock.now.toISOString());
    const input = { routeId: text(seen.body, 'routeId'), digest: scanSha256 };
    const handed = await h.store.transaction((tx) => handOver(tx, act, input));
    expect(handed).toEqual({ handedOver: false, reason: 'NOT_DETERMINED' });
  });

  it.each([
    ['a time yet to come', { sentAt: '2026-12-24T11:00:00+05:00' }, 422, 'DISPATCH_IN_FUTURE'],
    ['a route that does not exist', { route: 'MLA:MOON' }, 422, 'BODY_INVALID'],
    ['a measure that the route does not ask for', { measure: 'CAPTURE' }, 422, 'BODY_INVALID'],
    ['an item that the case does not have', { items: ['I9'] }, 422, 'ITEM_UNKNOWN'],
    ['no reason', { reason: '' }, 422, 'BODY_INVALID'],
  ])('is refused with %s', async (_, change, status, code) => {
    expect(await enter(await aDescribedCase(h), change)).toMatchObject({ status, code });
  });
});

describe('an emergency request that left on paper while the system was down', () => {
  const happenedAt = (change: object = {}) => ({
    ...{ sentAt: '2026-11-23T03:20:00+00:00', means: 'emergency portal', reference: 'P-1', scanSha256 },
    reason: 'The system was down from 03:00.',
    approval: { by: 'dutySupervisor', at: '2026-11-23T03:10:00+00:00', number: 'recorded line 2' },
    ...change,
  });
  const tell = (change: object = {}) =>
    h.as('duty').post('/v1/emergencies', { ...anEmergency(), happenedAt: happenedAt(change) });

  it('runs from its true time; what goes beside it is drafted now', async () => {
    const seen = await tell();
    expect(seen.status).toBe(201);
    const waiting = list(seen.body, 'waiting');
    const emergency = waiting.find((one) => at(one, 'route') === 'EDR');
    expect(list(emergency, 'signatures')).toEqual([]);
    expect(waiting.length).toBeGreaterThan(1);
    const { body } = await h.as('duty').get(`/v1/routes/${text(emergency, 'routeId')}`);
    expect(at(body, 'enteredLater')).toMatchObject({
      sentAt: '2026-11-23T03:20:00.000Z',
      approval: { byPerson: 'dutySupervisor', number: 'recorded line 2' },
    });
    expect(list(body, 'approvals')).toEqual([]);
  });

  it('is confirmed in person by who is said to have approved it, and by nobody else', async () => {
    const seen = await tell();
    const emergency = list(seen.body, 'waiting').find((one) => at(one, 'route') === 'EDR');
    const routeId = text(emergency, 'routeId');
    await upload(routeId, 'duty');
    expect(await confirm(routeId, 'supervisor')).toMatchObject({ status: 403, code: 'ROLE_MAY_NOT' });
    expect((await confirm(routeId, 'dutySupervisor')).status).toBe(201);
  });

  it.each([
    ['a time yet to come', { sentAt: '2026-11-24T03:20:00Z' }, 'DISPATCH_IN_FUTURE', undefined],
    [
      'an approval after it was sent',
      { approval: { by: 'dutySupervisor', at: '2026-11-23T03:30:00Z', number: 'line' } },
      'BODY_INVALID',
      '/happenedAt/approval/at',
    ],
    [
      'oneself as approver',
      { approval: { by: 'duty', at: '2026-11-23T03:10:00Z', number: 'line' } },
      'BODY_INVALID',
      '/happenedAt/approval/by',
    ],
    ['no reason', { reason: '' }, 'BODY_INVALID', '/happenedAt/reason'],
  ])('is refused with %s', async (_, change, code, pointer) => {
    const seen = await tell(change);
    expect(seen).toMatchObject({ status: 422, code });
    if (pointer !== undefined) expect(list(seen.body, 'errors')).toMatchObject([{ pointer }]);
  });
});
