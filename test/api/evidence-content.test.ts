import { createHash, randomBytes } from 'node:crypto';
import { rm, truncate } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  auditOf,
  beginEvidence,
  evidenceById,
  markSensitive,
  receiveEvidence,
  sealEvidence,
} from '../../store/index.js';
import { quarantineOf } from '../../api/evidence/quarantine.js';
import { startHarness, type Harness } from './harness.js';
import { tokenOf, type Name } from './people.js';
import { aSentRoute, redeemVotes } from './running-route.js';

const MiB = 1024 * 1024;
let h: Harness;
let port: number;
beforeAll(async () => {
  h = await startHarness();
  await h.app.listen({ host: '127.0.0.1', port: 0 });
  port = (h.app.server.address() as AddressInfo).port;
});
afterAll(() => h.stop());
beforeEach(() => redeemVotes(h));

const as = (personId: string, role: 'EVIDENCE_CUSTODIAN' | 'EVIDENCE_WITNESS') => ({
  actor: { kind: 'person', personId, role } as const,
  at: h.clock.now.toISOString(),
});
const custodian = () => as('custodian', 'EVIDENCE_CUSTODIAN');

/** A file in quarantine, sealed as an upload seals it, with so many of its two receipts. */
async function aFile(chunks: () => Iterable<Buffer>, receipts: 0 | 1 | 2, fileName = 'answer.zip') {
  const { routeId, caseId } = await aSentRoute(h);
  const place = quarantineOf(h.evidenceDir, randomBytes(16).toString('hex'));
  const secrets = await h.store.read.secrets.of(caseId);
  const sha256 = createHash('sha256');
  for (const chunk of chunks()) sha256.update(chunk);
  const digest = sha256.digest('hex');
  const { evidenceId } = await h.store.transaction((tx) =>
    beginEvidence(tx, custodian(), {
      routeId,
      fileName,
      mediaType: 'application/octet-stream',
      senderSha256: digest,
      path: place.name,
    }),
  );
  const { size } = await place.receive(Readable.from(chunks()), secrets, {
    bytes: 100 * MiB,
    announced: null,
  });
  await place.keep();
  await h.store.transaction((tx) => sealEvidence(tx, custodian(), { evidenceId, sha256: digest, size }));
  const receivers = [custodian(), as('witness', 'EVIDENCE_WITNESS')].slice(0, receipts);
  for (const act of receivers) await h.store.transaction((tx) => receiveEvidence(tx, act, { evidenceId }));
  return { evidenceId, caseId, path: join(h.evidenceDir, place.name), digest, size };
}
const small = () => [Buffer.from('what the provider sent')];

function download(id: string, by: Name, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const path = `/v1/evidence/${id}/content`;
    const authorization = `Bearer ${tokenOf(by)}`;
    httpRequest({ host: '127.0.0.1', port, path, headers: { authorization, ...headers } }, resolve)
      .on('error', reject)
      .end();
  });
}
const bytesOf = async (answer: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of answer as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
};
const codeOf = async (answer: IncomingMessage): Promise<unknown> => {
  const body: unknown = JSON.parse((await bytesOf(answer)).toString('utf8'));
  return typeof body === 'object' && body !== null && 'code' in body ? body.code : body;
};
const reason = encodeURIComponent('Comparing the answer with the request.');

describe('the content of a file', () => {
  it('opens to nobody before two persons have received it', async () => {
    for (const receipts of [0, 1] as const) {
      const { evidenceId } = await aFile(small, receipts);
      for (const by of ['officer', 'custodian', 'auditor'] as const) {
        const answer = await download(evidenceId, by);
        expect([by, answer.statusCode, await codeOf(answer)]).toEqual([by, 409, 'EVIDENCE_NOT_RECEIVED']);
      }
    }
  });

  it('is sent as it came in, with its digest, as a file that no browser shows', async () => {
    const { evidenceId, caseId, digest } = await aFile(small, 2, "o'тчёт (1).zip");
    const answer = await download(evidenceId, 'officer');
    expect(answer.statusCode).toBe(200);
    expect((await bytesOf(answer)).toString()).toBe('what the provider sent');
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': '22',
      'content-digest': `sha-256=:${Buffer.from(digest, 'hex').toString('base64')}:`,
      'content-disposition': `attachment; filename="${evidenceId}"; filename*=UTF-8''o%27%D1%82%D1%87%D1%91%D1%82%20%281%29.zip`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect((await auditOf(h.store.read, { caseId, limit: 500 })).at(-1)).toMatchObject({
      verb: 'EVIDENCE_OPENED',
      actor: { personId: 'officer' },
      subject: { kind: 'evidence', id: evidenceId },
      newDigest: digest,
    });
  });

  it('opens with a reason only where it is marked, and the reason stands in the record', async () => {
    const { evidenceId, caseId } = await aFile(small, 2);
    await h.store.transaction((tx) =>
      markSensitive(tx, { ...custodian(), reason: 'Content.' }, { caseId, evidenceId, kind: 'CONTENT' }),
    );
    const silent = await download(evidenceId, 'officer');
    expect([silent.statusCode, await codeOf(silent)]).toEqual([428, 'REASON_MISSING']);
    const told = await download(evidenceId, 'officer', { 'access-reason': reason });
    expect([told.statusCode, (await bytesOf(told)).length]).toEqual([200, 22]);
    const entries = await auditOf(h.store.read, { caseId, limit: 500 });
    expect(entries.filter(({ verb }) => verb === 'EVIDENCE_OPENED')).toHaveLength(1);
    expect(entries.find(({ verb }) => verb === 'SENSITIVE_READ')?.reason).toBe(decodeURIComponent(reason));
  });

  it('that is privileged opens to the filter person, and to none of the case team', async () => {
    const { evidenceId, caseId } = await aFile(small, 2);
    await h.store.transaction((tx) =>
      markSensitive(tx, { ...custodian(), reason: 'Counsel.' }, { caseId, evidenceId, kind: 'PRIVILEGED' }),
    );
    for (const by of ['officer', 'supervisor', 'adviser'] as const) {
      const answer = await download(evidenceId, by, { 'access-reason': reason });
      expect([by, answer.statusCode]).toEqual([by, 403]);
      answer.resume();
    }
    const filter = await download(evidenceId, 'filter', { 'access-reason': reason });
    expect([filter.statusCode, (await bytesOf(filter)).length]).toEqual([200, 22]);
    const stranger = await download(evidenceId, 'outsider', { 'access-reason': reason });
    expect([stranger.statusCode, await codeOf(stranger)]).toEqual([404, 'NOT_FOUND']);
  });

  it('is not sent where the file is gone or was cut on the disk', async () => {
    const gone = await aFile(small, 2);
    await rm(gone.path, { force: true });
    const answer = await download(gone.evidenceId, 'officer');
    expect([answer.statusCode, await codeOf(answer)]).toEqual([500, 'RECORD_DAMAGED']);
    const cut = await aFile(() => [randomBytes(MiB)], 2);
    await truncate(cut.path, 500_000);
    const begun = await download(cut.evidenceId, 'officer');
    await expect(bytesOf(begun)).rejects.toThrow('aborted');
  });

  it('of 96 MiB leaves without ever standing in memory as a whole', async () => {
    const piece = randomBytes(MiB);
    const many = function* () {
      for (let sent = 0; sent < 96; sent += 1) yield piece;
    };
    const { evidenceId, digest, size } = await aFile(many, 2);
    expect(size).toBe(96 * MiB);
    const answer = await download(evidenceId, 'officer');
    const hash = createHash('sha256');
    const before = process.memoryUsage();
    let peak = 0;
    let seen = 0;
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      hash.update(chunk);
      seen += chunk.length;
      const { arrayBuffers } = process.memoryUsage();
      peak = Math.max(peak, arrayBuffers - before.arrayBuffers);
    }
    expect([seen, hash.digest('hex')]).toEqual([size, digest]);
    expect(peak).toBeLessThan(size / 2);
    expect((await evidenceById(h.store.read, evidenceId))?.state).toBe('SEALED');
  });
});
