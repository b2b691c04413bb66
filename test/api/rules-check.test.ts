import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, startHarness, type Harness } from './harness.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

const file = 'securing/S02-article-29-is-open.yaml';
const text = readFileSync(new URL(`../../rules/${file}`, import.meta.url), 'utf8');

it('answers what is wrong with the rules in force: nothing today, and texts to read again a year later', async () => {
  const { body } = await h.as('adviser').get('/v1/rules/check');
  expect(at(body, 'findings')).toEqual([]);
  h.clock.now = new Date('2027-12-01T09:00:00.000Z');
  const later = await h.as('adviser').get('/v1/rules/check');
  expect(at(later.body, 'findings', '0', 'check')).toBe('reading-stale');
  h.clock.now = new Date('2026-11-23T09:00:00.000Z');
});

it('holds a page that an adviser is about to put in place against the rules in force, with line and column', async () => {
  const pages = [{ file, text: text.replace('preservation.needed, is', 'preservation.neded, is') }];
  const { status, body } = await h.as('adviser').post('/v1/rules/check', { pages });
  expect(status).toBe(200);
  expect(at(body, 'findings', '0')).toMatchObject({
    check: 'does-not-hold',
    level: 'error',
    says: '"preservation.neded" is no fact. Did you mean "preservation.needed"?',
    file,
    line: 14,
  });
  expect(
    at((await h.as('adviser').post('/v1/rules/check', { pages: [{ file, text }] })).body, 'findings'),
  ).toEqual([]);
});

it('refuses a file that is no page of a chapter', async () => {
  const pages = [{ file: '../facts.yaml', text }];
  const { status } = await h.as('adviser').post('/v1/rules/check', { pages });
  expect(status).toBe(422);
});

it('says what a rule means in a sentence, in English and as a draft in Russian, and which pages bear on a route', async () => {
  const { body } = await h.as('officer').get('/v1/rules/S02/explain');
  expect(at(body, 'rule', 'means')).toMatch(/^If "preservation is needed" must be yes, and /);
  expect(at(body, 'route')).toBeNull();
  const russian = await h.as('officer').get('/v1/rules/S02/explain?language=ru');
  expect(at(russian.body, 'rule', 'means')).toMatch(/^Если /);
  const route = await h.as('officer').get('/v1/rules/ART29/explain');
  expect(at(route.body, 'route', 'pages')).toContainEqual(
    expect.objectContaining({ bearing: 'shuts', page: 'S09' }),
  );
  expect((await h.as('officer').get('/v1/rules/S99/explain')).status).toBe(404);
});
