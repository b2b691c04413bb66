import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  auditOf,
  newSigningKey,
  readNote,
  readSigner,
  readVerifier,
  signCheckpoint,
} from '../../store/index.js';
import { signedBy } from '../../store/audit/note.js';
import { isConsistent, isIncluded } from '../../store/audit/tree.js';
import { allRows, at, list, startHarness, text, type Harness } from './harness.js';
import { aCase } from './running-route.js';

const signer = readSigner(newSigningKey('rogatory.test/1'));
let h: Harness;
let caseId: string;

beforeAll(async () => {
  h = await startHarness();
  ({ id: caseId } = await aCase(h));
});
afterAll(() => h.stop());

const sign = () =>
  h.store.transaction((tx) =>
    signCheckpoint(tx, {
      origin: signer.name,
      at: h.clock.now.toISOString(),
      why: 'ASKED',
      signers: [signer],
    }),
  );
const verbsOf = (rows: readonly unknown[]) => rows.map((row) => at(row, 'verb'));

describe('the record', () => {
  it('is read by auditor and overseer, and by nobody else', async () => {
    for (const name of ['auditor', 'overseer'] as const)
      expect((await h.as(name).get('/v1/audit')).status).toBe(200);
    for (const name of ['officer', 'supervisor', 'head', 'administrator'] as const)
      for (const url of ['/v1/audit', '/v1/audit/export?format=csv'])
        expect(await h.as(name).get(url)).toMatchObject({ status: 403, code: 'ROLE_MAY_NOT' });
  });

  it('says who read it, with what in mind', async () => {
    await h.as('overseer').get(`/v1/audit?caseId=${caseId}&verb=CASE_OPENED`);
    const last = (await auditOf(h.store.read, { limit: 5000 })).at(-1);
    expect(last).toMatchObject({ verb: 'AUDIT_READ', actor: { personId: 'overseer', role: 'OVERSEER' } });
    expect(JSON.parse(last?.body ?? '')).toMatchObject({ filters: { caseId, verb: 'CASE_OPENED' } });
  });

  it('is one unbroken list over its pages, although each reading adds to it', async () => {
    const rows = await allRows(h.as('auditor'), '/v1/audit?limit=1');
    expect(rows.map((row) => at(row, 'sequence'))).toEqual(rows.map((_, index) => index + 1));
  });

  it('is filtered by case, person, verb, subject and time, all of which must hold', async () => {
    const read = async (query: string) =>
      list((await h.as('auditor').get(`/v1/audit?${query}`)).body, 'rows');
    const opened = await read(`caseId=${caseId}&verb=CASE_OPENED`);
    expect(verbsOf(opened)).toEqual(['CASE_OPENED']);
    expect(verbsOf(await read(`subjectKind=case&subjectId=${caseId}&verb=CASE_OPENED`))).toEqual([
      'CASE_OPENED',
    ]);
    expect(await read(`caseId=${caseId}&person=auditor`)).toEqual([]);
    expect(await read(`verb=CASE_OPENED&to=${text(opened[0], 'at')}`)).toEqual([]);
    expect(await read(`verb=CASE_OPENED&from=${text(opened[0], 'at')}`)).toHaveLength(1);
  });

  it('refuses a filter, a verb and a cursor it does not know, with their place', async () => {
    const auditor = h.as('auditor');
    for (const query of ['unit=x', 'verb=NOTHING', 'from=yesterday', 'limit=101', 'format=pdf'])
      expect((await auditor.get(`/v1/audit?${query}`)).status, query).toBe(422);
    const cursor = Buffer.from(JSON.stringify(['audit', 'x y'])).toString('base64url');
    expect(await auditor.get(`/v1/audit?cursor=${cursor}`)).toMatchObject({
      status: 422,
      code: 'CURSOR_INVALID',
    });
  });

  it('can be taken away as lines, and taking it away is its last entry', async () => {
    const answer = await h.as('auditor').get('/v1/audit/export?format=jsonl');
    expect(answer.headers['content-type']).toBe('application/jsonl');
    const lines = answer.text.trimEnd().split('\n');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ kind: 'rogatory-audit', filter: {} });
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
      verb: 'AUDIT_EXPORTED',
      actor: { personId: 'auditor' },
    });
  });
});

describe('what anybody may hold us to', () => {
  it('is nothing before the first root is signed', async () => {
    expect((await h.as('officer').get('/v1/audit/checkpoint')).status).toBe(404);
  });

  it('is a signed root, a proof for each entry in it, and a proof that later ones continue it', async () => {
    await sign();
    const before = (await h.as('officer').get('/v1/audit/checkpoint')).body;
    const key = readVerifier(text(before, 'keys', 0));
    expect(signedBy(readNote(text(before, 'note')), key)).toBe('good');
    await aCase(h);
    await sign();
    const after = (await h.as('administrator').get('/v1/audit/checkpoint')).body;
    const [from, to] = [Number(at(before, 'size')), Number(at(after, 'size'))];

    const path = `/v1/audit/proofs/inclusion?sequence=3&size=${from}`;
    const inclusion = (await h.as('officer').get(path)).body;
    const proof = z.array(z.string()).parse(at(inclusion, 'proof'));
    const entry = (await auditOf(h.store.read, { after: 2, limit: 1 }))[0];
    const claim = { leaf: entry?.hash ?? '', index: 2, size: from, root: text(before, 'root') };
    expect(isIncluded(proof, claim)).toBe(true);

    const consistency = (await h.as('officer').get(`/v1/audit/proofs/consistency?from=${from}&to=${to}`))
      .body;
    const steps = z.array(z.string()).parse(at(consistency, 'proof'));
    const roots = { from, fromRoot: text(before, 'root'), to, toRoot: text(after, 'root') };
    expect(isConsistent(steps, roots)).toBe(true);
  });

  it('does not reach beyond what is written', async () => {
    const officer = h.as('officer');
    const size = (await auditOf(h.store.read, { limit: 5000 })).length;
    for (const path of [
      `inclusion?sequence=1&size=${size + 1000}`,
      `inclusion?sequence=3&size=2`,
      `consistency?from=2&to=1`,
      `consistency?from=1&to=${size + 1000}`,
    ])
      expect(await officer.get(`/v1/audit/proofs/${path}`), path).toMatchObject({
        status: 422,
        code: 'AUDIT_SIZE_UNKNOWN',
      });
    expect((await officer.get('/v1/audit/proofs/inclusion?sequence=0&size=1')).status).toBe(422);
  });
});
