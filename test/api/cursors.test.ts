import { afterAll, beforeAll, expect, it } from 'vitest';
import { startHarness, testDoor, text } from './harness.js';
import type { Harness } from './harness.js';
import { aCase } from './running-route.js';

let h: Harness;
let first: string;
let cursor: string;
beforeAll(async () => {
  h = await startHarness();
  const cases = [await aCase(h), await aCase(h), await aCase(h)];
  first = cases[0]?.id ?? '';
  const page = await h.as('officer').get(`/v1/cases/${first}/timeline?limit=1`);
  cursor = text(page.body, 'next');
});
afterAll(() => h.stop());

const refused = { status: 422, code: 'CURSOR_INVALID' };

it('goes on where the last page ended, also with another limit', async () => {
  const next = await h.as('officer').get(`/v1/cases/${first}/timeline?limit=5&cursor=${cursor}`);
  expect(next.status).toBe(200);
});

it('refuses the cursor of another list', async () => {
  expect(await h.as('officer').get(`/v1/cases/${first}/deadlines?cursor=${cursor}`)).toMatchObject(refused);
});

it('refuses the cursor of the same list of another case', async () => {
  const other = await aCase(h);
  expect(await h.as('officer').get(`/v1/cases/${other.id}/timeline?cursor=${cursor}`)).toMatchObject(refused);
});

it('refuses the cursor of another person', async () => {
  expect(await h.as('auditor').get(`/v1/cases/${first}/timeline?cursor=${cursor}`)).toMatchObject(refused);
});

it('refuses the cursor of the same list under another filter', async () => {
  const page = await h.as('auditor').get('/v1/audit?limit=1');
  const taken = text(page.body, 'next');
  expect(await h.as('auditor').get(`/v1/audit?cursor=${taken}`)).toMatchObject({ status: 200 });
  expect(await h.as('auditor').get(`/v1/audit?caseId=${first}&cursor=${taken}`)).toMatchObject(refused);
});

it('refuses a key with another seal, and a seal with another key', async () => {
  const [key = '', seal = ''] = cursor.split('.');
  const ahead = Buffer.from('999').toString('base64url');
  for (const forged of [`${ahead}.${seal}`, `${key}.${'A'.repeat(seal.length)}`, key, `.${seal}`])
    expect(await h.as('officer').get(`/v1/cases/${first}/timeline?cursor=${forged}`)).toMatchObject(refused);
});

it('refuses a cursor that another installation signed', async () => {
  const other = await startHarness({ door: { ...testDoor, cursorKey: new Uint8Array(32).fill(1) } });
  await aCase(other);
  await aCase(other);
  const theirs = text((await other.as('officer').get('/v1/cases?limit=1')).body, 'next');
  await other.stop();
  expect(await h.as('officer').get(`/v1/cases?cursor=${theirs}`)).toMatchObject(refused);
});
