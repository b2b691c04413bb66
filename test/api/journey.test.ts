import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { latestDetermination } from '../../store/index.js';
import { at, list, startHarness, text } from './harness.js';
import type { Harness } from './harness.js';
import { aDescribedCase, say } from './described-case.js';
import { moveTo } from './running-route.js';
import type { Name } from './people.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

const decide = (caseId: string, by: Name, kind: string, value: unknown) =>
  h.as(by).post(`/v1/cases/${caseId}/decisions`, {
    kind,
    value,
    document: { ref: `${kind} 1` },
    decidedOn: '2026-11-20',
    reason: 'The file shows it.',
  });

describe('a case from facts to a running plan, by the rules in force', () => {
  it('is refused a determination until what no determination can do without is answered', async () => {
    const opened = await h
      .as('officer')
      .post('/v1/cases', { reference: 'T-8', requestingState: 'KZ', items: [{ id: 'I1' }] });
    const seen = await h.as('officer').post(`/v1/cases/${text(opened.body, 'id')}/determinations`, {});
    expect(seen).toMatchObject({ status: 422, code: 'DETERMINATION_REFUSED' });
    const pointers = list(seen.body, 'errors').map((fault) => at(fault, 'pointer'));
    expect(pointers).toEqual(expect.arrayContaining(['/items/I1/dataCategory', '/items/I1/identifiers']));
  });

  it('is determined with an explanation of every rule, and kept as it was read', async () => {
    const caseId = await aDescribedCase(h);
    const seen = await h.as('officer').post(`/v1/cases/${caseId}/determinations`, {});
    expect(seen.status).toBe(201);
    const again = await h.as('officer').get(`/v1/determinations/${text(seen.body, 'id')}`);
    expect(at(again.body, 'determination')).toEqual(at(seen.body, 'determination'));
    expect(text(again.body, 'text')).toContain('Determination of 2026-11-23');
    expect(list(again.body, 'determination', 'explanation').length).toBeGreaterThan(10);
    expect(seen.text).not.toContain('salt');
  });

  it('is tried out without leaving anything behind', async () => {
    const caseId = await aDescribedCase(h);
    const seen = await h.as('officer').post(`/v1/cases/${caseId}/determinations`, { dryRun: true });
    expect(seen).toMatchObject({ status: 200, body: { id: null } });
    expect(await latestDetermination(h.store.read, caseId)).toBeNull();
  });

  it('shows a proposal when a decision changes what runs, and applies nothing by itself', async () => {
    const caseId = await aDescribedCase(h);
    await decide(caseId, 'prosecutor', 'AUTHORISATION', 'PROSECUTOR');
    const made = await h.as('officer').post(`/v1/cases/${caseId}/determinations`, {});
    const plan = list(made.body, 'determination', 'plan');
    expect(plan).toContain('PROV_PRES');
    const determinationId = text(made.body, 'id');
    const chosen = await h.as('officer').post(`/v1/cases/${caseId}/plans`, { determinationId, lots: 'ALL' });
    const planId = text(chosen.body, 'id');
    const started = await h
      .as('officer')
      .post(`/v1/plans/${planId}/start`, undefined, { ifMatch: chosen.headers['etag'] ?? '' });
    expect(started.status).toBe(201);
    const routeId = text(started.body, 'routes', 0, 'routeId');
    const workflowId = text(started.body, 'routes', 0, 'workflowId');
    await moveTo(
      h,
      { caseId, routeId, workflowId, planId, planDigest: text(chosen.body, 'digest') },
      'DRAFT',
    );

    const review = await decide(caseId, 'adviser', 'NECESSITY_ASSESSMENT', 'APPROVED');
    expect(at(review.body, 'proposal', 'state')).toBe('NOTHING_CHANGES');
    const seconded = await h.as('supervisor').post(`/v1/decisions/${text(review.body, 'id')}/second`, {});
    expect(at(seconded.body, 'proposal')).toMatchObject({
      state: 'PROPOSED',
      baseDigest: text(chosen.body, 'digest'),
    });
    const plans = list((await h.as('officer').get(`/v1/cases/${caseId}/plans`)).body, 'rows');
    expect(plans.map((one) => at(one, 'state'))).toEqual(['PROPOSED', 'ACTIVE']);
    expect(h.engine.told.at(-1)).toMatchObject({ update: 'reviseRoute', workflowId });
  });

  it('records facts that allow no determination, and says why there is no proposal', async () => {
    const caseId = await aDescribedCase(h);
    await decide(caseId, 'prosecutor', 'AUTHORISATION', 'PROSECUTOR');
    const made = await h.as('officer').post(`/v1/cases/${caseId}/determinations`, {});
    const body = { determinationId: text(made.body, 'id'), lots: 'ALL' };
    const chosen = await h.as('officer').post(`/v1/cases/${caseId}/plans`, body);
    await h.as('officer').post(`/v1/plans/${text(chosen.body, 'id')}/start`, undefined, {
      ifMatch: chosen.headers['etag'] ?? '',
    });
    const unknown = { fact: 'dataCategory', item: 'I1', known: false, source: 'asked again' };
    const seen = await say(h, caseId, 'officer', [unknown]);
    expect(seen.status).toBe(201);
    expect(at(seen.body, 'proposal', 'state')).toBe('NOT_DETERMINED');
    expect(text(seen.body, 'proposal', 'says')).toContain('dataCategory');
  });
});
