import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMember, auditOf, systemAct } from '../../store/index.js';
import type { PersonAct } from '../../store/index.js';
import { endpointsOf } from '../api/endpoints.js';
import { at, list, startHarness, text } from '../api/harness.js';
import type { Harness } from '../api/harness.js';
import type { Name } from '../api/people.js';
import { aCase } from '../api/running-route.js';
import { aWorldOf } from './places.js';
import type { Ids } from './places.js';

let h: Harness;
let ids: Ids;
beforeAll(async () => {
  h = await startHarness();
  ids = await aWorldOf(h);
});
afterAll(() => h.stop());

const why = { 'access-reason': encodeURIComponent('Проверка перед передачей в суд') };
const fileUrl = () => `/v1/evidence/${ids['evidenceId']}`;
const readsOf = async (caseId: string) =>
  list((await h.as('auditor').get(`/v1/cases/${caseId}/reads?limit=100`)).body, 'rows');
const mark = async (name: Name, caseId: string, body: object) =>
  h.as(name).post(`/v1/cases/${caseId}/marks`, { reason: 'Found in the answer.', ...body });
const unmark = (name: Name, markId: string) =>
  h.as(name).post(`/v1/marks/${markId}/end`, { reason: 'Screened, nothing left.' });

/** Opens only after two receipts; test/api/evidence-content.test.ts receives a file and holds the entry of its opening. */
const onceReceived = '/v1/evidence/:evidenceId/content';

describe('a read of what a case holds', () => {
  it('is kept with who, when, what and which case, at every address that shows any of it', async () => {
    const shown = ['case.read', 'document.read', 'evidence.read', 'read.list'];
    const gets = endpointsOf(h).filter(
      ({ method, action, url }) => method === 'GET' && shown.includes(action) && url !== onceReceived,
    );
    expect(gets.length).toBeGreaterThan(20);
    for (const { url } of gets) {
      const path = url.replaceAll(/:([A-Za-z]+)/g, (_whole, name: string) => ids[name] ?? '');
      expect({ url, status: (await h.as('auditor').get(path)).status }).toEqual({ url, status: 200 });
    }
    const seen = (await readsOf(ids['caseId'] ?? '')).map((row) => [at(row, 'personId'), at(row, 'address')]);
    expect(
      gets.filter(({ url }) => !seen.some(([who, where]) => who === 'auditor' && where === url)),
    ).toEqual([]);
  });

  it('through a list counts for every case that the list showed', async () => {
    const { id } = await aCase(h);
    await h.as('supervisor').get('/v1/cases?limit=100');
    expect(await readsOf(id)).toMatchObject([{ personId: 'supervisor', address: '/v1/cases' }]);
  });

  it('that was refused opened nothing, and is no read', async () => {
    const { id } = await aCase(h);
    await h.as('outsider').get(`/v1/cases/${id}`);
    expect(await readsOf(id)).toEqual([]);
  });

  it('is not lost among many at once', async () => {
    const { id } = await aCase(h);
    await Promise.all(Array.from({ length: 40 }, () => h.as('officer').get(`/v1/cases/${id}`)));
    expect(await readsOf(id)).toHaveLength(40);
  });

  it('stands for ever: the record of it cannot be changed', async () => {
    const touched = h.store.read.db.updateTable('reads').set({ personId: 'officer' }).execute();
    await expect(touched).rejects.toThrow(/append-only/);
  });

  it('is shown to those who answer for the case, not to its officer', async () => {
    const { id } = await aCase(h);
    expect((await h.as('officer').get(`/v1/cases/${id}/reads`)).code).toBe('ROLE_MAY_NOT');
    expect((await h.as('supervisor').get(`/v1/cases/${id}/reads`)).status).toBe(200);
  });
});

describe('marked material', () => {
  it('opens only to who says why, in words, and the audit keeps them', async () => {
    const marked = await mark('officer', ids['caseId'] ?? '', {
      kind: 'SEALED',
      evidenceId: ids['evidenceId'],
    });
    expect(marked.status).toBe(201);
    for (const headers of [{}, { 'access-reason': 'work' }, { 'access-reason': '%E0%A4%A' }])
      expect(await h.as('custodian').get(fileUrl(), headers)).toMatchObject({
        status: 428,
        code: 'REASON_MISSING',
      });
    expect((await h.as('custodian').get(fileUrl(), why)).status).toBe(200);
    const rows = await auditOf(h.store.read, { caseId: ids['caseId'] ?? '', limit: 1000 });
    expect(rows.findLast(({ verb }) => verb === 'SENSITIVE_READ')).toMatchObject({
      reason: 'Проверка перед передачей в суд',
      actor: { personId: 'custodian', role: 'EVIDENCE_CUSTODIAN' },
    });
    await unmark('adviser', text(marked.body, 'markId'));
    expect((await h.as('custodian').get(fileUrl())).status).toBe(200);
  });

  it('of a whole case asks for the reason at every address of it', async () => {
    const { id } = await aCase(h);
    await mark('adviser', id, { kind: 'SOURCE_IDENTITY' });
    for (const path of ['', '/facts', '/timeline', '/marks', '/routes']) {
      expect((await h.as('officer').get(`/v1/cases/${id}${path}`)).code).toBe('REASON_MISSING');
      expect((await h.as('officer').get(`/v1/cases/${id}${path}`, why)).status).toBe(200);
    }
  });

  it('does not tell who may not see it that it is there', async () => {
    const { id } = await aCase(h);
    await mark('adviser', id, { kind: 'SOURCE_IDENTITY' });
    expect((await h.as('outsider').get(`/v1/cases/${id}`)).code).toBe('NOT_FOUND');
  });

  it('that is privileged is read by a filter person outside the team, and not by the team', async () => {
    const caseId = ids['caseId'] ?? '';
    expect((await h.as('filter').get(fileUrl(), why)).code).toBe('NOT_FOUND');
    const marked = await mark('prosecutor', caseId, { kind: 'PRIVILEGED', evidenceId: ids['evidenceId'] });
    expect((await h.as('filter').get(fileUrl(), why)).status).toBe(200);
    const refused = await h.as('officer').get(fileUrl(), why);
    expect(refused).toMatchObject({ status: 403, code: 'ROLE_MAY_NOT' });
    expect(at(refused.body, 'detail')).toContain('privileged');
    expect((await h.as('filter').get(`/v1/cases/${caseId}`, why)).code).toBe('ROLE_MAY_NOT');
    const act: PersonAct = { ...systemAct('test', h.clock.now.toISOString()), actor: officerActor };
    await h.store.transaction((tx) => addMember(tx, act, { caseId, personId: 'filter' }));
    expect((await h.as('filter').get(fileUrl(), why)).code).toBe('ROLE_MAY_NOT');
    await unmark('prosecutor', text(marked.body, 'markId'));
  });

  it('stays marked until a lawyer of the unit takes the mark off', async () => {
    const { id } = await aCase(h);
    const markId = text((await mark('officer', id, { kind: 'SEALED' })).body, 'markId');
    expect((await unmark('officer', markId)).code).toBe('ROLE_MAY_NOT');
    expect((await unmark('adviser', markId)).status).toBe(201);
    expect((await unmark('adviser', markId)).code).toBe('ROUTE_STATE');
  });
});

const officerActor = { kind: 'person', personId: 'officer', role: 'CASE_OFFICER' } as const;
