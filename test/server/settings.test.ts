import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from '../../config/env.js';
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

describe('settings', () => {
  it('asks for nothing: an empty environment is the training system on its fixed port', () => {
    expect(read({})).toMatchObject({
      port: 8484,
      dataDir: '/srv/clone/.data',
      databaseUrl: undefined,
      temporalAddress: undefined,
      temporalNamespace: 'rogatory',
    });
  });

  it('counts an empty variable as not set', () => {
    expect(read({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 8484, databaseUrl: undefined });
  });

  it('refuses PostgreSQL variables without DATABASE_URL instead of falling back in silence', () => {
    expect(faultsOf({ PGHOST: 'db', PGUSER: 'app' })).toContain('PGHOST, PGUSER set without DATABASE_URL');
    expect(faultsOf({ PGHOST: 'db', DATABASE_URL: 'postgres://app@db/rogatory' })).toBe('no fault');
  });

  it('refuses a Temporal namespace without an address', () => {
    expect(faultsOf({ TEMPORAL_NAMESPACE: 'office' })).toContain(
      'TEMPORAL_NAMESPACE set without TEMPORAL_ADDRESS',
    );
  });

  it('refuses the training system in production unless it is meant', () => {
    expect(faultsOf({ NODE_ENV: 'production' })).toContain('NODE_ENV');
    expect(faultsOf({ NODE_ENV: 'production', ROGATORY_TRAINING_IN_PRODUCTION: 'yes' })).toBe('no fault');
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
