import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { readSettings, SettingsError, variables } from '../../config/env.js';
import { createLogger } from '../../config/logger.js';

const read = (environment: Record<string, string>) => readSettings(environment, '/srv/clone');

const faultsOf = (environment: Record<string, string>): string => {
  try {
    read(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
  return 'no fault';
};

const signingKey = Buffer.alloc(32, 7).toString('base64');
const site = {
  ROGATORY_MODE: 'site',
  PUBLIC_URL: 'https://rogatory.example',
  DATABASE_URL: 'postgres://app:hidden-1@db/rogatory',
  TEMPORAL_ADDRESS: 'temporal:7233',
  ROGATORY_SIGNING_KEY: signingKey,
  ROGATORY_KEY_RING_FILE: '/run/secrets/key-ring',
  SMTP_URL: 'smtp://rogatory:hidden-4@mail.example:587',
  SMTP_FROM: 'Rogatory <rogatory@office.example>',
  OIDC_ISSUER: 'https://identity.example/realms/office',
  OIDC_CLIENT_ID: 'rogatory',
  OIDC_CLIENT_SECRET: 'hidden-3-of-the-client',
  OIDC_AUDIENCE: 'rogatory-api',
  OIDC_SECOND_FACTOR_AMR: 'otp,hwk',
};

describe('settings', () => {
  it('asks for nothing: an empty environment is the training system on its fixed port', () => {
    expect(read({})).toMatchObject({
      place: { mode: 'embedded', dataDir: '/srv/clone/.data' },
      server: { port: 8484, host: '127.0.0.1' },
      store: { databaseUrl: undefined },
      temporal: { address: undefined, namespace: 'rogatory' },
    });
  });

  it('counts an empty variable as not set', () => {
    expect(read({ PORT: '', DATABASE_URL: '' })).toMatchObject({
      server: { port: 8484 },
      store: { databaseUrl: undefined },
    });
  });

  it('refuses PostgreSQL variables without DATABASE_URL instead of falling back in silence', () => {
    expect(faultsOf({ PGHOST: 'db', PGUSER: 'app' })).toContain('PGHOST, PGUSER set without DATABASE_URL');
    expect(faultsOf({ PGHOST: 'db', DATABASE_URL: 'postgres://app@db/rogatory' })).toBe('no fault');
  });

  it.each([
    [{ TEMPORAL_NAMESPACE: 'office' }, 'TEMPORAL_NAMESPACE set without TEMPORAL_ADDRESS'],
    [{ TEMPORAL_TLS_CA: '/ca.pem', TEMPORAL_ADDRESS: 't:7233' }, 'TEMPORAL_TLS_CA set without TEMPORAL_TLS'],
    [
      { TEMPORAL_TLS_CERT: '/c.pem', TEMPORAL_TLS: 'yes', TEMPORAL_ADDRESS: 't:7233' },
      'TEMPORAL_TLS_KEY missing',
    ],
    [{ TEMPORAL_API_KEY: 'jwt', TEMPORAL_ADDRESS: 't:7233' }, 'would travel in the clear'],
    [
      { DATABASE_URL: 'postgres://a@db/x', MIGRATION_DATABASE_URL: 'postgres://a@db/x' },
      'let another role own the tables',
    ],
    [{ METRICS_ADDRESS: '127.0.0.1' }, 'METRICS_ADDRESS set without METRICS_PORT'],
    [{ WEBHOOK_NETWORKS: '10.20.0.0/16' }, 'WEBHOOK_NETWORKS is for a site'],
    [{ ...site, WEBHOOK_NETWORKS: '10.20.0.1' }, 'is a list of networks'],
    [{ METRICS_PORT: '9464' }, 'METRICS_PORT is for the parts of a site'],
    [{ PUBLIC_URL: 'http://rogatory.example' }, 'plain http'],
    [{ NODE_ENV: 'production' }, 'NODE_ENV is production'],
    [{ ...site, ROGATORY_TRAINING_IN_PRODUCTION: 'yes' }, 'unset one of the two'],
    [{ ...site, ROGATORY_SIGNING_KEY: 'dG9vIHNob3J0' }, 'at least 32 bytes'],
    [{ ...site, OIDC_ISSUER: 'http://identity.example' }, 'OIDC_ISSUER is plain http'],
    [{ ...site, OIDC_AUDIENCE: 'rogatory' }, 'would pass for the token of a machine'],
    [{ ...site, OIDC_CLIENT_SECRET: 'short' }, 'at least 16 characters'],
    [{ ...site, SMTP_FROM: '' }, 'SMTP_FROM missing'],
    [{ ...site, SMTP_URL: '' }, 'SMTP_URL missing'],
    [{ ...site, SMTP_URL: 'http://mail.example' }, 'is written smtp://'],
    [{ ...site, SMTP_FROM: 'nobody' }, 'SMTP_FROM is an address'],
    [{ SMTP_URL: 'smtp://mail.example', SMTP_FROM: 'a@b.example' }, 'SMTP_URL is for a site'],
  ])('refuses the half-set combination %j', (environment, fault) => {
    expect(faultsOf(environment)).toContain(fault);
  });

  it('takes the training system in production when it is meant', () => {
    expect(faultsOf({ NODE_ENV: 'production', ROGATORY_TRAINING_IN_PRODUCTION: 'yes' })).toBe('no fault');
  });

  it('reads a whole site', () => {
    expect(read(site)).toMatchObject({
      place: { mode: 'site' },
      server: { publicUrl: 'https://rogatory.example', corsOrigins: [], trustedProxies: [] },
      temporal: { address: 'temporal:7233' },
      people: {
        oidc: {
          issuer: 'https://identity.example/realms/office',
          secondFactor: { acr: [], amr: ['otp', 'hwk'] },
        },
        session: { idleMinutes: 30, hours: 10 },
      },
    });
  });

  it.each(Object.keys(site).filter((name) => name !== 'ROGATORY_MODE'))(
    'refuses a site without %s',
    (name) => {
      const without = Object.fromEntries(Object.entries(site).filter(([key]) => key !== name));
      expect(faultsOf(without)).toContain(`${name} missing`);
    },
  );

  it('refuses a site without an identity provider', () => {
    const without = Object.fromEntries(Object.entries(site).filter(([key]) => !key.startsWith('OIDC_')));
    expect(faultsOf(without)).toContain('OIDC_ISSUER missing: people of a site sign in');
  });

  it('names every fault at once', () => {
    const faults = faultsOf({
      PORT: 'http',
      DATABASE_URL: 'mysql://x',
      PGHOST: 'db',
      TEMPORAL_ADDRESS: 'here',
    });
    for (const name of ['PORT', 'DATABASE_URL', 'TEMPORAL_ADDRESS']) expect(faults).toContain(name);
  });
});

describe('secrets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are read from the file that NAME_FILE names, without its last line end', () => {
    const DATABASE_URL_FILE = file('url', 'postgres://app:hidden-2@db/rogatory\n');
    expect(read({ DATABASE_URL_FILE }).store.databaseUrl?.reveal()).toBe(
      'postgres://app:hidden-2@db/rogatory',
    );
  });

  it('are refused when given twice, when the file is empty and when it is not there', () => {
    const DATABASE_URL_FILE = file('twice', 'postgres://app@db/rogatory');
    expect(faultsOf({ DATABASE_URL: 'postgres://other@db/x', DATABASE_URL_FILE })).toContain(
      'DATABASE_URL_FILE is set, and so is DATABASE_URL',
    );
    expect(faultsOf({ DATABASE_URL_FILE: file('empty', '\n') })).toContain('names an empty file');
    expect(faultsOf({ DATABASE_URL_FILE: join(folder, 'missing') })).toContain('cannot be read');
  });

  it('never show: not as text, not as JSON, not inspected, not in a fault', () => {
    const settings = read(site);
    const shown = [
      JSON.stringify(settings),
      inspect(settings, { depth: 9 }),
      String(settings.store.databaseUrl),
    ];
    expect(shown.join()).not.toMatch(/hidden-1/);
    expect(shown.join()).not.toContain(signingKey);
    expect(faultsOf({ DATABASE_URL: 'mysql://app:hidden-3@db/x' })).not.toContain('hidden-3');
    expect(faultsOf({ ...site, ROGATORY_SIGNING_KEY: 'hidden-4' })).not.toContain('hidden-4');
  });
});

it('has a line for each variable in the manual of operators, and for no other', () => {
  const manual = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
  const table = manual.split('## Settings')[1]?.split('## Watch')[0] ?? '';
  const named = [...table.matchAll(/^\|([^|]*)\|/gm)].flatMap(([, cell]) =>
    [...(cell ?? '').matchAll(/`([A-Z][A-Z_]+)`/g)].flatMap(([, name]) => (name === '_FILE' ? [] : [name])),
  );
  expect(named.sort()).toEqual([...variables].sort());
});

describe('log', () => {
  it('never shows a token, a fact or a reason, however deep it stands', () => {
    const lines: string[] = [];
    const logger = createLogger('info', { write: (line: string) => void lines.push(line) });
    logger.info(
      {
        caseId: 'C1',
        token: 'secret-1',
        request: { headers: { authorization: 'secret-2' } },
        body: { facts: ['secret-3'], decision: { reason: 'secret-4' } },
      },
      'request',
    );
    expect(lines.join('')).toContain('C1');
    expect(lines.join('')).not.toMatch(/secret-\d/);
  });
});
