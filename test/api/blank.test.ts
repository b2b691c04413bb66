import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHarness } from './harness.js';
import type { Harness } from './harness.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

describe('the blank for the night, over HTTP', () => {
  it.each(['', '?lang=ru'])('is a PDF: %s', async (query) => {
    const seen = await h.as('duty').get(`/v1/forms/D-05/blank${query}`);
    expect(seen).toMatchObject({ status: 200, headers: { 'content-type': 'application/pdf' } });
    expect(seen.text.startsWith('%PDF-')).toBe(true);
  });

  it('is refused in a language that it does not have, and to who takes no part in cases', async () => {
    expect((await h.as('duty').get('/v1/forms/D-05/blank?lang=fr')).status).toBe(422);
    expect((await h.as('administrator').get('/v1/forms/D-05/blank')).status).toBe(403);
  });
});
