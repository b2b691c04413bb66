import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byWhom, newId, planById } from '../../store/index.js';
import { at, list, startHarness, text } from './harness.js';
import type { Harness, Seen } from './harness.js';
import { aDescribedCase, say } from './described-case.js';
import { moveTo } from './running-route.js';
import type { RunningRoute } from './running-route.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

/** A request to a provider for evidence, sent and refused; nothing else of the determination was chosen. */
async function aRefusedRequest(refusal: string | null, family = 'PROV_DISC'): Promise<RunningRoute> {
  const caseId = await aDescribedCase(h);
  await say(h, caseId, 'officer', [{ fact: 'proceedings.purpose', value: 'BOTH', source: 'case file' }]);
  const made = await h.as('officer').post(`/v1/cases/${caseId}/determinations`, {});
  const lots = list(made.body, 'determination', 'lots').filter((lot) => at(lot, 'family') === family);
  const keys = lots.map((lot) => text(lot, 'key'));
  const wanted = { determinationId: text(made.body, 'id'), lots: keys };
  const chosen = await h.as('officer').post(`/v1/cases/${caseId}/plans`, wanted);
  const planId = text(chosen.body, 'id');
  const ifMatch = chosen.headers['etag'] ?? '';
  const started = await h.as('officer').post(`/v1/plans/${planId}/start`, undefined, { ifMatch });
  const routeId = text(started.body, 'routes', 0, 'routeId');
  const workflowId = text(started.body, 'routes', 0, 'workflowId');
  const route = { caseId, routeId, workflowId, planId, planDigest: text(chosen.body, 'digest') };
  await moveTo(h, route, 'DRAFT');
  await wasSent(route);
  await moveTo(h, route, 'DISPATCHED');
  const no = { outcome: 'REFUSED', reference: 'N-1', receivedAt: h.clock.now.toISOString() };
  const said = refusal === null ? no : { ...no, refusal };
  const seen = await h.as('officer').post(`/v1/routes/${routeId}/replies`, said);
  expect(seen.status).toBe(201);
  await moveTo(h, route, 'DECISION_DUE');
  return route;
}

const wasSent = ({ caseId, routeId }: RunningRoute): Promise<unknown> =>
  h.store.transaction(async (tx) => {
    const now = h.clock.now.toISOString();
    const act = { actor: { kind: 'person', personId: 'officer', role: 'CASE_OFFICER' }, at: now } as const;
    const row = { id: newId(), caseId, routeId, outboxId: null, sentAt: now, ...byWhom(act), at: now };
    const how = (await tx.secrets.of(caseId)).seal('dispatches', row.id, {
      means: 'portal',
      reference: 'P-1',
    });
    return tx.db
      .insertInto('dispatches')
      .values({ ...row, ...how })
      .execute();
  });

const convert = ({ routeId }: RunningRoute): Promise<Seen> =>
  h.as('supervisor').post(`/v1/routes/${routeId}/reports`, {
    ...{ what: 'decision-taken', choice: 'CONVERT', finding: 'It asks for legal process.', reference: 'V-1' },
  });
const routesOf = async (caseId: string) =>
  list((await h.as('officer').get(`/v1/cases/${caseId}/routes`)).body, 'rows');
const adopt = async (planId: string, by: 'supervisor' | 'officer', baseDigest: string): Promise<Seen> => {
  const { headers } = await h.as(by).get(`/v1/plans/${planId}`);
  const body = { basePlanDigest: baseDigest, reason: 'Assistance takes over.' };
  return h.as(by).post(`/v1/plans/${planId}/adopt`, body, { ifMatch: headers['etag'] ?? '' });
};

describe('a request that was refused with a reason', () => {
  it('opens the next lawful route as a proposal that names its ancestor, and runs nothing by itself', async () => {
    const route = await aRefusedRequest('LEGAL_PROCESS_NEEDED');
    const seen = await convert(route);
    expect(at(seen.body, 'conversion')).toMatchObject({
      ...{ reason: 'LEGAL_PROCESS_NEEDED', may: ['MLA'], planned: [] },
      proposal: { state: 'PROPOSED' },
    });
    expect(await routesOf(route.caseId)).toHaveLength(1);
    const plan = await planById(h.store.read, text(seen.body, 'conversion', 'proposal', 'planId'));
    const heirs = (plan?.lots ?? []).filter(({ ancestor }) => ancestor !== undefined);
    expect(heirs.map(({ family }) => family)).toEqual(heirs.map(() => 'MLA'));
    expect(heirs[0]).toMatchObject({
      items: ['I1'],
      ancestor: { routeId: route.routeId, route: 'PROV_DISC', reason: 'LEGAL_PROCESS_NEEDED' },
    });
  });

  it('is followed by a route with the same items once a person adopts it, and stays its ancestor when facts change', async () => {
    const route = await aRefusedRequest('NO_POWER');
    const seen = await convert(route);
    await moveTo(h, route, 'CONVERTED');
    const proposal = at(seen.body, 'conversion', 'proposal');
    const adopted = await adopt(text(proposal, 'planId'), 'supervisor', text(proposal, 'baseDigest'));
    expect(adopted.status).toBe(201);
    const heir = (await routesOf(route.caseId)).find((one) => at(one, 'family') === 'MLA');
    const ancestor = { routeId: route.routeId, reason: 'NO_POWER' };
    expect(at(heir, 'lot')).toMatchObject({ items: ['I1'], ancestor });
    const deadline = { fact: 'proceedings.nextStatutoryDeadline', value: '2027-03-01', source: 'case file' };
    await say(h, route.caseId, 'officer', [deadline]);
    const [newest] = list((await h.as('officer').get(`/v1/cases/${route.caseId}/plans`)).body, 'rows');
    const lots = list(newest, 'lots').filter((lot) => at(lot, 'family') === 'MLA');
    expect(lots.map((lot) => at(lot, 'ancestor', 'reason'))).toEqual(lots.map(() => 'NO_POWER'));
  });

  it.each(['WRONG_IDENTIFIER', 'NO_DATA', 'RIGHTS_CONCERN'])(
    'for %s opens no other route: the request itself is mended, closed or held',
    async (refusal) => {
      const seen = await convert(await aRefusedRequest(refusal));
      expect(at(seen.body, 'conversion')).toMatchObject({
        ...{ reason: refusal, may: [], proposal: { state: 'NOTHING_CHANGES' } },
      });
    },
  );

  it('without a code is converted as one that gave no reason', async () => {
    const seen = await convert(await aRefusedRequest(null));
    expect(at(seen.body, 'conversion', 'reason')).toBe('NO_REASON_GIVEN');
  });

  it('says which of the next routes the rules keep shut for its items, and why', async () => {
    const seen = await convert(await aRefusedRequest('NO_POWER', 'PROV_PRES'));
    const may = list(seen.body, 'conversion', 'may');
    expect(may).toEqual(['ART29', 'P2P']);
    const shut = list(seen.body, 'conversion', 'shut').map((one) => text(one, 'route'));
    expect(shut.some((one) => one.startsWith('ART29') || one.startsWith('P2P'))).toBe(true);
  });
});

it('a reason is recorded only with an answer that says no', async () => {
  const route = await aRefusedRequest('NO_POWER');
  const seen = await h.as('officer').post(`/v1/routes/${route.routeId}/replies`, {
    ...{ outcome: 'ANSWERED', reference: 'A-1', receivedAt: h.clock.now.toISOString(), refusal: 'NO_DATA' },
  });
  expect(seen).toMatchObject({ status: 422, code: 'BODY_INVALID' });
  expect(at(seen.body, 'errors', 0, 'pointer')).toBe('/refusal');
});
