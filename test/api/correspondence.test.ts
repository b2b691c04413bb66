import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { linkIdentity, systemAct } from '../../store/index.js';
import { Browser } from '../support/browser.js';
import { apiOrigin, startIdentity } from '../support/identity.js';
import { at, list, startHarness, text } from './harness.js';
import type { Harness } from './harness.js';
import { aHandedOverRoute, aRoute, aSentRoute, askSignature, redeemVotes } from './running-route.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());
beforeEach(() => redeemVotes(h));

const sent = (more: object = {}) => ({
  sentAt: h.clock.now.toISOString(),
  means: 'portal',
  reference: 'R-1',
  ...more,
});
const answered = (more: object = {}) => ({
  outcome: 'PRESERVED',
  receivedAt: h.clock.now.toISOString(),
  reference: 'P-1',
  preservedUntil: '2027-02-20T00:00:00+05:00',
  ...more,
});

describe('a dispatch', () => {
  it('is recorded by the sender and told to the route', async () => {
    const { routeId, workflowId } = await aHandedOverRoute(h);
    const seen = await h.as('officer').post(`/v1/routes/${routeId}/dispatch`, sent());
    expect(seen.status).toBe(201);
    expect(h.engine.told.at(-1)).toMatchObject({
      update: 'recordDispatch',
      workflowId,
      payload: { dispatchId: text(seen.body, 'id'), sentAt: h.clock.now.toISOString() },
    });
  });

  it('is refused before anything was handed over', async () => {
    const { routeId } = await aRoute(h);
    const seen = await h.as('officer').post(`/v1/routes/${routeId}/dispatch`, sent());
    expect(seen).toMatchObject({ status: 409, code: 'ROUTE_STATE' });
  });

  it('is refused for a time that has not come', async () => {
    const { routeId } = await aHandedOverRoute(h);
    const sentAt = new Date(h.clock.now.getTime() + 3_600_000).toISOString();
    const seen = await h.as('officer').post(`/v1/routes/${routeId}/dispatch`, sent({ sentAt }));
    expect(seen).toMatchObject({ status: 422, code: 'DISPATCH_IN_FUTURE' });
  });

  it('is recorded once', async () => {
    const { routeId } = await aSentRoute(h);
    const seen = await h.as('officer').post(`/v1/routes/${routeId}/dispatch`, sent());
    expect(seen).toMatchObject({ status: 409, code: 'ROUTE_STATE' });
  });

  it('without an offset names no instant', async () => {
    const { routeId } = await aHandedOverRoute(h);
    const seen = await h
      .as('officer')
      .post(`/v1/routes/${routeId}/dispatch`, sent({ sentAt: '2026-11-23T09:00:00' }));
    expect(seen.code).toBe('BODY_INVALID');
  });
});

describe('a reply', () => {
  it('is a row first, then a message that carries no word of it', async () => {
    const { routeId } = await aSentRoute(h);
    const seen = await h
      .as('officer')
      .post(`/v1/routes/${routeId}/replies`, answered({ says: 'kept for account 4711' }));
    expect(seen.status).toBe(201);
    const told = h.engine.told.at(-1);
    expect(told).toMatchObject({
      update: 'receiveReply',
      payload: { replyId: text(seen.body, 'id'), outcome: 'PRESERVED' },
    });
    expect(JSON.stringify(told)).not.toContain('4711');
    const file = await h.as('officer').get(`/v1/routes/${routeId}`);
    expect(list(file.body, 'replies')).toMatchObject([
      { says: 'kept for account 4711', preservedUntil: '2027-02-19T19:00:00.000Z', byPerson: 'officer' },
    ]);
  });

  it('is refused where nothing was sent', async () => {
    const { routeId } = await aRoute(h);
    expect((await h.as('officer').post(`/v1/routes/${routeId}/replies`, answered())).code).toBe(
      'ROUTE_STATE',
    );
  });

  it('tells until when data are kept only where they are kept', async () => {
    const { routeId } = await aSentRoute(h);
    const seen = await h
      .as('officer')
      .post(`/v1/routes/${routeId}/replies`, answered({ outcome: 'REFUSED' }));
    expect(seen.code).toBe('BODY_INVALID');
    expect(at(list(seen.body, 'errors')[0], 'pointer')).toBe('/preservedUntil');
  });

  it('tells when the user will be told only where the provider announces it', async () => {
    const { routeId } = await aSentRoute(h);
    const noticeAt = '2026-12-10T09:00:00+05:00';
    const [told, refused] = [
      { outcome: 'NOTICE_ANNOUNCED', preservedUntil: undefined, noticeAt },
      { outcome: 'REFUSED', preservedUntil: undefined, noticeAt },
    ].map((reply) => answered(reply));
    const seen = await h.as('officer').post(`/v1/routes/${routeId}/replies`, refused);
    expect(seen.code).toBe('BODY_INVALID');
    expect(at(list(seen.body, 'errors')[0], 'pointer')).toBe('/noticeAt');
    expect((await h.as('officer').post(`/v1/routes/${routeId}/replies`, told)).status).toBe(201);
    const file = await h.as('officer').get(`/v1/routes/${routeId}`);
    expect(list(file.body, 'replies')).toMatchObject([{ noticeAt: '2026-12-10T04:00:00.000Z' }]);
  });

  it('is refused with an outcome that is not in the list', async () => {
    const { routeId } = await aSentRoute(h);
    expect(
      (await h.as('officer').post(`/v1/routes/${routeId}/replies`, answered({ outcome: 'MAYBE' }))).code,
    ).toBe('BODY_INVALID');
  });

  it('that is sent twice with one key is one reply', async () => {
    const { routeId } = await aSentRoute(h);
    for (let count = 0; count < 2; count += 1) {
      await h.as('officer').post(`/v1/routes/${routeId}/replies`, answered(), { key: `reply-${routeId}` });
    }
    expect(list((await h.as('officer').get(`/v1/routes/${routeId}`)).body, 'replies')).toHaveLength(1);
  });
});

describe('a withdrawal', () => {
  it('is a supervisor’s, with a reason', async () => {
    const { routeId } = await aRoute(h);
    const url = `/v1/routes/${routeId}/withdrawal`;
    expect((await h.as('officer').post(url, { reason: 'no longer needed' })).code).toBe('ROLE_MAY_NOT');
    expect((await h.as('supervisor').post(url, { reason: '' })).code).toBe('BODY_INVALID');
    const seen = await h.as('supervisor').post(url, { reason: 'no longer needed' });
    expect(seen.status).toBe(201);
    expect(h.engine.told.at(-1)).toMatchObject({ update: 'withdrawRoute' });
  });
});

describe('a review after an emergency', () => {
  const said = { verdict: 'VALIDATED', finding: 'justified', reference: 'EX-1' };

  it('counts with the second of two persons who had no part in it, one of them a legal adviser', async () => {
    const { routeId } = await aSentRoute(h);
    const url = `/v1/routes/${routeId}/review`;
    const told = h.engine.told.length;
    const first = await h.as('overseer').post(url, said);
    expect(at(first.body, 'review')).toEqual({ counts: null, waitsFor: ['LEGAL_ADVISOR'] });
    expect(h.engine.told).toHaveLength(told);
    expect((await h.as('overseer').post(url, said)).code).toBe('DECISION_SECOND_SAME');
    const second = await h.as('adviser').post(url, said);
    expect([second.status, at(second.body, 'review', 'counts')]).toEqual([201, 'VALIDATED']);
    expect(h.engine.told.at(-1)).toMatchObject({
      update: 'reportDone',
      payload: { what: 'ex-post-reviewed', verdict: 'VALIDATED' },
    });
  });

  it('is refused to whoever recorded it in an office that may not review', async () => {
    const { routeId } = await aSentRoute(h);
    const seen = await h.as('officer').post(`/v1/routes/${routeId}/review`, {
      verdict: 'VALIDATED',
      finding: 'justified',
      reference: 'EX-1',
    });
    expect(seen.code).toBe('ROLE_MAY_NOT');
  });
});

describe('a report', () => {
  it('says what was decided when nobody answered', async () => {
    const { routeId } = await aSentRoute(h);
    const body = {
      what: 'decision-taken',
      choice: 'WAIT_ON',
      finding: 'a further month',
      reference: 'note 3',
    };
    expect((await h.as('supervisor').post(`/v1/routes/${routeId}/reports`, body)).status).toBe(201);
    expect(h.engine.told.at(-1)?.payload).toMatchObject({ what: 'decision-taken', choice: 'WAIT_ON' });
  });

  it('has a choice only where something is decided', async () => {
    const { routeId } = await aSentRoute(h);
    const body = {
      what: 'clarification-answered',
      choice: 'CLOSE',
      finding: 'answered',
      reference: 'note 3',
    };
    expect((await h.as('officer').post(`/v1/routes/${routeId}/reports`, body)).code).toBe('BODY_INVALID');
  });
});

describe('what is read of a route', () => {
  it('is marked as training, with lot, signatures and packet, and no path of the machine', async () => {
    const { routeId } = await aSentRoute(h);
    const seen = await h.as('officer').get(`/v1/routes/${routeId}`);
    expect(seen.body).toMatchObject({
      mark: 'TRAINING - NOT A REQUEST',
      state: 'DISPATCHED',
      lot: { key: 'lot-PROV_PRES' },
      approvals: [{ personId: 'supervisor', decision: 'approve' }],
      dispatches: [{ means: 'portal', byPerson: 'officer' }],
    });
    expect(seen.text).not.toContain('packets/one');
  });

  it('is not marked in real use', async () => {
    const { routeId } = await aRoute(h);
    const provider = await startIdentity(['officer']);
    const site = await startHarness({ mode: 'site', store: h.store, identity: provider.identity });
    site.clock.now = new Date();
    const act = systemAct('test', site.clock.now.toISOString());
    const account = { issuer: provider.issuer, subject: 'officer' };
    await h.store.transaction((tx) => linkIdentity(tx, act, account, { personId: 'officer' }));
    const browser = new Browser(site.app, apiOrigin);
    await browser.signIn('officer');
    const seen = await site.app.inject({ url: `/v1/routes/${routeId}`, headers: browser.headers });
    const health = await site.stranger.get('/health');
    await site.stop();
    await provider.stop();
    expect(at(seen.json(), 'state')).toBe('DRAFT');
    expect(at(seen.json(), 'mark')).toBeUndefined();
    expect(at(health.body, 'notice')).toBeNull();
  });

  it('is a timeline of who did what, in order', async () => {
    const { caseId } = await aSentRoute(h);
    const seen = await h.as('officer').get(`/v1/cases/${caseId}/timeline?limit=100`);
    const verbs = list(seen.body, 'rows').map((row) => at(row, 'verb'));
    const order = [
      'CASE_OPENED',
      'PLAN_CHOSEN',
      'PLAN_STARTED',
      'DOCUMENT_RENDERED',
      'APPROVAL_DECIDED',
      'HANDED_OVER',
      'DISPATCH_RECORDED',
    ];
    expect(verbs.filter((verb) => order.includes(String(verb)))).toEqual(order);
  });

  it('is what is due, for a step that waits', async () => {
    const route = await aRoute(h);
    await askSignature(h, route);
    const seen = await h.as('officer').get(`/v1/cases/${route.caseId}/deadlines`);
    expect(list(seen.body, 'rows')).toMatchObject([
      { kind: 'APPROVAL', title: 'supervisor', routeId: route.routeId },
    ]);
  });
});
