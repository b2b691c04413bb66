import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { may, matrix, actions } from '../../authority/index.js';
import { roles } from '../../contracts/codes.js';
import { auditOf } from '../../store/index.js';
import { endpointsOf, pathWith } from './endpoints.js';
import { at, list, startHarness, text } from './harness.js';
import type { Harness, Seen } from './harness.js';
import { names, rolesOf } from './people.js';
import { aCase, aHandedOverRoute, aRoute, askSignature, lotOf, aDetermination } from './running-route.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

describe('who is nobody', () => {
  it('is asked for a token before anything else is read', async () => {
    const answer = await h.stranger.post('/v1/cases', 'not json');
    expect(answer).toMatchObject({ status: 401, code: 'NOT_SIGNED_IN' });
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });

  it.each(['Bearer x', 'Bearer training-token-of-nobody-here', 'Basic dXNlcjpwYXNz', ''])(
    'is not signed in by %j',
    async (authorization) => {
      const answer = await h.stranger.get('/v1/people/me', { authorization });
      expect(answer).toMatchObject({ status: 401, code: 'NOT_SIGNED_IN' });
    },
  );

  it('is refused at every address under /v1', async () => {
    const open = [];
    for (const { method, url } of endpointsOf(h)) {
      const answer = await h.app.inject({ method, url: pathWith(url, 'x') });
      if (answer.statusCode !== 401) open.push(`${method} ${url} ${answer.statusCode}`);
    }
    expect(open).toEqual([]);
  });
});

describe('who has not the role', () => {
  it('is refused at every address the matrix does not open to the role', async () => {
    const passed: string[] = [];
    for (const { method, url, action } of endpointsOf(h)) {
      for (const name of names) {
        const granted = matrix.some(
          (line) =>
            line.action === action &&
            (line.roles === 'EVERYBODY' || line.roles.some((role) => rolesOf(name).includes(role))),
        );
        if (granted) continue;
        const send =
          method === 'POST' ? h.as(name).post(pathWith(url, 'x'), {}) : h.as(name).get(pathWith(url, 'x'));
        const answer = await send;
        if (answer.code !== 'ROLE_MAY_NOT') passed.push(`${name} ${method} ${url} ${answer.status}`);
      }
    }
    expect(passed).toEqual([]);
  }, 120_000);

  it('reads which role would do', async () => {
    const answer = await h.as('administrator').post('/v1/cases', { reference: 'a', requestingState: 'KZ' });
    expect(at(answer.body, 'detail')).toContain('CASE_OFFICER');
  });

  it('leaves a trace of having tried', async () => {
    await h.as('filter').get('/v1/audit');
    const rows = await auditOf(h.store.read, { limit: 5000 });
    const trace = rows.filter((entry) => entry.verb === 'ACCESS_REFUSED').at(-1);
    expect(trace).toMatchObject({
      reason: 'ROLE_MAY_NOT',
      actor: { kind: 'person', personId: 'filter' },
      subject: { kind: 'address', id: '/v1/audit' },
    });
  });

  it('may not record a dispatch in a channel that is not the role’s', async () => {
    const { routeId } = await aHandedOverRoute(h, 'MLA');
    const body = { sentAt: h.clock.now.toISOString(), means: 'courier', reference: 'R-1' };
    const answer = await h.as('officer').post(`/v1/routes/${routeId}/dispatch`, body);
    expect(answer).toMatchObject({ status: 403, code: 'ROLE_MAY_NOT' });
    expect(at(answer.body, 'detail')).toContain('CENTRAL_AUTHORITY');
  });
});

describe('who need not know', () => {
  it('finds no case of another unit: it does not exist for him or her', async () => {
    const { id } = await aCase(h);
    for (const path of [
      '',
      '/facts',
      '/decisions',
      '/determinations',
      '/plans',
      '/routes',
      '/timeline',
      '/deadlines',
    ]) {
      const answer = await h.as('outsider').get(`/v1/cases/${id}${path}`);
      expect({ path, status: answer.status, code: answer.code }).toEqual({
        path,
        status: 404,
        code: 'NOT_FOUND',
      });
    }
  });

  it('gets the same answer for what exists and for what does not', async () => {
    const { id } = await aCase(h);
    const hidden = await h.as('outsider').get(`/v1/cases/${id}`);
    const absent = await h.as('outsider').get(`/v1/cases/${'0'.repeat(26)}`);
    const without = ({ status, text: said }: Seen) => [status, said.replace(/"reference":"\w{26}"/, '')];
    expect(without(hidden)).toEqual(without(absent));
  });

  it('cannot write to a case of another unit', async () => {
    const { id, etag } = await aCase(h);
    const writes = [
      [
        `/v1/cases/${id}/facts`,
        { answers: [{ fact: 'offence.category', source: 'x', value: 'OTHER' }] },
        etag,
      ],
      [`/v1/cases/${id}/items`, { items: [{ id: 'I2' }] }, etag],
      [`/v1/cases/${id}/members`, { personId: 'outsider' }, undefined],
      [`/v1/cases/${id}/determinations`, {}, undefined],
      [`/v1/cases/${id}/plans`, { determinationId: 'x', lots: 'ALL' }, undefined],
    ] as const;
    for (const [url, body, ifMatch] of writes) {
      const answer = await h.as('outsider').post(url, body, ifMatch === undefined ? {} : { ifMatch });
      expect({ url, code: answer.code }).toEqual({ url, code: 'NOT_FOUND' });
    }
  });

  it('finds neither route, document nor step of another unit', async () => {
    const route = await aRoute(h);
    const { stepId, documentId } = await askSignature(h, route);
    for (const url of [`/v1/routes/${route.routeId}`, `/v1/plans/${route.planId}`]) {
      expect((await h.as('outsider').get(url)).code).toBe('NOT_FOUND');
    }
    for (const url of [
      `/v1/documents/${documentId}`,
      `/v1/documents/${documentId}/files/D-01`,
      `/v1/approvals/${stepId}`,
    ]) {
      expect((await h.as('outsideSupervisor').get(url)).code).toBe('NOT_FOUND');
    }
  });

  it('does not learn of hidden cases from lists', async () => {
    const { id } = await aCase(h);
    const rows = list((await h.as('outsider').get('/v1/cases?limit=100')).body, 'rows');
    expect(rows.map((row) => at(row, 'id'))).not.toContain(id);
    const mine = list((await h.as('officer').get('/v1/cases?limit=100')).body, 'rows');
    expect(mine.map((row) => at(row, 'id'))).toContain(id);
  });

  it('sees the case once its team lets him or her in', async () => {
    const { id } = await aCase(h);
    const added = await h.as('officer').post(`/v1/cases/${id}/members`, { personId: 'outsider' });
    expect(added.status).toBe(201);
    expect((await h.as('outsider').get(`/v1/cases/${id}`)).status).toBe(200);
  });

  it('cannot use a determination of one case for a plan of another', async () => {
    const one = await aCase(h);
    const other = await aCase(h);
    const determinationId = await aDetermination(h, one.id, [lotOf('PROV_PRES')]);
    const answer = await h
      .as('officer')
      .post(`/v1/cases/${other.id}/plans`, { determinationId, lots: 'ALL' });
    expect(answer).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it('is written down when an auditor opens a case from outside', async () => {
    const { id } = await aCase(h);
    expect((await h.as('auditor').get(`/v1/cases/${id}`)).status).toBe(200);
    const rows = await auditOf(h.store.read, { caseId: id, limit: 100 });
    expect(rows.at(-1)).toMatchObject({ verb: 'CASE_READ', actor: { personId: 'auditor' } });
  });
});

describe('the matrix', () => {
  it('refuses what no line allows', () => {
    const nobody = { id: 'p', unitId: 'u', roles: [] };
    for (const action of actions) expect(may(nobody, action).allowed).toBe(false);
  });

  it('gives the administrator nothing about a case', () => {
    const administrator = { id: 'p', unitId: 'u', roles: ['ADMINISTRATOR' as const] };
    const granted = actions.filter((action) => may(administrator, action).allowed);
    expect(granted).toEqual([
      'self.read',
      'self.signOut',
      'self.mailbox',
      'self.calendar',
      'notice.list',
      'mail.unsent',
      'people.signOut',
      'people.read',
      'people.readChanges',
      'rules.read',
      'pause.place',
      'pause.end',
      'pause.list',
      'start.read',
      'audit.verify',
    ]);
  });

  it('lets nobody change anything of others in the role of an auditor', () => {
    const auditor = { id: 'p', unitId: 'u', roles: ['AUDITOR' as const] };
    const granted = actions.filter((action) => may(auditor, action).allowed);
    expect(granted.every((action) => /read|list|verify|^self\./.test(action))).toBe(true);
  });

  it('refuses where the fact that a condition reads was not given', () => {
    const supervisor = { id: 'p', unitId: 'u', roles: ['SUPERVISOR' as const] };
    expect(may(supervisor, 'approval.decide')).toMatchObject({ allowed: false });
    expect(may(supervisor, 'approval.decide', { namedRoles: ['SUPERVISOR'] })).toMatchObject({
      failed: 'NOT_DRAFTER',
    });
    const subject = { namedRoles: ['SUPERVISOR' as const], drafterIds: ['q'] };
    expect(may(supervisor, 'approval.decide', subject)).toEqual({ allowed: true, role: 'SUPERVISOR' });
  });

  it('knows no role and no action that the contracts do not', () => {
    for (const line of matrix) {
      expect(actions).toContain(line.action);
      if (line.roles !== 'EVERYBODY') for (const role of line.roles) expect(roles).toContain(role);
    }
  });

  it('says who one is', async () => {
    const me = await h.as('twoHats').get('/v1/people/me');
    expect(list(me.body, 'roles')).toEqual(['CASE_OFFICER', 'SUPERVISOR']);
    expect(text(me.body, 'id')).toBe('twoHats');
  });
});
