import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles } from '../../contracts/codes.js';
import { endpointsOf } from '../api/endpoints.js';
import { startHarness } from '../api/harness.js';
import type { Harness } from '../api/harness.js';
import { aWorldOf, cellOf, places } from './places.js';
import type { Ids } from './places.js';

/** The table as people wrote it: a line per endpoint, a column per role, a letter per place. */
const table = readFileSync(new URL('table.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => /^(GET|POST) /.test(line))
  .map((line) => line.trim().split(/\s+/))
  .map(([method = '', url = '', ...cells]) => ({ endpoint: `${method} ${url}`, cells }));

let h: Harness;
let ids: Ids;
beforeAll(async () => {
  h = await startHarness();
  ids = await aWorldOf(h);
});
afterAll(() => h.stop());

describe('every endpoint, for every role, on the case, in its unit and in another one', () => {
  it('stands in the table, and nothing else does', () => {
    const endpoints = endpointsOf(h).map(({ method, url }) => `${method} ${url}`);
    expect(table.map(({ endpoint }) => endpoint).sort()).toEqual([...new Set(endpoints)].sort());
  });

  it.each(table)('answers as the table says: $endpoint', async ({ endpoint, cells }) => {
    const found = endpointsOf(h).find(({ method, url }) => `${method} ${url}` === endpoint);
    if (found === undefined) throw new Error('there is no such endpoint');
    const seen: string[] = [];
    for (const role of roles) {
      let cell = '';
      for (const place of places) cell += await cellOf(h, found, { role, place }, ids);
      seen.push(cell);
    }
    expect(seen).toEqual(cells);
  });
});
