import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { ringFileOf } from '../../cli/key-ring.js';
import { makeRing, openRingFile, openStore, personOfIdentity } from '../../store/index.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const issuer = 'https://id.office.example/realms/rogatory';
let dataDir: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'rogatory-people-'));
  await makeRing(ringFileOf(dataDir), new Date().toISOString());
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const administrator = (id: string) => ({
  id,
  label: `Administrator ${id}`,
  unit: 'cyber',
  roles: ['ADMINISTRATOR'],
  subject: `subject-of-${id}`,
});
const office = (persons: unknown[] = [administrator('one'), administrator('two')]) => ({
  units: [{ id: 'cyber', label: 'Cyber unit', state: 'KZ' }],
  persons,
});

function found(content: unknown, more: Record<string, string> = {}) {
  const file = join(dataDir, 'office.yaml');
  writeFileSync(file, typeof content === 'string' ? content : stringify(content));
  const oidc = {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'rogatory',
    OIDC_CLIENT_SECRET: 'a secret of the office',
    OIDC_AUDIENCE: 'rogatory-api',
    OIDC_SECOND_FACTOR_ACR: 'mfa',
  };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/launch.mjs', 'cli/rogatory.ts', 'people', 'found', file],
    {
      cwd: root,
      env: { ...process.env, DATA_DIR: dataDir, ...oidc, ...more },
      encoding: 'utf8',
      timeout: 100_000,
    },
  );
  return { status, said: stdout + stderr };
}

const stored = async () =>
  openStore({ dataDir: join(dataDir, 'db'), keyRing: await openRingFile(ringFileOf(dataDir)) });

describe('the first people of an office', () => {
  beforeEach(() => rmSync(join(dataDir, 'db'), { recursive: true, force: true }));

  it('are entered once, each with who he or she is at the provider; after that it takes two persons', async () => {
    expect(found(office())).toEqual({ status: 0, said: 'Entered 2 people in 1 units.\n' });
    const again = found(office([administrator('three'), administrator('four')]));
    expect(again.status).toBe(1);
    expect(again.said).toContain('OFFICE_FOUNDED');
    const store = await stored();
    expect(await personOfIdentity(store.read, { issuer, subject: 'subject-of-two' })).toMatchObject({
      id: 'two',
      roles: ['ADMINISTRATOR'],
    });
    expect(await personOfIdentity(store.read, { issuer, subject: 'subject-of-three' })).toBeNull();
    await store.close();
  });

  it.each([
    ['one administrator alone', office([administrator('one')]), 'persons two of them need the role'],
    [
      'a unit that is not there',
      office([{ ...administrator('one'), unit: 'none' }]),
      'persons.0.unit "none"',
    ],
    ['a role that is none', office([{ ...administrator('one'), roles: ['KING'] }]), 'persons.0.roles.0'],
    ['one person twice', office([administrator('one'), administrator('one')]), 'persons.1.id "one" stands'],
    ['a line that nobody reads', { ...office(), note: 'x' }, 'Unrecognized key: "note"'],
    ['a file that is no YAML', '{ units: [', 'FILE_UNREADABLE'],
    ['a file that multiplies itself', 'a: &a [1]\nunits: [*a, *a]', 'FILE_UNREADABLE'],
  ])('are refused with the place named: %s', (_, content, words) => {
    const { status, said } = found(content);
    expect(said).toContain(words);
    expect(status).toBe(2);
  });

  it('are refused where nobody could sign in', () => {
    const none = {
      OIDC_ISSUER: '',
      OIDC_CLIENT_ID: '',
      OIDC_CLIENT_SECRET: '',
      OIDC_AUDIENCE: '',
      OIDC_SECOND_FACTOR_ACR: '',
    };
    const { status, said } = found(office(), none);
    expect(said).toContain('OIDC_ISSUER missing');
    expect(status).toBe(3);
  });
});
