import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditOf, seedPeople, systemAct } from '../../store/index.js';
import { endpointsOf, pathWith } from '../api/endpoints.js';
import { at, startHarness, text } from '../api/harness.js';
import type { Harness } from '../api/harness.js';
import { aCase, aRoute, askSignature, aSentRoute, redeemVotes } from '../api/running-route.js';
import { aWorldOf } from './places.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

const token = 'training-token-of-both-sides';
const reviewer = {
  id: 'both-sides',
  unitId: 'unit-cyber-kz',
  roles: ['LEGAL_ADVISOR', 'SUPERVISOR'] as const,
};

describe('an officer', () => {
  it('is not the approver of his or her own request, in whatever role', async () => {
    const route = await aRoute(h, 'PROV_PRES', { by: 'twoHats' });
    const { stepId, digest } = await askSignature(h, route);
    const sign = (name: 'twoHats' | 'officer') =>
      h.as(name).post(`/v1/approvals/${stepId}/decision`, { decision: 'approve', digest });
    expect((await sign('twoHats')).code).toBe('APPROVAL_SELF_DECISION');
    expect((await sign('officer')).code).toBe('ROLE_MAY_NOT');
    expect((await h.as('twoHats').get('/v1/approvals?limit=100')).text).not.toContain(stepId);
  });
});

describe('who approved an emergency', () => {
  it('does not review it, in whatever role', async () => {
    const people = { units: [], persons: [{ ...reviewer, label: 'Training both sides', token }] };
    await h.store.transaction((tx) => seedPeople(tx, systemAct('test', h.clock.now.toISOString()), people));
    redeemVotes(h);
    const route = await aRoute(h, 'EDR');
    const { stepId, digest } = await askSignature(h, route);
    const post = (url: string, body: object) =>
      h.app.inject({
        method: 'POST',
        url,
        headers: {
          authorization: `Bearer ${token}`,
          'idempotency-key': `key of ${url}`.replaceAll(' ', '-'),
        },
        payload: body,
      });
    const signed = await post(`/v1/approvals/${stepId}/decision`, { decision: 'approve', digest });
    expect(signed.statusCode).toBe(201);
    const review = { verdict: 'VALIDATED', finding: 'It was one.', reference: 'R-1' };
    const reviewed = await post(`/v1/routes/${route.routeId}/review`, review);
    expect([reviewed.statusCode, at(reviewed.json(), 'code')]).toEqual([403, 'ROLE_MAY_NOT']);
    expect((await h.as('adviser').post(`/v1/routes/${route.routeId}/review`, review)).status).toBe(201);
  });
});

describe('a legal adviser', () => {
  it('sets no page of policy aside alone: nothing counts before another adviser stands behind it', async () => {
    const { id } = await aCase(h);
    const body = { page: 'T02', reason: 'One case.', expiresOn: '2026-12-01' };
    const made = await h.as('adviser').post(`/v1/cases/${id}/overrides`, body);
    const second = (name: 'adviser' | 'adviserB') =>
      h.as(name).post(`/v1/overrides/${text(made.body, 'id')}/second`, {});
    expect((await second('adviser')).code).toBe('DECISION_SECOND_SAME');
    expect((await second('adviserB')).status).toBe(201);
  });

  it('publishes no rule but by a release, which takes two: no other address changes rules, registers or parameters', () => {
    const changing = endpointsOf(h).filter(
      ({ method, url, audit }) =>
        method === 'POST' && /rule|catalogue|register/.test(url) && audit !== 'NOTHING_CHANGES',
    );
    // What an adviser thinks of a proposal is a note to it; the register changes by a release.
    expect(changing.map(({ url }) => url)).toEqual(['/v1/registers/proposals/decision']);
  });
});

/** What is registered about the people of the office, a channel or the rules is no content of a case. */
const ofTheOffice = ['absenceId', 'delegationId', 'shiftId', 'changeId', 'pauseId', 'releaseId'];

describe('an administrator', () => {
  it('reads no content: no endpoint, no list, no count, no error text', async () => {
    const ids = await aWorldOf(h);
    await aSentRoute(h);
    const telling = Object.entries(ids)
      .filter(([name, id]) => !ofTheOffice.includes(name) && id.length === 26 && !/^0+$/.test(id))
      .map(([, id]) => id);
    const tellers = async (name: 'administrator' | 'auditor') => {
      const found: string[] = [];
      for (const { method, url } of endpointsOf(h)) {
        const path = url.replaceAll(/:([A-Za-z]+)/g, (_whole, param: string) => ids[param] ?? 'x');
        const { text: said } = await (method === 'GET' ? h.as(name).get(path) : h.as(name).post(path, {}));
        if ([...telling, 'Training provider'].some((word) => said.includes(word)))
          found.push(`${method} ${url}`);
      }
      return found;
    };
    expect((await tellers('auditor')).length).toBeGreaterThan(15);
    expect(await tellers('administrator')).toEqual([]);
  });
});

/** Whoever is signed in may end his or her own sessions and choose how he or she is told: that changes nothing of anybody's work. */
const ofOneself = ({ action }: { action: string }) => action.startsWith('self.');

describe('an auditor', () => {
  it('changes nothing: every change is refused, and nothing but the refusals is written', async () => {
    const before = (await auditOf(h.store.read, { limit: 100_000 })).length;
    for (const { method, url } of endpointsOf(h).filter((endpoint) => !ofOneself(endpoint))) {
      if (method !== 'POST') continue;
      const answer = await h.as('auditor').post(pathWith(url, 'x'), {});
      expect({ url, code: answer.code }).toEqual({ url, code: 'ROLE_MAY_NOT' });
    }
    const written = (await auditOf(h.store.read, { limit: 100_000 })).slice(before);
    expect(new Set(written.map(({ verb }) => verb))).toEqual(new Set(['ACCESS_REFUSED']));
  });
});
