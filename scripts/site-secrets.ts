/** `npm run -s site:secrets -- DIR`: the secrets of a new site, each in a file of its own, for deploy/docker-compose.yml. */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { makeRing, newSigningKey } from '../store/index.js';

export type SiteNames = {
  /** Host name of PostgreSQL and of the Temporal front end, as the processes reach them. */
  postgresHost: string;
  temporalHost: string;
  namespace: string;
  /** Name under which the audit is signed: the site's own domain. */
  auditName: string;
};

const namesOfCompose: SiteNames = {
  postgresHost: 'postgres',
  temporalHost: 'temporal',
  namespace: 'rogatory',
  auditName: 'rogatory.example/audit',
};

const password = (): string => randomBytes(24).toString('base64url');

/**
 * Makes every secret once. The folder is its owner's alone; the files in it can be read by whoever a container runs as.
 * Throws when the folder exists: keys that are in use are not written over.
 */
export async function makeSiteSecrets(folder: string, names: SiteNames = namesOfCompose): Promise<void> {
  if (existsSync(folder)) throw new Error(`${folder} exists; secrets in use are not written over.`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const write = (name: string, value: string) =>
    writeFileSync(join(folder, name), `${value}\n`, { mode: 0o444 });
  const [database, owner] = [password(), password()];
  for (const name of [
    'postgres-password',
    'temporal-db-password',
    'keycloak-db-password',
    'keycloak-admin-password',
    'oidc-client-secret',
  ])
    write(name, password());
  write('rogatory-db-password', database);
  write('rogatory-owner-db-password', owner);
  const url = (role: string, word: string) =>
    `postgres://${role}:${word}@${names.postgresHost}:5432/rogatory`;
  write('database-url', url('rogatory', database));
  write('migration-database-url', url('rogatory-owner', owner));
  write('signing-key', randomBytes(32).toString('base64'));
  write('audit-key', newSigningKey(names.auditName));
  await makeRing(join(folder, 'key-ring'), new Date().toISOString());
  chmodSync(join(folder, 'key-ring'), 0o444);
  await writeTokens(write, names.namespace);
  writeCertificates(folder, names.temporalHost);
}

/** Tokens of a year for the cluster, and the public key that it knows them by. The private key is not kept. */
async function writeTokens(write: (name: string, value: string) => void, namespace: string): Promise<void> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { modulusLength: 3072 });
  const kid = randomBytes(8).toString('hex');
  const jwk = { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' };
  write('temporal-jwks', JSON.stringify({ keys: [jwk] }));
  const token = (subject: string, ...permissions: string[]) =>
    signed(privateKey, { kid, subject, permissions });
  write('temporal-token', await token('rogatory', `${namespace}:write`, `${namespace}:worker`));
  write('temporal-read-token', await token('console', `${namespace}:read`));
  write('temporal-admin-token', await token('migrate', 'temporal-system:admin', `${namespace}:admin`));
}

const signed = (
  key: CryptoKey,
  { kid, subject, permissions }: { kid: string; subject: string; permissions: string[] },
) =>
  new SignJWT({ permissions })
    .setProtectedHeader({ alg: 'RS256', kid })
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime('365d')
    .sign(key);

/** A CA of its own and a certificate for the front end; the CA's key is not kept. */
function writeCertificates(folder: string, host: string): void {
  const path = (name: string) => join(folder, name);
  const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '825'];
  openssl([
    'req',
    '-x509',
    ...ec,
    '-subj',
    '/CN=Rogatory CA',
    '-keyout',
    path('ca-key'),
    '-out',
    path('temporal-ca'),
  ]);
  openssl([
    ...['req', '-x509', ...ec, '-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`],
    ...['-CA', path('temporal-ca'), '-CAkey', path('ca-key')],
    ...['-addext', 'basicConstraints=critical,CA:FALSE'],
    ...['-keyout', path('temporal-key'), '-out', path('temporal-cert')],
  ]);
  rmSync(path('ca-key'));
}

function openssl(words: string[]): void {
  const { status, stderr, error } = spawnSync('openssl', words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`openssl failed: ${error?.message ?? stderr}`);
}

const given = process.argv[2];
if (process.argv[1] === fileURLToPath(import.meta.url) && given !== undefined) {
  await makeSiteSecrets(resolve(given));
  console.log(
    `Made the secrets of a site in ${resolve(given)}. Keep a copy of key-ring and audit-key elsewhere.`,
  );
}
