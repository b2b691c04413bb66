import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Door } from '../../api/door.js';
import { at, startHarness, testDoor } from './harness.js';
import type { Harness } from './harness.js';

let h: Harness;
afterEach(() => h.stop());

const opened = async (door: Partial<Door> = {}): Promise<Harness> =>
  (h = await startHarness({ door: { ...testDoor, ...door } }));
const limits = (narrowed: Partial<Door['limits']>): Partial<Door> => ({
  limits: { ...testDoor.limits, ...narrowed },
});
const aCase = { reference: 'T-1', requestingState: 'KZ' };

describe('a person who asks too much', () => {
  it('is answered 429 with the seconds to wait, as a problem', async () => {
    await opened(limits({ reads: 3 }));
    for (let asked = 0; asked < 3; asked += 1)
      expect((await h.as('officer').get('/v1/people/me')).status).toBe(200);
    const answer = await h.as('officer').get('/v1/people/me');
    expect(answer).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(60);
  });

  it('takes nothing from another person, and nothing from his or her own other class', async () => {
    await opened(limits({ reads: 1, changes: 1 }));
    expect((await h.as('officer').get('/v1/people/me')).status).toBe(200);
    expect((await h.as('officer').get('/v1/people/me')).status).toBe(429);
    expect((await h.as('auditor').get('/v1/people/me')).status).toBe(200);
    expect((await h.as('officer').post('/v1/cases', aCase)).status).toBe(201);
    expect((await h.as('officer').post('/v1/cases', aCase)).status).toBe(429);
  });
});

describe('a stranger', () => {
  it('who tries tokens is told to wait from the limit on, and shuts out nobody who has one', async () => {
    await opened(limits({ strangers: 2 }));
    expect((await h.stranger.get('/v1/cases')).status).toBe(401);
    expect((await h.stranger.get('/v1/cases')).status).toBe(401);
    const answer = await h.stranger.get('/v1/cases');
    expect(answer).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect(answer.headers['retry-after']).toMatch(/^\d+$/);
    expect((await h.as('officer').get('/v1/people/me')).status).toBe(200);
  });

  it('is counted by the address that a trusted proxy names, and by no other', async () => {
    await opened({ ...limits({ strangers: 1 }), trustedProxies: ['127.0.0.1'] });
    const from = (address: string) => h.stranger.get('/v1/cases', { 'x-forwarded-for': address });
    expect((await from('192.0.2.1')).status).toBe(401);
    expect((await from('192.0.2.1')).status).toBe(429);
    expect((await from('192.0.2.2')).status).toBe(401);
    await h.stop();
    await opened(limits({ strangers: 1 }));
    expect((await from('192.0.2.1')).status).toBe(401);
    expect((await from('192.0.2.2')).status).toBe(429);
  });
});

describe('under pressure', () => {
  it('turns away with 503 and Retry-After what it could not answer in time, and comes back', async () => {
    await opened({ eventLoopDelayMs: 150 });
    const held = setInterval(() => {
      const until = performance.now() + 400;
      while (performance.now() < until);
    }, 410);
    const shed = await vi.waitFor(
      async () => {
        const answer = await h.as('officer').get('/v1/people/me');
        expect(answer.status).toBe(503);
        return answer;
      },
      { timeout: 20_000, interval: 50 },
    );
    clearInterval(held);
    expect(shed).toMatchObject({ code: 'OVERLOADED' });
    expect(shed.headers['retry-after']).toBe('5');
    expect((await h.stranger.get('/health')).status).toBe(200);
    await vi.waitFor(async () => expect((await h.as('officer').get('/v1/people/me')).status).toBe(200), {
      timeout: 10_000,
      interval: 50,
    });
  });
});

describe('a page of another origin', () => {
  const preflight = () =>
    h.app.inject({
      method: 'OPTIONS',
      url: '/v1/cases',
      headers: { origin: 'https://other.example', 'access-control-request-method': 'POST' },
    });
  const corsHeaders = (headers: object): string[] =>
    Object.keys(headers).filter((name) => name.startsWith('access-control'));

  it('finds no CORS header at all where no origin is listed', async () => {
    await opened();
    const answer = await h.as('officer').get('/v1/people/me', { origin: 'https://other.example' });
    expect(corsHeaders(answer.headers)).toEqual([]);
    expect(corsHeaders((await preflight()).headers)).toEqual([]);
  });

  it('may call where it is listed, without cookies; any other origin may not', async () => {
    await opened({ corsOrigins: ['https://other.example'] });
    const seen = await preflight();
    expect(seen.statusCode).toBe(204);
    expect(seen.headers['access-control-allow-origin']).toBe('https://other.example');
    expect(seen.headers['access-control-allow-credentials']).toBeUndefined();
    const other = await h.as('officer').get('/v1/people/me', { origin: 'https://third.example' });
    expect(corsHeaders(other.headers)).toEqual([]);
  });
});

describe('on the wire', () => {
  /** Sends bytes as they are and resolves with everything that came back when the connection ends. */
  async function sent(bytes: string): Promise<string> {
    await h.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = h.app.server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => undefined);
    socket.write(bytes);
    await once(socket, 'close');
    return Buffer.concat(chunks).toString();
  }
  const problemIn = (answer: string): unknown => JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4));

  it('refuses headers of more than 16 KiB as a problem', async () => {
    await opened();
    const answer = await sent(`GET /health HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(at(problemIn(answer), 'code')).toBe('HEADERS_TOO_LARGE');
  });

  it('refuses what is no HTTP, and a request smuggled by two lengths', async () => {
    await opened();
    const answer = await sent('\x16\x03\x01\x00\xa5 hello\r\n\r\n');
    expect(at(problemIn(answer), 'code')).toBe('REQUEST_BROKEN');
    await h.stop();
    await opened();
    const smuggled =
      'POST /v1/cases HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n';
    expect(await sent(smuggled)).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('refuses a body that trickles in, and ends the connection', async () => {
    await opened({ bodyWithinMs: 200 });
    const head = [
      'POST /v1/cases HTTP/1.1',
      'Host: x',
      'Authorization: Bearer training-token-of-officer',
      'Idempotency-Key: a-slow-body',
      'Content-Type: application/json',
      'Content-Length: 1000',
    ];
    const answer = await sent(`${head.join('\r\n')}\r\n\r\n{"reference":`);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer.toLowerCase()).toContain('connection: close');
    expect(at(problemIn(answer), 'code')).toBe('REQUEST_TOO_SLOW');
  });

  it('names no software', async () => {
    await opened();
    const { headers } = await h.stranger.get('/health');
    expect(headers).not.toHaveProperty('server');
    expect(headers).not.toHaveProperty('x-powered-by');
  });
});
