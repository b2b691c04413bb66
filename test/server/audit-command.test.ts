import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCheckpointFile } from '../../activities/audit/checkpoint-file.js';
import { createNotary } from '../../activities/audit/notary.js';
import { createTimeStamping } from '../../activities/audit/time-stamping.js';
import { newSigningKey, openStore, readSigner, ringInMemory, systemAct } from '../../store/index.js';
import { startTimeStamping } from '../support/time-stamping-authority.js';

const names = { root: 'tsa.pem', stranger: 'stranger.pem' };
const root = fileURLToPath(new URL('../..', import.meta.url));
const at = '2026-11-24T09:00:00.000Z';
const signer = readSigner(newSigningKey('rogatory.test/1'));
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'rogatory-audit-'));
  const [tsa, stranger] = await Promise.all([startTimeStamping(), startTimeStamping()]);
  const store = await openStore({ dataDir: join(dataDir, 'db'), keyRing: ringInMemory() });
  await store.transaction(async (tx) => {
    const reason = 'x\n  CHANGED  entry 99: \u001b[31mred';
    tx.audit({ verb: 'CASE_READ', act: systemAct('test', at), subject: { kind: 'note', id: 'n' }, reason });
  });
  const notary = createNotary({
    store,
    clock: () => new Date(at),
    signers: [signer],
    file: createCheckpointFile(join(dataDir, 'audit/checkpoints.jsonl')),
    stamp: createTimeStamping(tsa.url),
    onFailure: () => undefined,
  });
  await notary.checkpointAudit();
  await notary.stampAudit();
  await writeFile(join(dataDir, names.root), tsa.certificate);
  await writeFile(join(dataDir, names.stranger), stranger.certificate);
  await Promise.all([tsa.stop(), stranger.stop()]);
  await store.close();
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function rogatory(...words: string[]) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(root, 'cli/rogatory.ts'), 'audit', ...words],
    {
      cwd: root,
      env: { PATH: process.env['PATH'] ?? '', DATA_DIR: dataDir, INIT_CWD: dataDir },
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (said += part.toString()));
  const [status] = (await once(child, 'close')) as [number];
  return { status, said };
}

it('verifies a data folder against the signed roots kept beside it, with the key one trusts', async () => {
  const { status, said } = await rogatory('verify', '--checkpoints', 'audit', '--key', signer.text);
  expect(said).toContain('fits: 1 entries, 1 signed roots');
  expect(status).toBe(0);
  const other = await rogatory('verify', '--key', readSigner(newSigningKey('rogatory.test/1')).text);
  expect(other.said).toContain('CHECKPOINT_OTHER_KEY  checkpoint of 1 (the store)');
  expect(other.status).toBe(1);
});

it('says up to where the record is time-stamped, and holds the stamps to the certificate one trusts', async () => {
  const seen = await rogatory('verify');
  expect(seen.said).toMatch(
    /time-stamped up to 1 on \d{4}-.* by Test time-stamping\n {2}Name the certificate/,
  );
  const trusted = await rogatory('verify', '--checkpoints', 'audit', '--tsa-certificate', names.root);
  expect(trusted.status).toBe(0);
  expect(trusted.said).not.toContain('Name the certificate');
  const other = await rogatory('verify', '--tsa-certificate', names.stranger);
  expect(other.said).toContain(
    'TIME_STAMP  time-stamp of 1: its certificate does not lead to one that is trusted',
  );
  expect(other.status).toBe(1);
  expect((await rogatory('verify', '--tsa-certificate', 'audit/checkpoints.jsonl')).status).toBe(2);
});

it('exports the record, verifies the export, and names what somebody changed in it', async () => {
  expect(await rogatory('export', '--out', 'audit.jsonl')).toEqual({ status: 0, said: '' });
  expect((await rogatory('verify', 'audit.jsonl')).status).toBe(0);
  const file = join(dataDir, 'audit.jsonl');
  await writeFile(file, (await readFile(file, 'utf8')).replace('CASE_READ', 'CASE_OPENED'));
  const { status, said } = await rogatory('verify', 'audit.jsonl');
  expect(said).toContain('CHANGED  entry 1: what it says, its place or its hash was changed');
  expect(status).toBe(1);
});

it('prints the newest signed root and makes keys', async () => {
  expect((await rogatory('checkpoint')).said).toContain(`rogatory.test/1\n1\n`);
  const { said } = await rogatory('key', 'agency.example/rogatory');
  expect(said).toMatch(/^PRIVATE\+KEY\+agency\.example\/rogatory\+[0-9a-f]{8}\+/);
  expect((await rogatory('verify', '--checkpoints', 'nowhere')).status).toBe(2);
});
