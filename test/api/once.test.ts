import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditOf } from '../../store/index.js';
import { at, list, allRows, startHarness, text } from './harness.js';
import type { Harness } from './harness.js';
import { aCase, aDetermination, lotOf } from './running-route.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());
beforeEach(() => {
  h.engine.answer = () => ({ kind: 'delivered', outcome: { planDigest: 'x', started: [] } });
});

const open = { reference: 'T-1', requestingState: 'KZ' };
const opened = async (): Promise<number> =>
  (await auditOf(h.store.read, { limit: 5000 })).filter(({ verb }) => verb === 'CASE_OPENED').length;

describe('the same request sent again', () => {
  it('is answered with the first answer and does nothing', async () => {
    const before = await opened();
    const first = await h.as('officer').post('/v1/cases', open, { key: 'open-case-1' });
    const again = await h
      .as('officer')
      .post('/v1/cases', { requestingState: 'KZ', reference: 'T-1' }, { key: 'open-case-1' });
    expect(again).toMatchObject({ status: first.status, body: first.body });
    expect(again.headers['etag']).toBe(first.headers['etag']);
    expect(await opened()).toBe(before + 1);
  });

  it('does its work once when both arrive together', async () => {
    const before = await opened();
    const both = await Promise.all(
      [1, 2].map(() => h.as('officer').post('/v1/cases', open, { key: 'open-case-2' })),
    );
    expect(both[0]?.body).toEqual(both[1]?.body);
    expect(await opened()).toBe(before + 1);
  });

  it('with another body is refused', async () => {
    await h.as('officer').post('/v1/cases', open, { key: 'open-case-3' });
    const other = await h
      .as('officer')
      .post('/v1/cases', { ...open, reference: 'T-2' }, { key: 'open-case-3' });
    expect(other).toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('at another address is refused', async () => {
    const { id } = await aCase(h);
    await h.as('officer').post(`/v1/cases/${id}/determinations`, {}, { key: 'one-key-two-places' });
    await h
      .as('officer')
      .post(`/v1/cases/${id}/members`, { personId: 'adviser' }, { key: 'one-key-two-place2' });
    const other = await h.as('officer').post('/v1/cases', open, { key: 'one-key-two-place2' });
    expect(other.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('by another person is that person’s own request', async () => {
    const mine = await h.as('officer').post('/v1/cases', open, { key: 'shared-key-1' });
    const theirs = await h.as('officerB').post('/v1/cases', open, { key: 'shared-key-1' });
    expect(text(theirs.body, 'id')).not.toBe(text(mine.body, 'id'));
  });

  it('after a refusal is tried anew', async () => {
    const refused = await h
      .as('officer')
      .post('/v1/cases', { ...open, items: [{ id: 'I1' }, { id: 'I1' }] }, { key: 'after-refusal' });
    expect(refused.status).toBe(422);
    const right = await h
      .as('officer')
      .post('/v1/cases', { ...open, items: [{ id: 'I1' }] }, { key: 'after-refusal' });
    expect(right.status).toBe(201);
  });

  it.each([null, 'short', 'has a space in it', 'x'.repeat(129)])(
    'needs a key of its own: %j is none',
    async (key) => {
      const seen = await h.as('officer').post('/v1/cases', open, { key });
      expect(seen).toMatchObject({ status: 400, code: 'IDEMPOTENCY_KEY_MISSING' });
    },
  );
});

describe('a plan', () => {
  const choose = async (lots: 'ALL' | string[] = 'ALL') => {
    const { id } = await aCase(h);
    const determinationId = await aDetermination(h, id, [lotOf('PROV_PRES'), lotOf('PROV_DISC')]);
    const seen = await h.as('officer').post(`/v1/cases/${id}/plans`, { determinationId, lots });
    return { ...seen, caseId: id, planId: String(at(seen.body, 'id')), ifMatch: seen.headers['etag'] ?? '' };
  };

  it('is made of the chosen lots, with a digest', async () => {
    const { body, ifMatch } = await choose(['lot-PROV_DISC']);
    expect(body).toMatchObject({
      state: 'DRAFT',
      lots: [{ key: 'lot-PROV_DISC' }],
      mark: 'TRAINING - NOT A REQUEST',
    });
    expect(ifMatch).toBe(`"${text(body, 'digest')}"`);
  });

  it('of nothing is no plan', async () => {
    const { id } = await aCase(h);
    const determinationId = await aDetermination(h, id, []);
    const seen = await h.as('officer').post(`/v1/cases/${id}/plans`, { determinationId, lots: 'ALL' });
    expect(seen).toMatchObject({ status: 422, code: 'PLAN_NOTHING_CHOSEN' });
  });

  it('of a lot that the determination has not is refused', async () => {
    expect((await choose(['lot-of-another-case'])).code).toBe('NOT_FOUND');
  });

  it('is started once, with its first message to the case’s workflow', async () => {
    const { planId, ifMatch, caseId } = await choose();
    const started = await h
      .as('officer')
      .post(`/v1/plans/${planId}/start`, undefined, { ifMatch, key: 'start-plan-1' });
    expect(started.status).toBe(201);
    expect(list(started.body, 'routes')).toHaveLength(2);
    const told = h.engine.told.at(-1);
    expect(told).toMatchObject({
      update: 'adoptPlan',
      workflowId: `case-${caseId}`,
      payload: { basePlanDigest: null, planId },
    });
    const count = h.engine.told.length;
    await h.as('officer').post(`/v1/plans/${planId}/start`, undefined, { ifMatch, key: 'start-plan-1' });
    expect(h.engine.told).toHaveLength(count);
    const other = await h.as('officer').post(`/v1/plans/${planId}/start`, undefined, { ifMatch });
    expect(other).toMatchObject({ status: 409, code: 'PLAN_STATE' });
  });

  it('is not started without the ETag that was read', async () => {
    const { planId } = await choose();
    const url = `/v1/plans/${planId}/start`;
    expect((await h.as('officer').post(url)).code).toBe('IF_MATCH_MISSING');
    expect(await h.as('officer').post(url, undefined, { ifMatch: '"v1"' })).toMatchObject({
      status: 412,
      code: 'VERSION_STALE',
    });
  });

  it('that the engine does not answer for is kept and said to wait', async () => {
    h.engine.answer = () => ({ kind: 'unknown', why: 'down' });
    const { planId, ifMatch } = await choose();
    const started = await h.as('officer').post(`/v1/plans/${planId}/start`, undefined, { ifMatch });
    expect(started.status).toBe(202);
    expect(at(started.body, 'engine', 'says')).toContain('will be delivered');
    expect(at((await h.as('officer').get('/health')).body, 'relay', 'waiting')).toBeGreaterThan(0);
  });

  it('is not started from another unit, even by somebody who was let in', async () => {
    const { planId, ifMatch, caseId } = await choose();
    await h.as('officer').post(`/v1/cases/${caseId}/members`, { personId: 'outsider' });
    const seen = await h.as('outsider').post(`/v1/plans/${planId}/start`, undefined, { ifMatch });
    expect(seen).toMatchObject({ status: 403, code: 'ROLE_MAY_NOT' });
  });
});

describe('lists', () => {
  it('are read page by page without a gap and end with no cursor', async () => {
    for (let count = 0; count < 4; count += 1) await aCase(h);
    const all = list((await h.as('officer').get('/v1/cases?limit=100')).body, 'rows').map((row) =>
      at(row, 'id'),
    );
    const paged = (await allRows(h.as('officer'), '/v1/cases?limit=3')).map((row) => at(row, 'id'));
    expect(paged).toEqual(all);
  });

  it('of the audit are gapless', async () => {
    const rows = await allRows(h.as('auditor'), '/v1/audit?limit=100');
    const sequences = rows.map((row) => Number(at(row, 'sequence')));
    expect(sequences).toEqual(sequences.map((_, index) => index + 1));
  });
});
