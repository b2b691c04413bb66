import { afterAll, beforeAll, expect, it } from 'vitest';
import { holdNextStart, systemAct } from '../../store/index.js';
import { at, list, startHarness, text } from './harness.js';
import type { Harness } from './harness.js';
import { aRoute } from './running-route.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

const heldNow = async () => at((await h.as('officer').get('/v1/held-start')).body, 'held');
const release = (by: 'supervisor' | 'administrator' | 'head') =>
  h.as(by).post('/v1/held-start/release', { reason: 'Every open request was compared.' });

it('a start that nothing holds is not held, and cannot be released', async () => {
  expect(await heldNow()).toBeNull();
  const { status, code } = await release('head');
  expect([status, code]).toEqual([409, 'ROUTE_STATE']);
});

it('a held start shows to everybody with both numbers, and open requests to whom the cases are open', async () => {
  const { routeId } = await aRoute(h, 'PROV_PRES');
  const act = systemAct('test', h.clock.now.toISOString());
  await h.store.transaction((tx) => holdNextStart(tx, act, 7));
  expect(await heldNow()).toMatchObject({ inStore: null, inEngine: 7 });
  h.engine.stands = 'MISSING';
  const { body } = await h.as('officer').get('/v1/held-start/routes');
  const row = list(body, 'rows').find((one) => text(one, 'routeId') === routeId);
  expect(row).toMatchObject({ family: 'PROV_PRES', engine: 'MISSING', nextClockEnds: null });
  const { body: seen } = await h.as('administrator').get('/v1/held-start/routes');
  expect(list(seen, 'rows')).toEqual([]);
});

it('only the head of office lets it go on, once, and the record says who and why', async () => {
  expect((await release('supervisor')).code).toBe('ROLE_MAY_NOT');
  expect((await release('administrator')).code).toBe('ROLE_MAY_NOT');
  expect((await release('head')).status).toBe(201);
  expect(await heldNow()).toBeNull();
  expect((await release('head')).code).toBe('ROUTE_STATE');
});
