import { createCipheriv, createHash } from 'node:crypto';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { randomUUID } from 'node:crypto';
import { dispatch, officer, stands } from '../../scripts/demo/acts.js';
import { text } from '../../scripts/demo/office.js';
import { signStep, startSc01 } from '../e2e/support/cases.js';
import { figure, type Figure } from './figures.js';
import { peakMib, residentMib } from './memory.js';
import { openWholeSite, type WholeSite } from './site/whole-site.js';
import { judge, promised } from './verdicts.js';

const chunkBytes = 1024 * 1024;
const targetMib = 50;

/** The same bytes each time, that no compression makes smaller; nothing of them is kept. */
function* generated(mib: number): Generator<Buffer> {
  const key = createCipheriv('aes-128-ctr', Buffer.alloc(16, 7), Buffer.alloc(16));
  const zeros = Buffer.alloc(chunkBytes);
  for (let count = 0; count < mib; count += 1) yield key.update(zeros);
}

const digestOf = async (bytes: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of bytes) hash.update(chunk);
  return hash.digest('hex');
};

/** `test:load upload --mib 2048`: one file of evidence up and down again through a site; memory of the API watched. */
export async function uploadOne(mib: number): Promise<Figure[]> {
  const whole = await openWholeSite();
  try {
    await whole.ready();
    const routeId = await sentRoute(whole);
    await up(whole, routeId, 16);
    const pid = whole.parts.api.pid;
    if (pid === undefined) throw new Error('the API does not run');
    const before = residentMib(pid);
    const announced = await digestOf(generated(mib));
    const began = performance.now();
    let evidenceId = '';
    const peak = await peakMib(pid, async () => (evidenceId = await up(whole, routeId, mib, announced)));
    const uploaded = performance.now();
    await receive(whole, evidenceId);
    const downBegan = performance.now();
    let got = '';
    const peakDown = await peakMib(pid, async () => (got = await down(whole, evidenceId)));
    const ended = performance.now();
    judge([
      promised(
        'the digest of the receipt is that of what was sent',
        1,
        await sealedAs(whole, evidenceId, announced),
      ),
      promised('what is handed out again has the same digest', 1, got === announced ? [] : [got]),
    ]);
    const rate = (from: number, to: number) => `${(mib / ((to - from) / 1000)).toFixed(0)} MiB/s`;
    return [
      figure(`Memory of the API above before, upload of ${mib} MiB`, peak - before, 'MiB', targetMib),
      figure(`Memory of the API above before, download of ${mib} MiB`, peakDown - before, 'MiB', targetMib),
      {
        what: 'Rate of the upload and of the download',
        seen: `${rate(began, uploaded)}, ${rate(downBegan, ended)}`,
        target: '-',
        met: null,
      },
    ];
  } finally {
    await whole.stop();
  }
}

const office = ({ site, address }: WholeSite) => site.office([Number(new URL(address).port)]);

/** A preservation that was sent: only to what was sent something can come in. */
async function sentRoute(whole: WholeSite): Promise<string> {
  const people = office(whole);
  const { preservation } = await startSc01(people);
  await signStep(people, preservation);
  await stands(people, preservation, 'HANDED_OVER');
  await dispatch(people, preservation);
  return preservation;
}

/** @returns id of the evidence */
async function up(whole: WholeSite, routeId: string, mib: number, digest?: string): Promise<string> {
  const sha256 = digest ?? (await digestOf(generated(mib)));
  const identity = await whole.site.identity(officer, whole.address);
  const headers = {
    ...identity,
    'idempotency-key': randomUUID(),
    'content-type': 'application/octet-stream',
    'content-length': String(mib * chunkBytes),
    'content-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
    'x-file-name': 'disk-image.raw',
  };
  const sending = request(`${whole.address}/v1/routes/${routeId}/evidence`, { method: 'POST', headers });
  const answered = new Promise<Readable>((resolve, reject) => {
    sending.once('response', resolve);
    sending.once('error', reject);
  });
  await pipeline(Readable.from(generated(mib)), sending);
  const body: unknown = JSON.parse(Buffer.concat(await (await answered).toArray()).toString());
  return text(body, 'id');
}

async function receive(whole: WholeSite, evidenceId: string): Promise<void> {
  const people = office(whole);
  for (const who of ['custodian', 'witness'])
    await people(`training-evidence-${who}-a`).post(`/v1/evidence/${evidenceId}/receipt`);
}

async function sealedAs(whole: WholeSite, evidenceId: string, announced: string): Promise<string[]> {
  const { body } = await office(whole)(officer).get(`/v1/evidence/${evidenceId}`);
  const sha256 = text(body, 'sha256');
  return sha256 === announced && text(body, 'state') === 'SEALED' ? [] : [JSON.stringify(body)];
}

/** @returns digest of what came */
async function down(whole: WholeSite, evidenceId: string): Promise<string> {
  const headers = await whole.site.identity(officer, whole.address);
  const answer = await new Promise<Readable>((resolve, reject) => {
    request(`${whole.address}/v1/evidence/${evidenceId}/content`, { headers }, resolve)
      .once('error', reject)
      .end();
  });
  return digestOf(answer);
}
