import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditOf, handOver, systemAct } from '../../store/index.js';
import { at, list, startHarness, text } from '../api/harness.js';
import type { Harness } from '../api/harness.js';
import { aCase, aRoute, askSignature, redeemVotes } from '../api/running-route.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

const reason = 'The suspect is my cousin.';
const recuse = (name: Parameters<Harness['as']>[0], caseId: string, more: object = {}) =>
  h.as(name).post(`/v1/cases/${caseId}/recusal`, { reason, ...more });
const open = async (caseId: string) => {
  const { body } = await h.as('head').get('/v1/conflicts?limit=100');
  return list(body, 'rows').find((row) => at(row, 'caseId') === caseId);
};

describe('who declares a conflict of interest', () => {
  it('sees nothing of the case from then on: no read, no list, no inbox, no deadline', async () => {
    const route = await aRoute(h);
    const { stepId, documentId } = await askSignature(h, route);
    expect((await recuse('supervisorB', route.caseId)).status).toBe(201);
    const gone = [
      `cases/${route.caseId}`,
      `routes/${route.routeId}`,
      `documents/${documentId}`,
      `approvals/${stepId}`,
    ];
    for (const path of gone) expect((await h.as('supervisorB').get(`/v1/${path}`)).code).toBe('NOT_FOUND');
    for (const path of ['cases', 'approvals', 'deadlines', 'conflicts']) {
      const { text: said } = await h.as('supervisorB').get(`/v1/${path}?limit=100`);
      expect(said).not.toContain(route.caseId);
    }
    expect((await h.as('supervisor').get(`/v1/cases/${route.caseId}`)).status).toBe(200);
  });

  it('cannot sign, though the vote was on its way already', async () => {
    const route = await aRoute(h);
    const { stepId, digest } = await askSignature(h, route);
    redeemVotes(h);
    const redeem = h.engine.answer;
    h.engine.answer = async (row) => {
      await recuse('supervisor', route.caseId);
      return redeem(row);
    };
    const signed = await h
      .as('supervisor')
      .post(`/v1/approvals/${stepId}/decision`, { decision: 'approve', digest });
    expect(signed).toMatchObject({ status: 409, code: 'TICKET_INVALID' });
    expect(at(signed.body, 'detail')).toContain('CONFLICT_OF_INTEREST');
  });

  it('takes along a signature that was given before: nothing is handed over on it', async () => {
    const route = await aRoute(h);
    const { stepId, digest } = await askSignature(h, route);
    redeemVotes(h);
    await h.as('supervisor').post(`/v1/approvals/${stepId}/decision`, { decision: 'approve', digest });
    await recuse('supervisor', route.caseId);
    const act = systemAct('workflow', h.clock.now.toISOString());
    const handed = await h.store.transaction((tx) => handOver(tx, act, { routeId: route.routeId, digest }));
    expect(handed).toEqual({ handedOver: false, reason: 'APPROVAL_MISSING' });
  });

  it('hands the case to a successor, who owns it then', async () => {
    const { id } = await aCase(h);
    expect((await recuse('officer', id, { successorId: 'officerB' })).status).toBe(201);
    const { body } = await h.as('officerB').get(`/v1/cases/${id}`);
    expect(list(body, 'members')).toContainEqual({ personId: 'officerB', access: 'OWNER' });
    expect(at(await open(id), 'needsOwner')).toBe(false);
  });

  it.each(['officer', 'outsider', 'supervisor', 'nobody'])(
    'does not hand the case to %s',
    async (successorId) => {
      const { id } = await aCase(h);
      expect((await recuse('officer', id, { successorId })).code).toBe('SUCCESSOR_UNFIT');
      expect((await h.as('officer').get(`/v1/cases/${id}`)).status).toBe(200);
    },
  );

  it('is shown to the supervisor with the reason, and with what waits because of it', async () => {
    const route = await aRoute(h);
    const { stepId } = await askSignature(h, route);
    await recuse('officer', route.caseId);
    expect(await open(route.caseId)).toMatchObject({
      personId: 'officer',
      reason,
      needsOwner: true,
      nobodyCanSign: [],
    });
    const signers = ['supervisor', 'supervisorB', 'dutySupervisor', 'twoHats'] as const;
    for (const name of signers) await recuse(name, route.caseId);
    expect(list(await open(route.caseId), 'nobodyCanSign')).toEqual([stepId]);
  });

  it('is on record with the reason', async () => {
    const { id } = await aCase(h);
    await recuse('officer', id);
    const rows = await auditOf(h.store.read, { caseId: id, limit: 100 });
    expect(rows.at(-1)).toMatchObject({ verb: 'CONFLICT_DECLARED', reason, actor: { personId: 'officer' } });
  });
});

describe('a supervisor', () => {
  it('records the conflict of another person, who then sees nothing', async () => {
    const { id } = await aCase(h);
    const body = { personId: 'officer', reason: 'Shares a flat with the witness.', successorId: 'officerB' };
    expect((await h.as('supervisor').post(`/v1/cases/${id}/conflicts`, body)).status).toBe(201);
    expect((await h.as('officer').get(`/v1/cases/${id}`)).code).toBe('NOT_FOUND');
  });

  it('ends it, which the person concerned cannot', async () => {
    const { id } = await aCase(h);
    const conflictId = text((await recuse('supervisorB', id)).body, 'conflictId');
    const end = (name: 'supervisor' | 'supervisorB' | 'officer') =>
      h.as(name).post(`/v1/conflicts/${conflictId}/end`, { reason: 'Another man of that name.' });
    expect((await end('supervisorB')).code).toBe('NOT_FOUND');
    expect((await end('officer')).code).toBe('ROLE_MAY_NOT');
    expect((await end('supervisor')).status).toBe(201);
    expect((await h.as('supervisorB').get(`/v1/cases/${id}`)).status).toBe(200);
  });

  it.each(['overseer', 'auditor'] as const)('takes no case away from the %s', async (personId) => {
    const { id } = await aCase(h);
    const refused = await h.as('supervisor').post(`/v1/cases/${id}/conflicts`, { personId, reason });
    expect(refused).toMatchObject({ status: 403, code: 'ROLE_MAY_NOT' });
    expect((await h.as(personId).get(`/v1/cases/${id}`)).status).toBe(200);
  });
});
