import { readFileSync } from 'node:fs';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officer } from '../../scripts/demo/acts.js';
import { stories } from '../../scripts/demo/stories.js';
import { connectionOptions, type Credentials } from '../../worker/temporal/credentials.js';
import { addKey, readRing } from '../../store/index.js';
import { postgresPrograms, startPostgres, type PostgresServer } from '../support/postgres.js';
import { namespace, Site, type SiteProcess } from '../support/site.js';

const silent = (): void => undefined;

/** PostgreSQL, a Temporal server that asks for tokens, two API processes and two workers, all on loopback. */
describe.skipIf(!postgresPrograms)('a site', () => {
  let postgres: PostgresServer;
  let site: Site;
  let apis: (SiteProcess & { port: number })[];
  let workers: SiteProcess[];
  let caseId: string;
  beforeAll(async () => {
    postgres = await startPostgres(postgresPrograms ?? '');
    site = await Site.open(postgres);
  });
  afterAll(async () => {
    await site.stop();
    await postgres.stop();
  });

  it('does not serve on a store that is not migrated, and says what to do', async () => {
    const { status, output } = await site.run(['serve', 'api']);
    expect(status).toBe(3);
    expect(output).toContain('STORE_NOT_MIGRATED');
    expect(output).toContain('rogatory migrate');
  });

  it('is migrated once; the second time there is nothing to do', async () => {
    expect(await site.migrate()).toMatchObject({ status: 0 });
    const again = await site.migrate();
    expect(again.status).toBe(0);
    expect(again.output).toContain('up to date');
  });

  it('does not serve under a role that owns the record, and says what to do', async () => {
    const owner = { DATABASE_URL_FILE: site.secret('migration-database-url') };
    for (const part of ['api', 'worker']) {
      const { status, output } = await site.run(['serve', part], owner);
      expect([part, status]).toEqual([part, 3]);
      expect(output).toContain('STORE_ROLE_TOO_STRONG');
      expect(output).toContain('rogatory migrate');
    }
  });

  it('is not the training system: `start` is refused', async () => {
    const { status, output } = await site.run(['start']);
    expect(status).toBe(3);
    expect(output).toContain('START_IS_TRAINING');
  });

  const tls = () => ({ ca: readFileSync(site.secret('temporal-ca')), serverName: 'temporal' });
  const tokenIn = (name: string) => readFileSync(site.secret(name), 'utf8').trim();

  it.each([
    ['no token', async () => undefined],
    ['a token of another key', async () => forgedToken([`${namespace}:admin`])],
    ['a token that only reads, where it writes', async () => tokenIn('temporal-read-token')],
  ])('has an engine that refuses a client with %s', async (_, token) => {
    const seen = await terminating(site.temporal.address, { tls: tls(), apiKey: await token() });
    expect(seen).toBe('PERMISSION_DENIED');
  });

  it('has an engine that does not speak in the clear', async () => {
    const clear = { tls: undefined, apiKey: tokenIn('temporal-token') };
    expect(await terminating(site.temporal.address, clear)).toBe('UNREACHABLE');
  });

  it('lets its own token use the namespace, and administer nothing', async () => {
    const credentials = { tls: tls(), apiKey: tokenIn('temporal-token') };
    expect(await terminating(site.temporal.address, credentials)).toBe('NOT_FOUND');
    const connection = await Connection.connect(connectionOptions(site.temporal.address, credentials));
    const another = { namespace: 'another', workflowExecutionRetentionPeriod: msToTs(86_400_000) };
    await expect(connection.workflowService.registerNamespace(another)).rejects.toMatchObject({ code: 7 });
    await connection.close();
  });

  it('brings its data keys under the key that a rotation elsewhere put into use', async () => {
    const ring = site.secret('key-ring');
    await site.seed();
    const { current: old } = await readRing(ring);
    await addKey(ring, new Date().toISOString(), { use: true });
    const worker = await site.serve('worker');
    worker.child.kill('SIGTERM');
    await worker.ended;
    expect((await site.run(['keys', 'status'])).output).toMatch(new RegExp(`${old} .* 0 data keys\\n`));
  });

  it('runs a case over two API processes and two workers on one PostgreSQL', async () => {
    [apis, workers] = await Promise.all([
      Promise.all([site.serve('api'), site.serve('api')]),
      Promise.all([site.serve('worker'), site.serve('worker')]),
    ]);
    const told = await stories.SC01(site.office(apis.map(({ port }) => port)), silent);
    caseId = told.caseId;
    expect(told.routes.map(({ route, state }) => `${route} ${state}`)).toEqual([
      'PROV_PRES PRESERVED',
      'PROV_DISC CLOSED',
    ]);
  }, 300_000);

  it('goes on with one API and one worker when the others are killed', async () => {
    for (const { child, ended } of [apis[0], workers[0]].flatMap((one) => one ?? [])) {
      child.kill('SIGKILL');
      await ended;
    }
    const told = await stories.SC01(site.office(apis.slice(1).map(({ port }) => port)), silent);
    expect(told.routes.map(({ state }) => state)).toEqual(['PRESERVED', 'CLOSED']);
  }, 300_000);

  it('keeps every word of the case out of its logs', async () => {
    const person = site.office(apis.slice(1).map(({ port }) => port))(officer);
    const words = [
      ...wordsIn((await person.get(`/v1/cases/${caseId}/facts`)).body),
      ...wordsIn((await person.get(`/v1/cases/${caseId}`)).body),
    ];
    expect(words.length).toBeGreaterThan(10);
    const logs = site.processes.map(({ log }) => log()).join('\n');
    expect(logs.split('\n').length).toBeGreaterThan(50);
    expect(words.filter((word) => logs.includes(word))).toEqual([]);
    expect(logs).not.toMatch(/"(data|payload|jobs|headers|taskToken)":/);
    const secrets = await site.sessionSecrets();
    expect(secrets.length).toBeGreaterThan(3);
    expect(secrets.filter((secret) => logs.includes(secret))).toEqual([]);
    expect(logs).not.toContain(postgres.urlOf('rogatory', 'rogatory'));
  });

  it('counts by declared route on a port of its own, and never by an id', async () => {
    const text = await (await fetch(`${apis[1]?.operator}/metrics`)).text();
    expect(text).toMatch(/_seconds_count\{[^}]*method="POST",route="\/v1\/cases",status="201"/);
    expect(text).not.toContain(caseId);
    expect((await fetch(`http://127.0.0.1:${apis[1]?.port}/metrics`)).status).toBe(404);
    expect(await (await fetch(`${workers[1]?.operator}/metrics`)).text()).toContain(
      'process_cpu_seconds_total',
    );
  });

  it('says to an operator whether each process lives and serves', async () => {
    const address = `http://127.0.0.1:${apis[1]?.port}`;
    expect(await (await fetch(`${address}/health/live`)).json()).toEqual({ live: true });
    const ready = await (await fetch(`${address}/health/ready`)).json();
    expect(ready).toEqual({ ready: true, store: 'answers', engine: 'answers' });
    expect(await (await fetch(`${address}/health`)).json()).toMatchObject({ mode: 'site', notice: null });
    expect((await fetch(`${workers[1]?.operator}/health/live`)).status).toBe(200);
  });

  it('ends in order when it is asked to', async () => {
    const [, api] = apis;
    api?.child.kill('SIGTERM');
    await api?.ended;
    expect(api?.child.exitCode).toBe(0);
  });
});

const words: Readonly<Record<number, string>> = { 5: 'NOT_FOUND', 7: 'PERMISSION_DENIED' };

/** What the server says to somebody who ends an execution that does not exist. */
async function terminating(address: string, credentials: Credentials): Promise<string> {
  const options = { ...connectionOptions(address, credentials), connectTimeout: 3_000 };
  const connection = await Connection.connect(options).catch((error: unknown) => codeOf(error));
  if (!(connection instanceof Connection)) return connection;
  const workflowExecution = { workflowId: 'anything' };
  const said = await connection.workflowService
    .terminateWorkflowExecution({ namespace, workflowExecution })
    .then(() => 'DONE', codeOf);
  await connection.close();
  return said;
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UNREACHABLE';
  const code = 'code' in error && typeof error.code === 'number' ? words[error.code] : undefined;
  return code ?? codeOf(error.cause);
}

/** A token with the right claims under a key the server does not know. */
async function forgedToken(permissions: readonly string[]): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256');
  return new SignJWT({ permissions })
    .setProtectedHeader({ alg: 'RS256', kid: 'site' })
    .setSubject('rogatory')
    .setExpirationTime('1h')
    .sign(privateKey);
}

/** Words that could name somebody or something: texts with a space, an at sign or a long number. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return /[@\s]|\d{5,}/.test(value) && !isOurs(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(wordsIn);
}

/** Ids, digests and instants are what a log is made of. */
const isOurs = (text: string): boolean =>
  /^[0-9A-HJKMNP-TV-Z]{26}$|^[0-9a-f]{64}$|^\d{4}-\d{2}-\d{2}T/.test(text);
