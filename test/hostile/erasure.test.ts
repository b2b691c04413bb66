import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyCertificate } from '../../rules/engine/index.js';
import { auditOf, placeHold, liftHold, systemAct, verifyAudit } from '../../store/index.js';
import { aDescribedCase } from '../api/described-case.js';
import { at, list, startHarness, text, type Harness } from '../api/harness.js';
import type { Name } from '../api/people.js';
import { aSentRoute } from '../api/running-route.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

const asking = {
  ground: 'RETENTION_ENDED',
  endedOn: '2026-11-01',
  reason: 'Yearly review: nothing pending.',
};
const ask = (caseId: string, by: Name = 'custodian', more: object = {}) =>
  h.as(by).post(`/v1/cases/${caseId}/erasure`, { ...asking, ...more });
const second = (caseId: string, erasureId: string, by: Name = 'adviser') =>
  h.as(by).post(`/v1/cases/${caseId}/erasure/second`, { erasureId });

async function aDeterminedCase() {
  const caseId = await aDescribedCase(h);
  const made = await h.as('officer').post(`/v1/cases/${caseId}/determinations`, {});
  const determinationId = text(made.body, 'id');
  const certificate = await h.as('officer').get(`/v1/determinations/${determinationId}/certificate`);
  return {
    caseId,
    determinationId,
    digest: text(made.body, 'determination', 'digest'),
    certificate: certificate.body,
  };
}

async function anErasedCase() {
  const made = await aDeterminedCase();
  const asked = await ask(made.caseId);
  expect([asked.status, at(asked.body, 'done')]).toEqual([201, null]);
  const done = await second(made.caseId, text(asked.body, 'id'));
  expect(done.status).toBe(201);
  return { ...made, erasure: done.body };
}

describe('an erased case', () => {
  it('says so wherever it is read, to those who could see it; to others it does not exist', async () => {
    const { caseId, determinationId } = await anErasedCase();
    const places = [
      `/v1/cases/${caseId}`,
      `/v1/cases/${caseId}/facts`,
      `/v1/cases/${caseId}/facts/history`,
      `/v1/cases/${caseId}/determinations`,
      `/v1/determinations/${determinationId}`,
      `/v1/determinations/${determinationId}/certificate`,
    ];
    for (const place of places) {
      const [insider, outsider] = [await h.as('officer').get(place), await h.as('outsider').get(place)];
      expect([place, insider.status, insider.code]).toEqual([place, 410, 'CASE_ERASED']);
      expect([place, outsider.status, outsider.code]).toEqual([place, 404, 'NOT_FOUND']);
    }
    expect((await ask(caseId)).code).toBe('CASE_ERASED');
    const listed = await h.as('officer').get('/v1/cases?limit=100');
    expect(list(listed.body, 'rows').map((row) => at(row, 'id'))).not.toContain(caseId);
  });

  it('leaves digest, codes and proof, and a certificate that was given out stays valid against them', async () => {
    const { caseId, determinationId, digest, certificate, erasure } = await anErasedCase();
    const shown = await h.as('overseer').get(`/v1/cases/${caseId}/erasure`);
    const proof = at(list(shown.body, 'rows')[0], 'done', 'proof');
    expect(proof).toEqual(at(erasure, 'done', 'proof'));
    expect(at(proof, 'left', 'determinations', 0)).toMatchObject({ id: determinationId, digest });
    expect(text(proof, 'wrappedSha256')).toMatch(/^[0-9a-f]{64}$/);
    const entry = (await auditOf(h.store.read, { caseId, limit: 1000 })).find(
      ({ verb }) => verb === 'CASE_ERASED',
    );
    expect(entry).toMatchObject({
      actor: { personId: 'adviser' },
      reason: asking.reason,
      newDigest: text(erasure, 'done', 'proofDigest'),
    });
    expect((await verifyAudit(h.store.read)).findings).toEqual([]);
    const verified = await verifyCertificate(certificate, { version: '0.0.0-test', traceDigest: digest });
    expect(verified).toEqual({ verdict: 'valid', findings: [], notes: [] });
  });

  it('cannot be brought back: its key is gone, and the row of the key takes no other', async () => {
    const { caseId } = await anErasedCase();
    const key = h.store.read.db.selectFrom('dataKeys').selectAll().where('caseId', '=', caseId);
    expect(await key.executeTakeFirstOrThrow()).toMatchObject({ wrapped: null, kekId: null });
    const back = h.store.read.db
      .updateTable('dataKeys')
      .set({ wrapped: new Uint8Array(61), kekId: 'memory', destroyedAt: null, wrappedSha256: null })
      .where('caseId', '=', caseId)
      .execute();
    await expect(back).rejects.toThrow('cannot be changed');
  });

  it('is told of to who repeats the request, without a second erasure', async () => {
    const { caseId } = await aDeterminedCase();
    const erasureId = text((await ask(caseId)).body, 'id');
    const url = `/v1/cases/${caseId}/erasure/second`;
    const one = await h.as('adviser').post(url, { erasureId }, { key: `erase-${caseId}` });
    const two = await h.as('adviser').post(url, { erasureId }, { key: `erase-${caseId}` });
    expect([one.status, two.body]).toEqual([201, one.body]);
  });
});

describe('an erasure', () => {
  it('takes two persons, and neither is who owns the case', async () => {
    const { caseId } = await aDeterminedCase();
    expect((await ask(caseId, 'officer')).code).toBe('ROLE_MAY_NOT');
    expect((await ask(caseId, 'administrator')).code).toBe('ROLE_MAY_NOT');
    const erasureId = text((await ask(caseId)).body, 'id');
    for (const by of ['custodian', 'supervisor', 'officer', 'auditor'] as const)
      expect((await second(caseId, erasureId, by)).code).toBe('ROLE_MAY_NOT');
    expect((await h.as('officer').get(`/v1/cases/${caseId}`)).status).toBe(200);
  });

  it('is refused before the day on which what keeps it has ended', async () => {
    const { caseId } = await aDeterminedCase();
    const seen = await ask(caseId, 'custodian', { endedOn: '2030-01-01' });
    expect([seen.status, seen.code]).toEqual([409, 'ERASURE_REFUSED']);
    expect(text(seen.body, 'detail')).toContain('It is kept until 2030-01-01.');
  });

  it('is refused while a hold stands, also one that was placed after it was asked for', async () => {
    const { caseId } = await aDeterminedCase();
    const erasureId = text((await ask(caseId)).body, 'id');
    const act = { ...systemAct('test', h.clock.now.toISOString()), reason: 'Litigation.' };
    const { holdId } = await h.store.transaction((tx) => placeHold(tx, act, { caseId, kind: 'LEGAL' }));
    expect((await second(caseId, erasureId)).code).toBe('ERASURE_REFUSED');
    expect((await ask(caseId)).code).toBe('ERASURE_REFUSED');
    await h.store.transaction((tx) => liftHold(tx, act, { holdId }));
    expect((await second(caseId, erasureId)).status).toBe(201);
  });

  it('is refused while a route runs, and under the name of another case’s erasure', async () => {
    const { caseId } = await aSentRoute(h);
    const seen = await ask(caseId);
    expect([seen.code, text(seen.body, 'detail')]).toEqual([
      'ERASURE_REFUSED',
      expect.stringContaining('has not ended'),
    ]);
    const [one, other] = [await aDeterminedCase(), await aDeterminedCase()];
    const erasureId = text((await ask(one.caseId)).body, 'id');
    expect((await second(other.caseId, erasureId)).code).toBe('ERASURE_REFUSED');
  });
});
