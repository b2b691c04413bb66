import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { basename, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { auditOf, evidenceOfRoute, openingStream, type EvidenceRecord } from '../../store/index.js';
import { at, startHarness, text } from './harness.js';
import type { Harness, Seen } from './harness.js';
import { tokenOf } from './people.js';
import type { Name } from './people.js';
import { aRoute, aSentRoute, redeemVotes } from './running-route.js';

let h: Harness;
let port: number;
const limit = 4 * 1024 * 1024;
beforeAll(async () => {
  h = await startHarness({ evidenceLimitBytes: limit });
  await h.app.listen({ host: '127.0.0.1', port: 0 });
  port = (h.app.server.address() as AddressInfo).port;
});
afterAll(() => h.stop());
beforeEach(() => redeemVotes(h));

const digestOf = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
const contentDigest = (bytes: Buffer): string => `sha-256=:${digestOf(bytes).toString('base64')}:`;
const headersFor = (bytes: Buffer, more: Record<string, string> = {}, name: Name = 'custodian') => ({
  authorization: `Bearer ${tokenOf(name)}`,
  'content-type': 'application/octet-stream',
  'content-digest': contentDigest(bytes),
  'x-file-name': 'answer.zip',
  'idempotency-key': randomUUID(),
  ...more,
});

/** Uploads over a real socket. */
function upload(
  routeId: string,
  bytes: Buffer,
  headers: Record<string, string>,
): Promise<Pick<Seen, 'status' | 'body'>> {
  return new Promise((resolve, reject) => {
    const path = `/v1/routes/${routeId}/evidence`;
    const sending = httpRequest({ host: '127.0.0.1', port, path, method: 'POST', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
        resolve({ status: response.statusCode ?? 0, body });
      });
    });
    sending.on('error', reject);
    sending.end(bytes);
  });
}

/** Begins an upload, sends only its first bytes, and waits until they are on disk. */
async function beginUpload(routeId: string, whole: Buffer, headers: Record<string, string>) {
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const socket = connect(port, '127.0.0.1');
  const path = `/v1/routes/${routeId}/evidence`;
  const lines = [
    `POST ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    `content-length: ${whole.length}`,
    ...head,
    '',
    '',
  ];
  socket.write(lines.join('\r\n'));
  socket.write(whole.subarray(0, whole.length / 2));
  await vi.waitFor(async () => expect(await filesIn('incoming')).toHaveLength(1));
  return socket;
}

const filesIn = async (folder: string): Promise<string[]> => {
  await mkdir(join(h.evidenceDir, folder), { recursive: true });
  return readdir(join(h.evidenceDir, folder));
};

/** What lies in quarantine, and what it opens to with the key of its case. */
async function keptOf(row: EvidenceRecord | undefined): Promise<{ kept: Buffer; opened: Buffer }> {
  if (row === undefined) throw new Error('nothing was kept');
  const path = join(h.evidenceDir, row.path);
  const opening = openingStream(await h.store.read.secrets.of(row.caseId), basename(path));
  const opened = await buffer(createReadStream(path).pipe(opening));
  return { kept: await readFile(path), opened };
}

describe('a file that comes in', () => {
  it('is streamed to quarantine and digested on the way', async () => {
    const { routeId } = await aSentRoute(h);
    const bytes = Buffer.alloc(3_000_000, 7);
    const seen = await upload(routeId, bytes, headersFor(bytes));
    expect(seen.status).toBe(201);
    expect(seen.body).toMatchObject({
      state: 'SEALED',
      size: bytes.length,
      sha256: digestOf(bytes).toString('hex'),
      fileName: 'answer.zip',
    });
    const [row] = await evidenceOfRoute(h.store.read, routeId);
    const { opened, kept } = await keptOf(row);
    expect(opened.equals(bytes)).toBe(true);
    expect(kept.includes(bytes.subarray(0, 64))).toBe(false);
  });

  it('may be empty', async () => {
    const { routeId } = await aSentRoute(h);
    const seen = await upload(routeId, Buffer.alloc(0), headersFor(Buffer.alloc(0)));
    expect(seen).toMatchObject({ status: 201, body: { size: 0 } });
  });

  it('keeps its name as a label that is no path', async () => {
    const { routeId } = await aSentRoute(h);
    const bytes = Buffer.from('x');
    const name = encodeURIComponent('../../../etc/ответ\u202Egpj.exe');
    const seen = await upload(routeId, bytes, headersFor(bytes, { 'x-file-name': name }));
    expect(text(seen.body, 'fileName')).toBe('.._.._.._etc_ответ_gpj.exe');
    const [row] = await evidenceOfRoute(h.store.read, routeId);
    expect(row?.path).toMatch(/^quarantine\/[0-9a-f-]{36}$/);
  });

  it('that is sent twice with one key is one file', async () => {
    const { routeId } = await aSentRoute(h);
    const bytes = Buffer.from('twice');
    const headers = headersFor(bytes);
    const first = await upload(routeId, bytes, headers);
    const again = await upload(routeId, bytes, headers);
    expect(again.body).toEqual(first.body);
    expect(await evidenceOfRoute(h.store.read, routeId)).toHaveLength(1);
  });
});

describe('a file that is not taken', () => {
  it('leaves nothing but its trace when it is cut in the middle', async () => {
    const { routeId, caseId } = await aSentRoute(h);
    const before = await filesIn('quarantine');
    const whole = Buffer.alloc(1_000_000, 1);
    const socket = await beginUpload(routeId, whole, headersFor(whole));
    socket.destroy();
    await vi.waitFor(async () => {
      const [row] = await evidenceOfRoute(h.store.read, routeId);
      expect(row).toMatchObject({ state: 'ABORTED', why: 'EVIDENCE_CUT', sha256: null });
    });
    expect(await filesIn('incoming')).toEqual([]);
    expect(await filesIn('quarantine')).toEqual(before);
    const last = (await auditOf(h.store.read, { caseId, limit: 500 })).at(-1);
    expect(last).toMatchObject({ subject: { kind: 'evidence' }, reason: 'EVIDENCE_CUT' });
    expect((await h.as('officer').get('/v1/people/me')).status).toBe(200);
  });

  it('can be sent again with the same key after it was cut', async () => {
    const { routeId } = await aSentRoute(h);
    const bytes = Buffer.alloc(500_000, 2);
    const headers = headersFor(bytes);
    const socket = await beginUpload(routeId, bytes, headers);
    socket.destroy();
    await vi.waitFor(async () =>
      expect((await evidenceOfRoute(h.store.read, routeId))[0]?.state).toBe('ABORTED'),
    );
    expect((await upload(routeId, bytes, headers)).status).toBe(201);
  });

  it('is told to wait while the same upload is still under way', async () => {
    const { routeId } = await aSentRoute(h);
    const bytes = Buffer.alloc(200_000, 3);
    const headers = headersFor(bytes);
    const socket = await beginUpload(routeId, bytes, headers);
    const second = await upload(routeId, bytes, headers);
    socket.destroy();
    await vi.waitFor(async () =>
      expect((await evidenceOfRoute(h.store.read, routeId))[0]?.state).toBe('ABORTED'),
    );
    expect(second).toMatchObject({ status: 409, body: { code: 'IDEMPOTENCY_IN_PROGRESS' } });
  });

  it('is kept with both digests and refused when it is not the announced one', async () => {
    const { routeId } = await aSentRoute(h);
    const bytes = Buffer.from('what came');
    const announced = Buffer.from('what was announced');
    const seen = await upload(routeId, bytes, {
      ...headersFor(bytes),
      'content-digest': contentDigest(announced),
    });
    expect(seen).toMatchObject({ status: 422, body: { code: 'EVIDENCE_DIGEST_MISMATCH' } });
    const [row] = await evidenceOfRoute(h.store.read, routeId);
    expect(row).toMatchObject({
      state: 'MISMATCH',
      sha256: digestOf(bytes).toString('hex'),
      senderSha256: digestOf(announced).toString('hex'),
    });
    expect((await keptOf(row)).opened.equals(bytes)).toBe(true);
  });

  it.each(['', 'sha-256=:short:', 'md5=:1B2M2Y8AsgTpgAmY7PhCfg==:'])(
    'is refused with %j for a digest',
    async (digest) => {
      const { routeId } = await aSentRoute(h);
      const bytes = Buffer.from('x');
      const seen = await upload(routeId, bytes, { ...headersFor(bytes), 'content-digest': digest });
      expect(seen).toMatchObject({ status: 400, body: { code: 'EVIDENCE_DIGEST_MISSING' } });
      expect(await evidenceOfRoute(h.store.read, routeId)).toEqual([]);
    },
  );

  it('is refused on a route on which nothing was sent', async () => {
    const { routeId } = await aRoute(h);
    const bytes = Buffer.from('x');
    expect(await upload(routeId, bytes, headersFor(bytes))).toMatchObject({
      status: 409,
      body: { code: 'ROUTE_STATE' },
    });
  });

  it('is refused as JSON, and says what is read here', async () => {
    const { routeId } = await aSentRoute(h);
    const bytes = Buffer.from('{}');
    const seen = await upload(routeId, bytes, { ...headersFor(bytes), 'content-type': 'application/json' });
    expect(seen).toMatchObject({ status: 415, body: { code: 'MEDIA_TYPE_UNSUPPORTED' } });
    expect(text(seen.body, 'detail')).toContain('application/octet-stream');
  });

  it('is refused beyond the limit, also when no length was announced', async () => {
    const { routeId } = await aSentRoute(h);
    const bytes = Buffer.alloc(limit + 1);
    const headers = { ...headersFor(bytes), 'transfer-encoding': 'chunked' };
    const seen = await upload(routeId, bytes, headers).catch((error: unknown) => ({
      status: 0,
      body: error,
    }));
    expect([0, 413]).toContain(seen.status);
    const [row] = await evidenceOfRoute(h.store.read, routeId);
    expect(row).toMatchObject({ state: 'ABORTED', why: 'BODY_TOO_LARGE' });
    expect(await filesIn('incoming')).toEqual([]);
  });

  it('is refused from a person of another unit as if the route did not exist', async () => {
    const { routeId } = await aSentRoute(h);
    const bytes = Buffer.from('x');
    expect(await upload(routeId, bytes, headersFor(bytes, {}, 'outsider'))).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND' },
    });
  });
});

describe('a receipt', () => {
  const uploaded = async (): Promise<string> => {
    const { routeId } = await aSentRoute(h);
    const bytes = Buffer.from(`file of ${routeId}`);
    return text((await upload(routeId, bytes, headersFor(bytes))).body, 'id');
  };

  it('is signed by the custodian, then by a witness, and only then told to the route', async () => {
    const id = await uploaded();
    const first = await h.as('custodian').post(`/v1/evidence/${id}/receipt`);
    expect(first.body).toMatchObject({
      engine: { state: 'NOTHING_TO_TELL' },
      receipts: [{ capacity: 'CUSTODIAN' }],
    });
    const second = await h.as('witness').post(`/v1/evidence/${id}/receipt`);
    expect(second.body).toMatchObject({
      receipts: [{ byPerson: 'custodian' }, { byPerson: 'witness', capacity: 'WITNESS' }],
    });
    expect(h.engine.told.at(-1)).toMatchObject({
      update: 'reportDone',
      payload: { what: 'evidence-received', ref: id },
    });
  });

  it('is not signed by one person twice, whatever roles the person has', async () => {
    const id = await uploaded();
    await h.as('bothReceivers').post(`/v1/evidence/${id}/receipt`);
    const seen = await h.as('bothReceivers').post(`/v1/evidence/${id}/receipt`);
    expect(seen).toMatchObject({ status: 403, code: 'EVIDENCE_SAME_PERSON' });
  });

  it('is not begun by the witness', async () => {
    const id = await uploaded();
    expect((await h.as('witness').post(`/v1/evidence/${id}/receipt`)).code).toBe('ROLE_MAY_NOT');
  });

  it('is not signed by the case officer', async () => {
    const id = await uploaded();
    expect((await h.as('officer').post(`/v1/evidence/${id}/receipt`)).code).toBe('ROLE_MAY_NOT');
  });

  it('is refused for a file that is not the announced one', async () => {
    const { routeId } = await aSentRoute(h);
    const bytes = Buffer.from('what came');
    await upload(routeId, bytes, {
      ...headersFor(bytes),
      'content-digest': contentDigest(Buffer.from('other')),
    });
    const [row] = await evidenceOfRoute(h.store.read, routeId);
    const seen = await h.as('custodian').post(`/v1/evidence/${row?.id ?? ''}/receipt`);
    expect(seen.code).toBe('EVIDENCE_DIGEST_MISMATCH');
  });

  it('never shows the file, only its digests', async () => {
    const id = await uploaded();
    const seen = await h.as('officer').get(`/v1/evidence/${id}`);
    expect(at(seen.body, 'path')).toBeUndefined();
    expect(at(seen.body, 'sha256')).toMatch(/^[0-9a-f]{64}$/);
  });
});
