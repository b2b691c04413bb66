import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditOf, personById, registerMachine, routeById, systemAct } from '../../store/index.js';
import { at, list, startHarness, text } from './harness.js';
import type { Harness } from './harness.js';
import type { Name } from './people.js';
import { aCase, aHandedOverRoute, aRoute, askSignature, redeemVotes } from './running-route.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

const reason = 'Moved to another desk.';
type Passing = { from?: Name; to: string; cases?: string[]; leaves?: boolean };
const handOver = (by: Name, { from = 'officer', to, ...more }: Passing) =>
  h.as(by).post(`/v1/people/${from}/hand-over`, { successorId: to, reason, ...more });
const workOf = async (name: Name, query = '') =>
  (await h.as('supervisor').get(`/v1/people/${name}/work${query}`)).body;
const ownersOf = async (caseId: string) => {
  const members = list((await h.as('supervisor').get(`/v1/cases/${caseId}`)).body, 'members');
  return members.filter((member) => at(member, 'access') === 'OWNER').map((member) => at(member, 'personId'));
};
const faultsOf = (body: unknown) => list(body, 'errors').map((fault) => text(fault, 'detail'));
const span = { fromAt: '2026-12-24T20:00:00Z', untilAt: '2026-12-25T08:00:00Z' };
const roster = (personId: Name, role: string) =>
  h.as('supervisor').post('/v1/units/unit-cyber-kz/rota', { personId, role, zone: 'UTC', ...span });

describe('what lies with a person', () => {
  it('is shown to the person and to a supervisor of the unit, and does not exist for anybody else', async () => {
    const { caseId, routeId } = await aRoute(h, 'PROV_PRES', { by: 'twoHats' });
    const seen = await workOf('twoHats');
    expect(list(seen, 'cases').map((one) => at(one, 'id'))).toContain(caseId);
    expect(list(seen, 'drafts')).toContainEqual(
      expect.objectContaining({ id: routeId, caseId, state: 'DRAFT' }),
    );
    expect((await h.as('twoHats').get('/v1/people/twoHats/work')).status).toBe(200);
    for (const name of ['officer', 'outsideSupervisor', 'adviser'] as const)
      expect((await h.as(name).get('/v1/people/twoHats/work')).code).toBe('NOT_FOUND');
    expect((await h.as('administrator').get('/v1/people/twoHats/work')).code).toBe('ROLE_MAY_NOT');
  });

  it('names no case in which the reader has a conflict of interest, and such a case is not the reader’s to give', async () => {
    const { id } = await aCase(h, 'duty');
    await h.as('supervisor').post(`/v1/cases/${id}/recusal`, { reason: 'A cousin of the suspect.' });
    const seen = await h.as('supervisor').get('/v1/people/duty/work?successorId=officerB');
    expect(seen.text).not.toContain(id);
    expect(at(seen.body, 'unseen')).toBe(1);
    expect(list(seen.body, 'unfit')).toHaveLength(1);
    const given = await handOver('supervisor', { from: 'duty', to: 'officerB' });
    expect(given.code).toBe('HAND_OVER_UNFIT');
    expect(given.text).not.toContain(id);
    expect((await handOver('supervisorB', { from: 'duty', to: 'officerB' })).status).toBe(201);
  });
});

describe('a hand-over', () => {
  it('moves owner and drafter in one act, with both names and the reason in the record of the case', async () => {
    const { caseId, routeId } = await aRoute(h);
    const done = await handOver('supervisor', { to: 'officerB', cases: [caseId] });
    expect(done.body).toMatchObject({
      cases: [{ caseId, owner: true, drafts: [routeId] }],
      left: false,
    });
    expect(await ownersOf(caseId)).toEqual(['officerB']);
    expect((await routeById(h.store.read, routeId))?.drafters).toEqual(['officerB', 'officer']);
    const entry = (await auditOf(h.store.read, { caseId, limit: 500 })).at(-1);
    expect(entry).toMatchObject({ verb: 'WORK_PASSED_ON', reason, actor: { personId: 'supervisor' } });
    expect(JSON.parse(entry?.body ?? '')).toMatchObject({ fromPerson: 'officer', toPerson: 'officerB' });
  });

  it('keeps the successor from signing what he or she inherits, and the one before as well', async () => {
    const route = await aRoute(h);
    const { stepId, digest } = await askSignature(h, route);
    await handOver('supervisor', { to: 'twoHats', cases: [route.caseId] });
    const sign = (name: Name) =>
      h.as(name).post(`/v1/approvals/${stepId}/decision`, { decision: 'approve', digest });
    expect((await sign('twoHats')).code).toBe('APPROVAL_SELF_DECISION');
    expect((await h.as('twoHats').get('/v1/approvals?limit=100')).text).not.toContain(stepId);
    expect((await sign('supervisorB')).status).toBe(201);
  });

  it('takes away a signature of the successor that was on its way', async () => {
    const route = await aRoute(h);
    const { stepId, digest } = await askSignature(h, route);
    redeemVotes(h);
    const redeem = h.engine.answer;
    h.engine.answer = async (row) => {
      await handOver('supervisor', { to: 'twoHats', cases: [route.caseId] });
      return redeem(row);
    };
    const signed = await h
      .as('twoHats')
      .post(`/v1/approvals/${stepId}/decision`, { decision: 'approve', digest });
    expect(signed.code).toBe('TICKET_INVALID');
    expect(at(signed.body, 'detail')).toContain('APPROVAL_SELF_DECISION');
  });

  it('does not go to who signed a request of the case that is not over', async () => {
    redeemVotes(h);
    const route = await aRoute(h);
    const { stepId, digest } = await askSignature(h, route);
    await h.as('twoHats').post(`/v1/approvals/${stepId}/decision`, { decision: 'approve', digest });
    const given = await handOver('supervisor', { to: 'twoHats', cases: [route.caseId] });
    expect(given).toMatchObject({ status: 422, code: 'HAND_OVER_UNFIT' });
    expect(given.body).toMatchObject({ errors: [{ pointer: '/cases/0' }] });
    expect(faultsOf(given.body)[0]).toContain('signed a request of it that is not over');
    expect(await ownersOf(route.caseId)).toEqual(['officer']);
  });

  it('leaves everything where it is when one case of it cannot go', async () => {
    const [free, bound] = [await aCase(h), await aCase(h)];
    await h
      .as('supervisor')
      .post(`/v1/cases/${bound.id}/conflicts`, { personId: 'officerB', reason: 'A neighbour.' });
    const given = await handOver('supervisor', { to: 'officerB', cases: [free.id, bound.id] });
    expect(faultsOf(given.body)).toEqual([`case ${bound.id}: this person has a conflict of interest in it`]);
    expect(await ownersOf(free.id)).toEqual(['officer']);
    expect((await handOver('supervisor', { to: 'officerB', cases: [free.id] })).status).toBe(201);
    expect((await handOver('supervisor', { to: 'twoHats', cases: [bound.id] })).status).toBe(201);
  });

  it('goes to nobody of another unit, to no machine, not to oneself, to nobody who is no officer or away', async () => {
    const { id } = await aCase(h);
    const machine = { id: 'machine:portal', unitId: 'unit-cyber-kz', label: 'Portal', actions: [] };
    const act = systemAct('test', h.clock.now.toISOString());
    await h.store.transaction((tx) => registerMachine(tx, act, machine));
    await h.as('duty').post('/v1/people/duty/absences', {
      fromAt: '2026-11-23T00:00:00Z',
      untilAt: '2026-11-24T00:00:00Z',
    });
    for (const [to, why] of [
      ['outsider', 'works in another unit'],
      ['machine:portal', 'is no person who works here'],
      ['nobody', 'is no person who works here'],
      ['officer', 'nobody takes over from himself or herself'],
      ['adviser', 'is no officer'],
      ['duty', 'is away until 2026-11-24T00:00:00.000Z'],
    ] as const) {
      const given = await handOver('supervisor', { to, cases: [id] });
      expect({ to, code: given.code, faults: faultsOf(given.body) }).toEqual({
        to,
        code: 'HAND_OVER_UNFIT',
        faults: [why],
      });
    }
  });

  it('is for a supervisor of the unit, and of nothing that lies with somebody else', async () => {
    const { id } = await aCase(h, 'twoHats');
    for (const name of ['officer', 'outsideSupervisor', 'administrator', 'auditor'] as const)
      expect((await handOver(name, { to: 'officerB', cases: [id] })).code).toBe('ROLE_MAY_NOT');
    const strange = await handOver('supervisor', { to: 'officerB', cases: [id] });
    expect(faultsOf(strange.body)).toEqual(['nothing of this case lies with this person']);
  });
});

describe('who leaves', () => {
  it('leaves no work behind: what is held is counted, and named to nobody who may not see it', async () => {
    const { caseId } = await aRoute(h);
    const gone = await h.as('administrator').post('/v1/people/officer/departure', { reason });
    expect(gone).toMatchObject({ status: 409, code: 'WORK_HELD' });
    expect(list(gone.body, 'errors').map((fault) => at(fault, 'pointer'))).toEqual(['/cases', '/drafts']);
    expect(gone.text).not.toContain(caseId);
    expect(await personById(h.store.read, 'officer')).toMatchObject({ active: true });
  });

  it('does not leave by his or her own hand, nor while duty is left that the successor cannot do', async () => {
    const self = await h.as('supervisor').post('/v1/people/supervisor/departure', { reason });
    expect(self.code).toBe('PERSON_CHANGE_SELF');
    await roster('duty', 'DUTY_OFFICER');
    const given = await handOver('supervisor', { from: 'duty', to: 'officerB', leaves: true });
    expect(given.code).toBe('WORK_HELD');
    expect(faultsOf(given.body)).toEqual(['shifts: 1']);
  });

  it('hands over what runs, duty as well, and leaves with it: signs in no more, and the request goes on', async () => {
    const route = await aHandedOverRoute(h);
    await roster('officer', 'CASE_OFFICER');
    const done = await handOver('supervisorB', { to: 'officerB', leaves: true });
    expect(done).toMatchObject({ status: 201, body: { left: true } });
    expect(list(done.body, 'shifts')).toHaveLength(1);
    expect(await ownersOf(route.caseId)).toEqual(['officerB']);
    expect((await h.as('officer').get('/v1/people/me')).code).toBe('NOT_SIGNED_IN');
    expect(await workOf('officer')).toMatchObject({ cases: [], drafts: [], shifts: [], unseen: 0 });
    const sent = { sentAt: h.clock.now.toISOString(), means: 'portal', reference: 'R-1' };
    expect((await h.as('officerB').post(`/v1/routes/${route.routeId}/dispatch`, sent)).status).toBe(201);
    const again = await h.as('head').post('/v1/people/officer/departure', { reason });
    expect(again.code).toBe('ENDED_BEFORE');
  });
});
