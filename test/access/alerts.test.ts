import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alertKinds } from '../../contracts/access.js';
import type { AlertKind } from '../../contracts/access.js';
import {
  liftHold,
  markSensitive,
  noteNotTaken,
  placeHold,
  recordFacts,
  recordOverride,
  registerWebhook,
  secondOverride,
  sweepAlerts,
  systemAct,
} from '../../store/index.js';
import type { PersonAct } from '../../store/index.js';
import type { Role } from '../../contracts/codes.js';
import { allRows, at, startHarness, text } from '../api/harness.js';
import type { Harness } from '../api/harness.js';
import { createReconciliation } from '../../activities/reconcile.js';
import { aCase, aRoute, aSentRoute, askSignature, moveTo, redeemVotes } from '../api/running-route.js';
import { aWorldOf } from './places.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

const hours = (count: number) => count * 3_600_000;
const now = () => h.clock.now.toISOString();
const as = (personId: string, role: Role): PersonAct & { reason: string } => ({
  actor: { kind: 'person', personId, role },
  at: now(),
  reason: 'In my own words.',
});
const sweep = () => h.store.transaction((tx) => sweepAlerts(tx, systemAct('alert-sweep', now())));
const told = async (caseId: string): Promise<unknown[]> =>
  (await allRows(h.as('overseer'), '/v1/alerts?limit=100')).filter((row) => at(row, 'caseId') === caseId);
const kindsIn = async (caseId: string) => (await told(caseId)).map((row) => at(row, 'kind'));

/** What brings each alert about, on a case of its own; answers the case. */
const occasions: Record<AlertKind, () => Promise<string>> = {
  ENGINE_DIFFERS: async () => {
    const route = await aRoute(h);
    await moveTo(h, route, 'APPROVAL');
    const clock = () => new Date(h.clock.now.getTime() + hours(1));
    const standing = async (ids: readonly string[]) => ids.map(() => 'MISSING' as const);
    await createReconciliation({ store: h.store, clock, standing }).reconcile({ after: null });
    return route.caseId;
  },
  EVENTS_NOT_TAKEN: async () => {
    const { id: caseId } = await aCase(h);
    await h.store.transaction(async (tx) => {
      const to = { unitId: 'unit-cyber-kz', url: 'http://127.0.0.1:1/' };
      const { webhookId: id } = await registerWebhook(tx, as('supervisor', 'SUPERVISOR'), to);
      const failed = { id, event: { sequence: 1, caseId }, why: 'it could not be reached' };
      await noteNotTaken(tx, systemAct('event-sweep', now()), failed);
      h.clock.now = new Date(h.clock.now.getTime() + hours(24));
      await noteNotTaken(tx, systemAct('event-sweep', now()), failed);
    });
    return caseId;
  },
  HOLD_RELEASED: async () => {
    const { id: caseId } = await aCase(h);
    await h.store.transaction(async (tx) => {
      const { holdId } = await placeHold(tx, as('adviser', 'LEGAL_ADVISOR'), { caseId, kind: 'RIGHTS' });
      await liftHold(tx, as('head', 'HEAD_OF_OFFICE'), { holdId });
    });
    return caseId;
  },
  POLICY_OVERRIDDEN: async () => {
    const { id: caseId } = await aCase(h);
    await h.store.transaction(async (tx) => {
      const input = { caseId, page: 'T02', reason: 'One case.', expiresOn: '2026-12-01' };
      const { id: overrideId } = await recordOverride(tx, as('supervisor', 'SUPERVISOR'), input);
      await secondOverride(tx, as('adviser', 'LEGAL_ADVISOR'), { overrideId });
    });
    return caseId;
  },
  SEALED_OPENED: async () => {
    const { id: caseId } = await aCase(h);
    await h.store.transaction((tx) =>
      markSensitive(tx, as('adviser', 'LEGAL_ADVISOR'), { caseId, kind: 'SEALED' }),
    );
    const why = { 'access-reason': 'Checking the seal today.' };
    await h.as('officer').get(`/v1/cases/${caseId}`, why);
    return caseId;
  },
  APPROVED_AT_ONCE: async () => (await approvedAfter(59_000)).caseId,
  ONE_PERSON_TWO_ROLES: async () => {
    const { id: caseId } = await aCase(h, 'twoHats');
    const answer = { fact: 'offence.transnational', item: null, known: true, value: true, source: 'x' };
    await h.store.transaction((tx) =>
      recordFacts(tx, as('twoHats', 'SUPERVISOR'), { caseId, answers: [answer] }),
    );
    await sweep();
    return caseId;
  },
  EMERGENCY_UNREVIEWED: async () => {
    const { caseId, routeId } = await aSentRoute(h);
    await h.store.read.db
      .updateTable('routes')
      .set({ family: 'EDR', route: 'EDR' })
      .where('id', '=', routeId)
      .execute();
    h.clock.now = new Date(h.clock.now.getTime() + hours(71));
    await sweep();
    expect(await kindsIn(caseId)).not.toContain('EMERGENCY_UNREVIEWED');
    h.clock.now = new Date(h.clock.now.getTime() + hours(2));
    await sweep();
    return caseId;
  },
  PRESERVATION_EXPIRED: async () => {
    const { caseId, routeId } = await aRoute(h);
    const clock = {
      ...{ id: `clock-${routeId}`, caseId, routeId, termId: 'preservation', event: 'PRESERVED' as const },
      ...{ title: 'Preservation', nature: 'law' as const, reference: '29(7)', provisional: false },
      ...{ startedAt: now(), endsAt: now(), derivation: '[]', rungs: '[]', stoppedAt: null, stopWhy: null },
    };
    await h.store.read.db.insertInto('clocks').values(clock).execute();
    await sweep();
    return caseId;
  },
  MANY_ACCOUNTS: async () => {
    const { caseId } = await aRouteNaming(21);
    expect(await kindsIn((await aRouteNaming(20)).caseId)).toEqual([]);
    return caseId;
  },
};

/** A request that a supervisor approves some time after the signature was asked for. */
async function approvedAfter(ms: number) {
  redeemVotes(h);
  const route = await aRoute(h);
  const { stepId, digest } = await askSignature(h, route);
  h.clock.now = new Date(h.clock.now.getTime() + ms);
  const signed = await h
    .as('supervisor')
    .post(`/v1/approvals/${stepId}/decision`, { decision: 'approve', digest });
  expect(signed.status).toBe(201);
  return route;
}

/** A request started over HTTP whose item names so many accounts. */
async function aRouteNaming(count: number) {
  const value = Array.from({ length: count }, (_, index) => ({
    type: 'ACCOUNT_ID' as const,
    value: `1784140000000${String(index).padStart(2, '0')}`,
  }));
  const answer = { fact: 'identifiers', item: 'I1', known: true, value, source: 'letter' };
  return aRoute(h, 'PROV_PRES', {
    before: (caseId) =>
      h.store.transaction((tx) =>
        recordFacts(tx, as('officer', 'CASE_OFFICER'), { caseId, answers: [answer] }),
      ),
  });
}

describe('the overseer', () => {
  it.each(alertKinds)('is told of %s, once', async (kind) => {
    const caseId = await occasions[kind]();
    expect(await kindsIn(caseId)).toContain(kind);
    const before = await told(caseId);
    expect(await sweep()).toEqual({ raised: 0 });
    expect(await told(caseId)).toEqual(before);
  });

  it('is not told of an approval that took its time', async () => {
    expect(await kindsIn((await approvedAfter(60_000)).caseId)).toEqual([]);
  });

  it('says what came of an alert, once, and nobody else does', async () => {
    const caseId = await occasions.HOLD_RELEASED();
    const alertId = text((await told(caseId))[0], 'id');
    const say = (name: 'overseer' | 'auditor' | 'supervisor') =>
      h.as(name).post(`/v1/alerts/${alertId}/acknowledgement`, { reason: 'Asked the head of office.' });
    expect((await say('supervisor')).code).toBe('ROLE_MAY_NOT');
    expect((await say('auditor')).code).toBe('ROLE_MAY_NOT');
    expect((await say('overseer')).status).toBe(201);
    expect((await say('overseer')).code).toBe('ROUTE_STATE');
    expect(await told(caseId)).toEqual([]);
    const all = await allRows(h.as('auditor'), '/v1/alerts?state=all&limit=100');
    expect(all.find((row) => at(row, 'id') === alertId)).toMatchObject({
      byPerson: 'overseer',
      reason: 'Asked the head of office.',
    });
  });

  it('has no alert of what the case holds: an alert names ids, codes and numbers', async () => {
    await aWorldOf(h);
    const rows = await allRows(h.as('auditor'), '/v1/alerts?state=all&limit=100');
    expect(JSON.stringify(rows)).not.toMatch(/178414000000001|Training provider|In my own words/);
  });
});
