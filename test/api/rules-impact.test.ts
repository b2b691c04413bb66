import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDescribedCase } from './described-case.js';
import { at, startHarness, type Harness } from './harness.js';

let h: Harness;
let caseId: string;
beforeAll(async () => {
  h = await startHarness();
  caseId = await aDescribedCase(h);
});
afterAll(() => h.stop());

const file = 'disclosure/P01-subscriber-data.yaml';
const text = readFileSync(new URL(`../../rules/${file}`, import.meta.url), 'utf8');
/** The page, in force from a day that lies far ahead. */
const ended = [{ file, text: text.replace('from: "2000-01-01"', 'from: "2040-01-01"') }];

/** Every row of every table but the answers that are kept for repeated requests. */
async function everything(): Promise<unknown[]> {
  const tables = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'idempotency_keys'
    order by 1`.execute(h.store.read.db);
  const rows = tables.rows.map(({ name }) =>
    sql`select ${name} as name, count(*) as rows, md5(string_agg(t::text, '' order by t::text)) as content
      from ${sql.table(name)} t`.execute(h.store.read.db),
  );
  return (await Promise.all(rows)).flatMap((answer) => answer.rows);
}

it('has no baseline for a case that nobody has asked the rules about', async () => {
  const { status, body } = await h.as('adviser').post('/v1/rules/impact', { pages: ended });
  expect(status).toBe(200);
  expect(at(body, 'open', 'no-baseline')).toBe(1);
  expect(at(body, 'cases', '0')).toMatchObject({ reference: 'T-7', met: { kind: 'no-baseline' } });
});

it('counts a case of the unit whose plan pages would change, names it with the first page that differs, and writes nothing', async () => {
  expect((await h.as('officer').post(`/v1/cases/${caseId}/determinations`, {})).status).toBe(201);
  const before = await everything();
  const { body } = await h.as('adviser').post('/v1/rules/impact', { pages: ended });
  expect(at(body, 'open')).toMatchObject({ 'changed-plan': 1, unchanged: 0 });
  expect(at(body, 'laterOn')).toEqual(['2040-01-01']);
  expect(at(body, 'cases', '0')).toMatchObject({
    reference: 'T-7',
    state: 'OPEN',
    met: { kind: 'changed-plan', firstRule: 'P01', loses: ['PROV_DISC'] },
  });
  const later = await h.as('adviser').post('/v1/rules/impact', { pages: ended, on: '2040-01-01' });
  expect(at(later.body, 'open')).toMatchObject({ 'changed-plan': 0, unchanged: 1 });
  expect(await everything()).toEqual(before);
});

it('leaves out a case in which the adviser has a conflict of interest: it is neither counted nor named', async () => {
  const declared = await h
    .as('adviserB')
    .post(`/v1/cases/${caseId}/recusal`, { reason: 'A relative of the victim.' });
  expect(declared.status).toBe(201);
  const { body } = await h.as('adviserB').post('/v1/rules/impact', { pages: ended });
  expect(at(body, 'open')).toMatchObject({ 'changed-plan': 0, unchanged: 0, 'no-baseline': 0 });
  expect(at(body, 'cases')).toEqual([]);
});

it('refuses half a page with its line, and anybody but a legal adviser', async () => {
  const half = [{ file, text: text.slice(0, text.length / 2) }];
  const refused = await h.as('adviser').post('/v1/rules/impact', { pages: half });
  expect(refused).toMatchObject({ status: 422, code: 'BODY_INVALID' });
  expect(at(refused.body, 'errors', '0', 'detail')).toMatch(/^disclosure\/P01-subscriber-data.yaml:\d+:\d+ /);
  expect((await h.as('officer').post('/v1/rules/impact', { pages: ended })).status).toBe(403);
});
