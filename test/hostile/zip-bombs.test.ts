import { createHash, randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evidenceOfRoute } from '../../store/index.js';
import { startHarness } from '../api/harness.js';
import type { Harness } from '../api/harness.js';
import { tokenOf } from '../api/people.js';
import { aSentRoute } from '../api/running-route.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

/** A quarter of a gigabyte of nothing in a quarter of a megabyte. */
const bomb = gzipSync(Buffer.alloc(256 * 1024 * 1024));
const grown = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.memoryUsage().rss;
  await work();
  return process.memoryUsage().rss - before;
};

describe('a file that unpacks to a thousand times its size', () => {
  it('is kept as evidence as it came: nothing here unpacks what comes in', async () => {
    const { routeId } = await aSentRoute(h);
    const digest = createHash('sha256').update(bomb).digest('base64');
    const headers = {
      authorization: `Bearer ${tokenOf('custodian')}`,
      'content-type': 'application/octet-stream',
      'content-digest': `sha-256=:${digest}:`,
      'content-encoding': 'gzip',
      'x-file-name': 'answer.zip',
      'idempotency-key': randomUUID(),
    };
    const url = `/v1/routes/${routeId}/evidence`;
    const more = await grown(async () => {
      const { statusCode } = await h.app.inject({ method: 'POST', url, headers, payload: bomb });
      expect(statusCode).toBe(201);
    });
    const [row] = await evidenceOfRoute(h.store.read, routeId);
    expect(row?.size).toBe(bomb.length);
    expect(more).toBeLessThan(128 * 1024 * 1024);
  });

  it('is no body: what is said to be packed is read as it stands, and is no JSON', async () => {
    const headers = {
      authorization: `Bearer ${tokenOf('officer')}`,
      'content-type': 'application/json',
      'content-encoding': 'gzip',
      'idempotency-key': randomUUID(),
    };
    const more = await grown(async () => {
      const { statusCode } = await h.app.inject({ method: 'POST', url: '/v1/cases', headers, payload: bomb });
      expect(statusCode).toBe(400);
    });
    expect(more).toBeLessThan(64 * 1024 * 1024);
  });
});
