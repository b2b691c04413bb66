import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';

const configuration = `[tsa]
default_tsa = here
[here]
serial = serial
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
`;

const purposes = ['timeStamping', 'serverAuth'] as const;
type Purpose = (typeof purposes)[number];

/** A time-stamping authority on loopback whose answers OpenSSL makes: another program than the one that reads them. */
export type TimeStampingAuthority = {
  url: string;
  /** PEM of the certificate that its own leads to. */
  certificate: string;
  /** What it does instead of answering: `undefined` answers as it should. */
  instead: ((query: Buffer) => { status: number; body: Uint8Array }) | undefined;
  asked: number;
  /** An answer of RFC 3161 to a query, as it sends it. */
  answer(query: Uint8Array): Buffer;
  /** Whether OpenSSL takes a token for one of this authority over these bytes. */
  vouches(token: Uint8Array, bytes: Uint8Array): boolean;
  /** What a token says, signed anew with another certificate under the same root. */
  resigned(token: Uint8Array, purpose: Purpose): Buffer;
  stop(): Promise<void>;
};

export async function startTimeStamping(): Promise<TimeStampingAuthority> {
  const dir = mkdtempSync(join(tmpdir(), 'rogatory-tsa-'));
  const openssl = (...words: string[]) => spawnSync('openssl', words, { cwd: dir, encoding: 'buffer' });
  certify(openssl, 'ca', ['-subj', '/CN=Test root']);
  certify(openssl, 'tsa', ['-subj', '/CN=Test time-stamping', ...under('timeStamping')]);
  // Made before any token: at the time of a stamp they must have been valid.
  for (const purpose of purposes) certify(openssl, purpose, ['-subj', '/CN=Test other', ...under(purpose)]);
  writeFileSync(join(dir, 'tsa.cnf'), configuration);
  writeFileSync(join(dir, 'serial'), '01\n');
  const answer = (query: Uint8Array): Buffer => {
    writeFileSync(join(dir, 'query'), query);
    const { status, stderr } = openssl(
      ...['ts', '-reply', '-config', 'tsa.cnf', '-section', 'here', '-queryfile', 'query', '-out', 'reply'],
    );
    if (status !== 0) throw new Error(`openssl ts: ${stderr.toString()}`);
    return readFileSync(join(dir, 'reply'));
  };
  const server = createServer((request, response) => {
    void buffer(request).then((query) => {
      authority.asked += 1;
      const { status, body } = authority.instead?.(query) ?? { status: 200, body: answer(query) };
      response.writeHead(status, { 'content-type': 'application/timestamp-reply' }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const authority: TimeStampingAuthority = {
    url: `http://127.0.0.1:${port}/`,
    certificate: readFileSync(join(dir, 'ca.pem'), 'utf8'),
    instead: undefined,
    asked: 0,
    answer,
    vouches: (token, bytes) => {
      writeFileSync(join(dir, 'token'), token);
      writeFileSync(join(dir, 'bytes'), bytes);
      const words = ['-verify', '-token_in', '-in', 'token', '-data', 'bytes', '-CAfile', 'ca.pem'];
      return openssl('ts', ...words, '-untrusted', 'tsa.pem').status === 0;
    },
    resigned: (token, purpose) => {
      writeFileSync(join(dir, 'token'), token);
      openssl('cms', '-verify', '-noverify', '-inform', 'DER', '-in', 'token', '-out', 'said');
      const signer = ['-signer', `${purpose}.pem`, '-inkey', `${purpose}.key`, '-md', 'sha256'];
      const words = ['-econtent_type', 'id-smime-ct-TSTInfo', '-nodetach', '-in', 'said', '-out', 'resigned'];
      const { status, stderr } = openssl('cms', '-sign', '-outform', 'DER', '-binary', ...signer, ...words);
      if (status !== 0) throw new Error(`openssl cms: ${stderr.toString()}`);
      return readFileSync(join(dir, 'resigned'));
    },
    stop: () =>
      new Promise((resolve) =>
        server.close(() => {
          rmSync(dir, { recursive: true, force: true });
          resolve();
        }),
      ),
  };
  return authority;
}

type OpenSsl = (...words: string[]) => { status: number | null; stderr: Buffer };

const under = (purpose: Purpose): string[] => [
  ...['-CA', 'ca.pem', '-CAkey', 'ca.key', '-addext', 'basicConstraints=critical,CA:FALSE'],
  ...['-addext', `extendedKeyUsage=critical,${purpose}`],
];

function certify(openssl: OpenSsl, name: string, words: readonly string[]): void {
  const made = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-days',
    '30',
  ];
  const { status, stderr } = openssl(...made, ...words, '-keyout', `${name}.key`, '-out', `${name}.pem`);
  if (status !== 0) throw new Error(`openssl req: ${stderr.toString()}`);
}
