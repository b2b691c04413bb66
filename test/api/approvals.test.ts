import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditOf, redeemTicket, routeById, sha256, systemAct } from '../../store/index.js';
import { at, list, allRows, startHarness, text } from './harness.js';
import type { Harness } from './harness.js';
import { aDetermination, aRoute, askSignature, lotOf, redeemVotes } from './running-route.js';
import type { OpenStep, RunningRoute } from './running-route.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());
beforeEach(() => redeemVotes(h));

const decide = ({ stepId, digest }: OpenStep, more: object = {}) =>
  [`/v1/approvals/${stepId}/decision`, { decision: 'approve', digest, ...more }] as const;
const tickets = () => h.engine.told.filter(({ update }) => update === 'castVote');

async function waiting(): Promise<{ route: RunningRoute; step: OpenStep }> {
  const route = await aRoute(h);
  return { route, step: await askSignature(h, route) };
}

describe('the inbox', () => {
  it('shows a step to whoever may sign it, with the version that would be signed', async () => {
    const { step, route } = await waiting();
    const rows = list((await h.as('supervisor').get('/v1/approvals?limit=100')).body, 'rows');
    expect(rows.find((row) => at(row, 'stepId') === step.stepId)).toMatchObject({
      mark: 'TRAINING - NOT A REQUEST',
      digest: step.digest,
      documentId: step.documentId,
      documentVersion: 1,
      routeId: route.routeId,
    });
  });

  it('does not show a drafter his or her own request', async () => {
    const route = await aRoute(h, 'PROV_PRES', { by: 'twoHats' });
    const step = await askSignature(h, route);
    const rows = list((await h.as('twoHats').get('/v1/approvals?limit=100')).body, 'rows');
    expect(rows.map((row) => at(row, 'stepId'))).not.toContain(step.stepId);
  });

  it('is read page by page without a gap', async () => {
    await waiting();
    await waiting();
    const all = list((await h.as('supervisor').get('/v1/approvals?limit=100')).body, 'rows').map((row) =>
      at(row, 'stepId'),
    );
    const paged = (await allRows(h.as('supervisor'), '/v1/approvals?limit=1')).map((row) =>
      at(row, 'stepId'),
    );
    expect(paged).toEqual(all);
  });
});

describe('a signature', () => {
  it('is counted when the workflow has redeemed its ticket', async () => {
    const { step } = await waiting();
    const seen = await h.as('supervisor').post(...decide(step));
    expect(seen.status).toBe(201);
    expect(seen.body).toMatchObject({
      engine: { state: 'DELIVERED', outcomes: [{ recorded: true, state: 'APPROVED' }] },
    });
    const told = h.engine.told.at(-1);
    expect(told?.payload).toEqual({
      ticketId: text(seen.body, 'ticketId'),
      step: 'supervisor',
      digest: step.digest,
      requestId: told?.id,
    });
  });

  it('carries neither person nor decision to the engine', async () => {
    const { step } = await waiting();
    await h.as('supervisor').post(...decide(step, { reason: 'I read it' }));
    const told = JSON.stringify(h.engine.told.at(-1)?.payload);
    expect(told).not.toMatch(/approve|SUPERVISOR|I read it/);
  });

  it('is refused to whoever drafted the request, in whatever role', async () => {
    const route = await aRoute(h, 'PROV_PRES', { by: 'twoHats' });
    const step = await askSignature(h, route);
    const before = tickets().length;
    const seen = await h.as('twoHats').post(...decide(step));
    expect(seen).toMatchObject({ status: 403, code: 'APPROVAL_SELF_DECISION' });
    expect(tickets()).toHaveLength(before);
  });

  it('is refused in a role that the step does not name, and says which does', async () => {
    const { step } = await waiting();
    const seen = await h.as('adviser').post(...decide(step));
    expect(seen).toMatchObject({ status: 403, code: 'APPROVAL_ROLE' });
    expect(at(seen.body, 'detail')).toContain('SUPERVISOR');
  });

  it('is refused for a document that changed after it was opened', async () => {
    const { route, step } = await waiting();
    const newer = await askSignature(h, route, 'second draft');
    const seen = await h.as('supervisor').post(...decide({ ...newer, digest: step.digest }));
    expect(seen).toMatchObject({ status: 409, code: 'APPROVAL_DIGEST_STALE' });
    expect(at(seen.body, 'detail')).toContain('version 2');
  });

  it('is refused on a step that was closed', async () => {
    const { route, step } = await waiting();
    await askSignature(h, route, 'second draft');
    const seen = await h.as('supervisor').post(...decide(step));
    expect(seen).toMatchObject({ status: 409, code: 'APPROVAL_STEP_CLOSED' });
  });

  it('is given once: the step is closed to the next', async () => {
    const { step } = await waiting();
    expect((await h.as('supervisor').post(...decide(step))).status).toBe(201);
    expect(await h.as('supervisorB').post(...decide(step))).toMatchObject({
      status: 409,
      code: 'APPROVAL_STEP_CLOSED',
    });
  });

  it.each(['return', 'reject'])('to %s needs a reason in own words', async (decision) => {
    const { step } = await waiting();
    const silent = await h.as('supervisor').post(...decide(step, { decision }));
    expect(silent).toMatchObject({ status: 422, code: 'APPROVAL_REASON_MISSING' });
    const spoken = await h
      .as('supervisor')
      .post(...decide(step, { decision, reason: 'The window is too wide.' }));
    expect(spoken.status).toBe(201);
  });

  it('is refused for a digest that is none', async () => {
    const { step } = await waiting();
    expect((await h.as('supervisor').post(...decide({ ...step, digest: 'latest' }))).code).toBe(
      'BODY_INVALID',
    );
  });
});

describe('a ticket', () => {
  it('is issued once for a request that is sent twice with one key', async () => {
    const { step } = await waiting();
    const before = tickets().length;
    const [url, body] = decide(step);
    const first = await h.as('supervisor').post(url, body, { key: 'one-decision' });
    const again = await h.as('supervisor').post(url, body, { key: 'one-decision' });
    expect(again.body).toEqual(first.body);
    expect(tickets()).toHaveLength(before + 1);
  });

  it('that the workflow could not redeem is told as not counted', async () => {
    const { step } = await waiting();
    h.engine.answer = () => ({
      kind: 'delivered',
      outcome: { recorded: false, reason: 'TICKET_EXPIRED', state: 'APPROVAL' },
    });
    const seen = await h.as('supervisor').post(...decide(step));
    expect(seen).toMatchObject({ status: 409, code: 'TICKET_INVALID' });
    expect(at(seen.body, 'detail')).toContain('TICKET_EXPIRED');
  });

  it('expires', async () => {
    const { route, step } = await waiting();
    h.engine.answer = () => ({ kind: 'unknown', why: 'down' });
    const seen = await h.as('supervisor').post(...decide(step));
    const later = new Date(h.clock.now.getTime() + 3_600_000).toISOString();
    const redeemed = await h.store.transaction((tx) =>
      redeemTicket(tx, systemAct('workflow', later), {
        routeId: route.routeId,
        ticketId: text(seen.body, 'ticketId'),
        step: 'supervisor',
        digest: step.digest,
        validUntil: later,
      }),
    );
    expect(redeemed).toEqual({ valid: false, reason: 'TICKET_EXPIRED' });
  });

  it('waits in the relay when the engine does not answer, and the answer says so', async () => {
    const { step } = await waiting();
    h.engine.answer = () => ({ kind: 'unknown', why: 'down' });
    const seen = await h.as('supervisor').post(...decide(step));
    expect(seen.status).toBe(202);
    expect(seen.body).toMatchObject({ engine: { state: 'WAITING' } });
  });

  it('is refused by the workflow with the code the workflow gave', async () => {
    const { step } = await waiting();
    h.engine.answer = () => ({ kind: 'refused', code: 'APPROVAL_STEP_CLOSED', says: 'the step was decided' });
    const seen = await h.as('supervisor').post(...decide(step), { key: 'refused-vote' });
    expect(seen).toMatchObject({ status: 409, code: 'APPROVAL_STEP_CLOSED' });
    const again = await h.as('supervisor').post(...decide(step), { key: 'refused-vote' });
    expect(again.body).toEqual(seen.body);
  });

  it('is written to the audit with person, role and digest', async () => {
    const { route, step } = await waiting();
    await h.as('supervisor').post(...decide(step));
    const verbs = (await auditOf(h.store.read, { caseId: route.caseId, limit: 500 }))
      .filter(({ verb }) => verb === 'TICKET_ISSUED' || verb === 'APPROVAL_DECIDED')
      .map(({ verb, actor, newDigest }) => ({ verb, actor, newDigest }));
    const actor = {
      kind: 'person',
      personId: 'supervisor',
      role: 'SUPERVISOR',
      factor: 'training-token',
    };
    expect(verbs).toEqual([
      { verb: 'TICKET_ISSUED', actor, newDigest: step.digest },
      { verb: 'APPROVAL_DECIDED', actor, newDigest: step.digest },
    ]);
  });
});

describe('a document', () => {
  it('is read with its digest as ETag and the training mark', async () => {
    const { step } = await waiting();
    const seen = await h.as('supervisor').get(`/v1/documents/${step.documentId}`);
    expect(seen.headers['etag']).toBe(`"${step.digest}"`);
    expect(seen.body).toMatchObject({ mark: 'TRAINING - NOT A REQUEST', digest: step.digest, version: 1 });
  });

  it('is downloaded as the bytes that were hashed, and the reading is written down', async () => {
    const { route, step } = await waiting();
    const seen = await h.as('supervisor').get(`/v1/documents/${step.documentId}/files/D-01`);
    expect(seen.headers).toMatchObject({
      'content-type': 'application/pdf',
      etag: `"${sha256('%PDF-1.7 draft')}"`,
    });
    expect(seen.text).toBe('%PDF-1.7 draft');
    const last = (await auditOf(h.store.read, { caseId: route.caseId, limit: 500 })).at(-1);
    expect(last).toMatchObject({ verb: 'DOCUMENT_READ', actor: { personId: 'supervisor' } });
  });

  it('has no form that was not drafted', async () => {
    const { step } = await waiting();
    expect((await h.as('supervisor').get(`/v1/documents/${step.documentId}/files/D-07`)).code).toBe(
      'NOT_FOUND',
    );
  });
});

describe('adoption', () => {
  it('is an officer’s while nothing is approved, a supervisor’s after', async () => {
    const { route, step } = await waiting();
    await h.as('supervisor').post(...decide(step));
    const changed = lotOf('PROV_PRES', { basis: ['VOLUNTARY', 'ORDER'] });
    const planId = await propose(route, changed);
    const plan = await h.as('officer').get(`/v1/plans/${planId}`);
    const url = `/v1/plans/${planId}/adopt`;
    const body = { basePlanDigest: route.planDigest, reason: 'The basis changed.' };
    const ifMatch = plan.headers['etag'] ?? '';
    expect(await h.as('officer').post(url, body, { ifMatch })).toMatchObject({
      status: 403,
      code: 'ADOPTION_NEEDS_SUPERVISOR',
    });
    const adopted = await h.as('supervisor').post(url, body, { ifMatch });
    expect(adopted.status).toBe(201);
    expect((await routeById(h.store.read, route.routeId))?.planId).toBe(planId);
  });

  it('is refused against a plan that no longer runs', async () => {
    const { route } = await waiting();
    const planId = await propose(route, lotOf('PROV_PRES', { basis: ['OTHER'] }));
    const plan = await h.as('officer').get(`/v1/plans/${planId}`);
    const body = { basePlanDigest: sha256('another plan'), reason: 'The basis changed.' };
    const seen = await h
      .as('officer')
      .post(`/v1/plans/${planId}/adopt`, body, { ifMatch: plan.headers['etag'] ?? '' });
    expect(seen).toMatchObject({ status: 409, code: 'PLAN_STALE' });
  });

  it('shows the difference before anybody adopts', async () => {
    const { route } = await waiting();
    const planId = await propose(route, lotOf('PROV_PRES', { basis: ['OTHER'] }));
    const plan = await h.as('officer').get(`/v1/plans/${planId}`);
    expect(plan.body).toMatchObject({
      state: 'PROPOSED',
      baseDigest: route.planDigest,
      difference: { redrafted: [{ routeId: route.routeId, approvalsVoid: true }] },
    });
  });
});

async function propose(route: RunningRoute, lot: ReturnType<typeof lotOf>): Promise<string> {
  const determinationId = await aDetermination(h, route.caseId, [lot]);
  const chosen = await h
    .as('officer')
    .post(`/v1/cases/${route.caseId}/plans`, { determinationId, lots: 'ALL' });
  return text(chosen.body, 'id');
}
