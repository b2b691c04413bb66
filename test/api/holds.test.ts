import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handOver, systemAct } from '../../store/index.js';
import { at, list, startHarness, text } from './harness.js';
import type { Harness, Seen } from './harness.js';
import type { Name } from './people.js';
import { aRoute, askSignature, lotOf, redeemVotes } from './running-route.js';
import type { RunningRoute } from './running-route.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());
beforeEach(() => redeemVotes(h));

const reason = 'The legal adviser has to look at it.';

/** Signed in full: only a hold can stop it. */
async function aSignedRoute(route = 'PROV_PRES'): Promise<RunningRoute & { digest: string }> {
  const lot =
    route === 'PROV_PRES' ? lotOf('PROV_PRES') : { ...lotOf('P2P'), route: 'P2P:INTERPOL' as const };
  const running = await aRoute(h, lot.family, { lot });
  const { stepId, digest } = await askSignature(h, running);
  await h.as('supervisor').post(`/v1/approvals/${stepId}/decision`, { decision: 'approve', digest });
  return { ...running, digest };
}
const leaves = ({ routeId, digest }: { routeId: string; digest: string }) =>
  h.store.transaction((tx) =>
    handOver(tx, systemAct('test', h.clock.now.toISOString()), { routeId, digest }),
  );
const hold = (caseId: string, by: Name, change: object = {}): Promise<Seen> =>
  h.as(by).post(`/v1/cases/${caseId}/holds`, { kind: 'RIGHTS', reason, ...change });
const release = (holdId: string, by: Name): Promise<Seen> =>
  h.as(by).post(`/v1/holds/${holdId}/release`, { reason: 'The question was answered in D-13.' });
const pause = (channel: string, by: Name = 'administrator'): Promise<Seen> =>
  h.as(by).post('/v1/pauses', { channel, reason: 'The channel answers with errors.' });
const endPause = (pauseId: string, by: Name = 'administrator'): Promise<Seen> =>
  h.as(by).post(`/v1/pauses/${pauseId}/end`, { reason: 'The channel works again.' });

describe('a hold', () => {
  it('stops the hand-over of what is signed in full, and shows with its reason', async () => {
    const route = await aSignedRoute();
    expect((await hold(route.caseId, 'adviser')).status).toBe(201);
    expect(await leaves(route)).toEqual({ handedOver: false, reason: 'ON_HOLD RIGHTS' });
    const { body } = await h.as('officer').get(`/v1/cases/${route.caseId}/holds`);
    expect(list(body, 'rows')).toMatchObject([
      { kind: 'RIGHTS', reason, liftedAt: null, needs: { all: ['LEGAL_ADVISOR', 'HEAD_OF_OFFICE'] } },
    ]);
  });

  it('of one route leaves the others of the case alone', async () => {
    const route = await aSignedRoute();
    const other = await aSignedRoute();
    await hold(route.caseId, 'prosecutor', { kind: 'LEGAL', routeId: route.routeId });
    expect(await leaves(route)).toMatchObject({ reason: 'ON_HOLD LEGAL' });
    expect(await leaves(other)).toMatchObject({ handedOver: true });
    expect((await hold(route.caseId, 'adviser', { routeId: other.routeId })).status).toBe(404);
  });

  it('for rights is lifted by legal adviser and head of office together, by neither alone', async () => {
    const route = await aSignedRoute();
    const holdId = text((await hold(route.caseId, 'adviser')).body, 'holdId');
    const first = await release(holdId, 'adviser');
    expect(first.body).toMatchObject({ lifted: false, waitsFor: ['HEAD_OF_OFFICE'] });
    expect(await leaves(route)).toMatchObject({ handedOver: false });
    expect(await release(holdId, 'adviser')).toMatchObject({ status: 403, code: 'DECISION_SECOND_SAME' });
    expect((await release(holdId, 'adviserB')).body).toMatchObject({ lifted: false });
    expect(await leaves(route)).toMatchObject({ handedOver: false });
    expect((await release(holdId, 'head')).body).toMatchObject({ lifted: true, waitsFor: [] });
    expect(await leaves(route)).toMatchObject({ handedOver: true });
    expect(await release(holdId, 'head')).toMatchObject({ status: 409, code: 'ROUTE_STATE' });
  });

  it('for rights is not lifted by a prosecutor', async () => {
    const route = await aSignedRoute();
    const holdId = text((await hold(route.caseId, 'adviser')).body, 'holdId');
    expect(await release(holdId, 'prosecutor')).toMatchObject({ status: 403, code: 'ROLE_MAY_NOT' });
  });

  it('wakes what it held when it is lifted', async () => {
    const route = await aSignedRoute();
    const holdId = text((await hold(route.caseId, 'prosecutor', { kind: 'LEGAL' })).body, 'holdId');
    await h.store.transaction(async (tx) => {
      const held = { state: 'CHECKS', waitsFor: 'ON_HOLD LEGAL' } as const;
      await tx.db.updateTable('routes').set(held).where('id', '=', route.routeId).execute();
    });
    await release(holdId, 'prosecutor');
    expect(h.engine.told.at(-1)).toMatchObject({ update: 'reviseRoute', workflowId: route.workflowId });
  });

  it.each(['officer', 'supervisor', 'administrator', 'auditor'] as const)(
    'is neither placed nor lifted by %s',
    async (name) => {
      const route = await aSignedRoute();
      expect((await hold(route.caseId, name)).status).toBe(403);
      const holdId = text((await hold(route.caseId, 'adviser')).body, 'holdId');
      expect((await release(holdId, name)).status).toBe(403);
    },
  );

  it('does not exist for who does not see the case', async () => {
    const route = await aSignedRoute();
    expect((await hold(route.caseId, 'overseer')).status).toBe(201);
    expect((await h.as('outsideSupervisor').get(`/v1/cases/${route.caseId}/holds`)).status).toBe(404);
  });
});

describe('a pause', () => {
  it.each([
    ['P2P:INTERPOL', 'P2P:INTERPOL', true],
    ['P2P', 'P2P:INTERPOL', true],
    ['EVERYTHING', 'PROV_PRES', true],
    ['MLA', 'PROV_PRES', false],
    ['P2P:G7_24_7', 'P2P:INTERPOL', false],
  ])('of %s stops %s: %s', async (channel, route, stops) => {
    const running = await aSignedRoute(route);
    const pauseId = text((await pause(channel)).body, 'pauseId');
    const handed = await leaves(running);
    expect(handed).toMatchObject(stops ? { reason: 'ON_HOLD OPERATOR' } : { handedOver: true });
    expect((await endPause(pauseId)).status).toBe(201);
    expect(await leaves(running)).toMatchObject({ handedOver: true });
  });

  it('shows to everybody, with who placed it and why, until it is ended', async () => {
    const pauseId = text((await pause('MLA', 'overseer')).body, 'pauseId');
    const shown = () => h.as('officer').get('/v1/pauses');
    expect(list((await shown()).body, 'rows')).toMatchObject([{ channel: 'MLA', byPerson: 'overseer' }]);
    expect((await endPause(pauseId, 'overseer')).status).toBe(403);
    await endPause(pauseId, 'head');
    expect(list((await shown()).body, 'rows')).toEqual([]);
    expect(await endPause(pauseId)).toMatchObject({ status: 409, code: 'ROUTE_STATE' });
  });

  it('names what is no channel, and is placed by nobody who works on cases', async () => {
    const seen = await pause('P2P:MOON');
    expect(seen).toMatchObject({ status: 422, code: 'BODY_INVALID' });
    expect(at(seen.body, 'errors', 0, 'pointer')).toBe('/channel');
    for (const name of ['officer', 'supervisor', 'adviser', 'prosecutor'] as const)
      expect((await pause('MLA', name)).status).toBe(403);
  });
});
