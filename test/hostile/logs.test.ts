import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../../config/logger.js';
import { startHarness } from '../api/harness.js';
import type { Harness } from '../api/harness.js';
import { tokenOf } from '../api/people.js';

/** A line that pretends to be one of ours, colours of the terminal, a bell, a direction turned round, a C1 control. */
const marks = [
  '\r\n{"level":"info","msg":"FORGED"}',
  '\u001b[31mFORGED',
  '\u0007FORGED',
  '\u202eFORGED',
  '\u009bFORGED',
];
const lines: string[] = [];
let h: Harness;
beforeAll(async () => {
  const logger = createLogger('trace', { write: (text: string) => void lines.push(text) });
  h = await startHarness({ logger });
});
afterAll(() => h.stop());

/** Sends what is written into every part of a request that a person chooses. */
async function everywhere(mark: string): Promise<void> {
  const said = encodeURIComponent(mark);
  const headers = {
    authorization: `Bearer ${tokenOf('officer')}`,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  };
  const requests = [
    { method: 'GET', url: `/v1/cases/${said}`, headers },
    { method: 'GET', url: `/${said}?${said}=${said}`, headers },
    { method: 'GET', url: `/v1/cases?cursor=${said}&limit=${said}`, headers },
    { method: 'GET', url: '/v1/cases', headers: { ...headers, 'access-reason': said, 'user-agent': said } },
    { method: 'GET', url: '/v1/cases', headers: { authorization: `Bearer ${said}` } },
    { method: 'POST', url: '/v1/cases', headers, payload: JSON.stringify({ [mark]: mark }) },
    { method: 'POST', url: '/v1/cases', headers, payload: `{"${mark}` },
    {
      method: 'POST',
      url: '/v1/cases',
      headers,
      payload: JSON.stringify({ reference: mark, requestingState: 'KZ' }),
    },
    {
      method: 'POST',
      url: '/v1/cases',
      headers: { ...headers, 'content-type': `text/${said}` },
      payload: mark,
    },
  ] as const;
  for (const request of requests) await h.app.inject(request);
}

describe('somebody who writes into a request what is meant for a log', () => {
  it.each(marks)('finds no word of it there: %j', async (mark) => {
    lines.length = 0;
    await everywhere(mark);
    expect(lines.length).toBeGreaterThanOrEqual(9);
    for (const line of lines) {
      expect(line.trimEnd()).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
      expect(line).not.toContain('FORGED');
      expect(JSON.parse(line)).toHaveProperty('level');
    }
  });

  it('starts no line of an answer either: a line break in a header ends as no request', async () => {
    await h.app.listen({ host: '127.0.0.1', port: 0 });
    const address = h.app.server.address();
    if (address === null || typeof address === 'string') throw new Error('the API does not listen');
    const socket = connect(address.port, '127.0.0.1');
    const heard: Buffer[] = [];
    socket.on('data', (chunk) => heard.push(chunk));
    socket.write('GET /health HTTP/1.1\r\nHost: x\r\nX-One: a\rX-Two: FORGED\r\nConnection: close\r\n\r\n');
    await once(socket, 'close');
    const answer = Buffer.concat(heard).toString();
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).not.toContain('FORGED');
  });

  it('starts no header of an answer with a percent-encoded line break in an address or a name', async () => {
    const url = `/v1/session/login?returnTo=${encodeURIComponent('/docs\r\nSet-Cookie: forged=1')}`;
    const answers = await Promise.all([
      h.app.inject({ url }),
      h.app.inject({ url: '/v1/documents/a%0d%0aSet-Cookie:forged=1/files/D-01' }),
    ]);
    for (const { headers } of answers) expect(JSON.stringify(headers)).not.toContain('forged');
  });
});
