import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditOf } from '../../store/index.js';
import { at, list, startHarness, text } from '../api/harness.js';
import type { Harness } from '../api/harness.js';
import { aCase, aRoute, askSignature } from '../api/running-route.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

const why = async (name: Parameters<Harness['as']>[0], refusal: { body: unknown }) =>
  h.as(name).get(`/v1/refusals/${text(refusal.body, 'reference')}`);
const lacks = (answer: { body: unknown }) =>
  list(answer.body, 'lines').flatMap((line) => list(line, 'lacks').map((lack) => at(lack, 'what')));

describe('a refusal', () => {
  it('says by its reference which role was lacking, and who can help', async () => {
    const refused = await h.as('administrator').post('/v1/cases', { reference: 'a', requestingState: 'KZ' });
    const answer = await why('administrator', refused);
    expect(answer.status).toBe(200);
    expect(lacks(answer)).toEqual(['ROLE']);
    expect(text(answer.body, 'lines', 0, 'lacks', 0, 'cure')).toContain('administrator');
  });

  it('names the condition that did not hold of the thing', async () => {
    const route = await aRoute(h, 'PROV_PRES', { by: 'twoHats' });
    const { stepId, digest } = await askSignature(h, route);
    const refused = await h
      .as('twoHats')
      .post(`/v1/approvals/${stepId}/decision`, { decision: 'approve', digest });
    expect(refused).toMatchObject({ status: 403, code: 'APPROVAL_SELF_DECISION' });
    expect(lacks(await why('twoHats', refused))).toEqual(['NOT_DRAFTER']);
  });

  it('is explained to nobody but the person who was refused', async () => {
    const refused = await h.as('filter').get('/v1/audit');
    for (const name of ['officer', 'administrator', 'auditor'] as const)
      expect((await why(name, refused)).code).toBe('NOT_FOUND');
  });

  it('of what is hidden reads as that of what does not exist', async () => {
    const { id } = await aCase(h);
    const explained = async (caseId: string) => {
      const { body } = await why('outsider', await h.as('outsider').get(`/v1/cases/${caseId}`));
      return [at(body, 'code'), at(body, 'title'), at(body, 'lines')];
    };
    expect(await explained(id)).toEqual(await explained('0'.repeat(26)));
  });

  it('of what is hidden tells how one would have to stand to it', async () => {
    const { id } = await aCase(h);
    const answer = await why('outsider', await h.as('outsider').get(`/v1/cases/${id}`));
    expect(lacks(answer)).toEqual(['MEMBER', 'ROLE', 'ROLE', 'ROLE', 'ROLE']);
    expect(text(answer.body, 'lines', 0, 'lacks', 0, 'cure')).toContain('supervisor');
  });

  it('is on record with its reference before it is answered', async () => {
    const refused = await h.as('filter').get('/v1/audit');
    const rows = await auditOf(h.store.read, { limit: 5000 });
    const trace = rows.filter(({ verb }) => verb === 'ACCESS_REFUSED').at(-1);
    expect(trace?.body).toContain(text(refused.body, 'reference'));
  });
});
