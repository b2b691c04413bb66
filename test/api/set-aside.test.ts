import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { caseWorkflowId } from '../../contracts/ids.js';
import { beginEvidence, remindersOfRoute, routeToReopen, sealEvidence } from '../../store/index.js';
import { at, list, startHarness, text } from './harness.js';
import type { Harness, Seen } from './harness.js';
import type { Name } from './people.js';
import { aSentRoute, moveTo, redeemVotes } from './running-route.js';
import type { RunningRoute } from './running-route.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());
beforeEach(() => redeemVotes(h));

const letter = 'a'.repeat(64);
const answer = (route: RunningRoute, more: object = {}): Promise<Seen> =>
  h.as('officer').post(`/v1/routes/${route.routeId}/replies`, {
    ...{ outcome: 'ANSWERED', receivedAt: h.clock.now.toISOString(), reference: 'A-1' },
    ...{ says: 'The account is that of a person.', ...more },
  });
const decide = (seen: Seen, choice: string, by: Name = 'supervisor'): Promise<Seen> =>
  h.as(by).post(`/v1/replies/${text(seen.body, 'id')}/decision`, {
    choice,
    reason: 'It is about the same account.',
  });
const file = async ({ routeId }: RunningRoute) => (await h.as('officer').get(`/v1/routes/${routeId}`)).body;
const aClosedRoute = async (): Promise<RunningRoute> => {
  const route = await aSentRoute(h);
  await moveTo(h, route, 'CLOSED');
  return route;
};
const aFile = ({ routeId }: RunningRoute): Promise<string> =>
  h.store.transaction(async (tx) => {
    const actor = { kind: 'person', personId: 'custodian', role: 'EVIDENCE_CUSTODIAN' } as const;
    const act = { actor, at: h.clock.now.toISOString() };
    const names = { fileName: 'late.bin', mediaType: 'application/octet-stream', path: 'late' };
    const { evidenceId } = await beginEvidence(tx, act, { routeId, senderSha256: letter, ...names });
    await sealEvidence(tx, act, { evidenceId, sha256: letter, size: 9 });
    return evidenceId;
  });
const told = () => h.engine.told.length;

describe('an answer that comes after its route has ended', () => {
  it('is kept sealed, told to no workflow, and a supervisor is told that it waits', async () => {
    const route = await aClosedRoute();
    const before = told();
    const seen = await answer(route);
    expect(seen.status).toBe(201);
    expect(at(seen.body, 'setAside')).toEqual({ why: 'LATE', sameAs: null });
    expect(told()).toBe(before);
    const shown = await file(route);
    expect(list(shown, 'replies')).toEqual([]);
    expect(list(shown, 'setAside')).toMatchObject([{ why: 'LATE', outcome: 'ANSWERED', decided: null }]);
    expect(JSON.stringify(shown)).not.toContain('The account is that');
    const waiting = await h.as('supervisor').get('/v1/replies/set-aside?limit=100');
    expect(list(waiting.body, 'rows').some((row) => at(row, 'replyId') === at(seen.body, 'id'))).toBe(true);
    const reminders = await remindersOfRoute(h.store.read, route.routeId);
    expect(reminders.at(-1)).toMatchObject({ tell: 'SUPERVISOR', what: 'remind' });
  });

  it('opens its route again when a supervisor decides so, and only once', async () => {
    const route = await aClosedRoute();
    const seen = await answer(route);
    const replyId = text(seen.body, 'id');
    const { caseId } = route;
    expect(await routeToReopen(h.store.read, { caseId, replyId })).toBeNull();
    expect((await decide(seen, 'REOPEN')).status).toBe(201);
    expect(h.engine.told.at(-1)).toMatchObject({
      ...{ update: 'reopenRoute', workflowId: caseWorkflowId(caseId), payload: { replyId } },
    });
    expect(await routeToReopen(h.store.read, { caseId, replyId })).toMatchObject({
      ...{ routeId: route.routeId, workflowId: route.workflowId },
      reopened: { state: 'CLOSED', reply: { replyId, outcome: 'ANSWERED' } },
    });
    expect(list(await file(route), 'replies')).toMatchObject([{ says: 'The account is that of a person.' }]);
    expect((await decide(seen, 'REOPEN')).code).toBe('ROUTE_STATE');
    await moveTo(h, route, 'INTAKE');
    await moveTo(h, route, 'CLOSED');
    expect(await routeToReopen(h.store.read, { caseId, replyId })).toBeNull();
  });

  it('waits for the first one to have opened the route when two of them come', async () => {
    const route = await aClosedRoute();
    const [first, second] = [await answer(route), await answer(route, { reference: 'A-2' })];
    await decide(first, 'REOPEN');
    expect((await decide(second, 'REOPEN')).code).toBe('ROUTE_STATE');
    await moveTo(h, route, 'INTAKE');
    expect((await decide(second, 'REOPEN')).status).toBe(201);
    expect(h.engine.told.at(-1)).toMatchObject({ update: 'receiveReply', workflowId: route.workflowId });
  });

  it('that is rejected stays sealed and opens nothing', async () => {
    const route = await aClosedRoute();
    const seen = await answer(route);
    const before = told();
    expect((await decide(seen, 'REJECT')).status).toBe(201);
    expect(told()).toBe(before);
    const shown = await file(route);
    expect(list(shown, 'replies')).toEqual([]);
    expect(list(shown, 'setAside')).toMatchObject([{ decided: 'REJECT', decidedBy: 'supervisor' }]);
    expect(JSON.stringify(shown)).not.toContain('The account is that');
  });

  it('is decided on by a supervisor of the case, and by nobody else', async () => {
    const seen = await answer(await aClosedRoute());
    for (const name of ['officer', 'adviser', 'head', 'administrator'] as const)
      expect((await decide(seen, 'REOPEN', name)).status).toBe(403);
    expect((await decide(seen, 'REOPEN', 'outsideSupervisor')).status).toBe(404);
    expect((await decide(seen, 'OTHER')).code).toBe('ROUTE_STATE');
  });

  it('leaves a file that comes with it in quarantine', async () => {
    const route = await aClosedRoute();
    const id = await aFile(route);
    expect(await h.as('custodian').post(`/v1/evidence/${id}/receipt`)).toMatchObject({ code: 'ROUTE_STATE' });
    await moveTo(h, route, 'INTAKE');
    expect((await h.as('custodian').post(`/v1/evidence/${id}/receipt`)).status).toBe(201);
  });
});

describe('an answer that comes by two ways', () => {
  it('is one when the content is the same: shown once, with both ways on record', async () => {
    const route = await aSentRoute(h);
    await answer(route, { means: 'portal', contentSha256: letter });
    const before = told();
    const again = await answer(route, { means: 'mail', contentSha256: letter, reference: 'M-77' });
    expect(at(again.body, 'setAside', 'why')).toBe('SAME_CONTENT');
    expect(told()).toBe(before);
    const shown = await file(route);
    expect(list(shown, 'replies')).toMatchObject([{ means: 'portal', arrivals: [{ means: 'mail' }] }]);
    expect((await decide(again, 'OTHER')).code).toBe('ROUTE_STATE');
  });

  it('waits for a person when only the reference agrees, who says that it is the same', async () => {
    const route = await aSentRoute(h);
    await answer(route, { means: 'portal' });
    const before = told();
    const again = await answer(route, { means: 'mail' });
    expect(at(again.body, 'setAside', 'why')).toBe('SAME_REFERENCE');
    expect(list(await file(route), 'replies')).toMatchObject([{ arrivals: [] }]);
    expect((await decide(again, 'SAME')).status).toBe(201);
    expect(told()).toBe(before);
    expect(list(await file(route), 'replies')).toMatchObject([{ arrivals: [{ means: 'mail' }] }]);
  });

  it('goes on to the route when that person says that it is another', async () => {
    const route = await aSentRoute(h);
    const part = { outcome: 'PARTIAL', missing: [{ item: 'I1', lacks: { kind: 'DATA', which: 'headers' } }] };
    await answer(route, part);
    const again = await answer(route, part);
    await decide(again, 'OTHER');
    expect(h.engine.told.at(-1)).toMatchObject({
      ...{ update: 'receiveReply', payload: { replyId: text(again.body, 'id') } },
    });
    expect(list(await file(route), 'replies')).toHaveLength(2);
  });

  it.each([
    ['a status letter', { outcome: 'ACKNOWLEDGED' }, {}],
    ['a renewal with a later end', { outcome: 'PRESERVED' }, { preservedUntil: '2027-05-20T00:00:00Z' }],
    ['another outcome', { outcome: 'CLARIFICATION' }, { outcome: 'ANSWERED' }],
  ])('is another one, under the same reference, when it is %s', async (_, first, more) => {
    const route = await aSentRoute(h);
    await answer(route, first);
    expect(at((await answer(route, { ...first, ...more })).body, 'setAside')).toBeNull();
  });
});
