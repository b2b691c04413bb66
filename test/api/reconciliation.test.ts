import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createReconciliation } from '../../activities/reconcile.js';
import type { EngineStanding } from '../../contracts/codes.js';
import { incidentsOfRoute } from '../../store/index.js';
import { allRows, at, startHarness } from './harness.js';
import type { Harness } from './harness.js';
import { aRoute, moveTo, type RunningRoute } from './running-route.js';

let h: Harness;
let route: RunningRoute;
beforeAll(async () => {
  h = await startHarness();
});
beforeEach(async () => {
  route = await aRoute(h);
  await moveTo(h, route, 'APPROVAL');
  h.clock.now = new Date(h.clock.now.getTime() + 10 * 60_000);
});
afterAll(() => h.stop());

/** Compares from an id on; of the route of this test the engine says as given, of every other that it runs. */
async function reconcile(says: EngineStanding, after: string | null = null) {
  const asked: string[] = [];
  const { reconcile: compare } = createReconciliation({
    store: h.store,
    clock: () => h.clock.now,
    standing: async (ids) => {
      asked.push(...ids);
      return ids.map((id) => (id === route.workflowId ? says : 'RUNNING'));
    },
  });
  return { asked, ...(await compare({ after })) };
}
const incidents = () => incidentsOfRoute(h.store.read, route.routeId);

describe('An open request that the engine does not run', () => {
  it.each([
    ['ENDED', 'has ended this request while it is open on file'],
    ['MISSING', 'does not know this request, which is open on file'],
  ] as const)('is told of when it is %s, once, and stays as it is', async (standing, says) => {
    const before = await h.as('officer').get(`/v1/routes/${route.routeId}`);
    expect(await reconcile(standing)).toMatchObject({ differing: 1, next: null });
    expect(await reconcile(standing)).toMatchObject({ differing: 1 });
    const [incident, ...more] = await incidents();
    expect([incident?.code, more]).toEqual(['ENGINE_DIFFERS', []]);
    expect(incident?.says).toContain(says);
    const alerts = await allRows(h.as('overseer'), '/v1/alerts?limit=100');
    expect(
      alerts.filter((row) => at(row, 'caseId') === route.caseId && at(row, 'kind') === 'ENGINE_DIFFERS'),
    ).toHaveLength(1);
    const after = await h.as('officer').get(`/v1/routes/${route.routeId}`);
    expect([at(after.body, 'state'), at(after.body, 'seq')]).toEqual([
      at(before.body, 'state'),
      at(before.body, 'seq'),
    ]);
  });

  it('is no difference where the engine runs it', async () => {
    expect(await reconcile('RUNNING')).toMatchObject({ differing: 0 });
    expect(await incidents()).toEqual([]);
  });

  it('is not asked about in the minutes after a move', async () => {
    await moveTo(h, route, 'APPROVED');
    expect((await reconcile('MISSING')).asked).not.toContain(route.workflowId);
  });

  it('is found on a later page too', async () => {
    const before = route.routeId;
    route = await aRoute(h);
    h.clock.now = new Date(h.clock.now.getTime() + 10 * 60_000);
    expect((await reconcile('MISSING', before)).asked).toEqual([route.workflowId]);
  });
});
