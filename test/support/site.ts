import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { linkTrainingPeople } from '../../cli/embedded/identity/index.js';
import { startProvider, type IdentityProvider } from '../../cli/embedded/identity/provider.js';
import { trainingSecondFactor } from '../../cli/embedded/identity/second-factor.js';
import { trainingPeople, trainingUnits } from '../../cli/embedded/training-people.js';
import { makeSiteSecrets } from '../../scripts/site-secrets.js';
import { personAt, until, type Person } from '../../scripts/demo/office.js';
import { openRingFile, openStore, seedPeople, systemAct } from '../../store/index.js';
import { isFree } from '../../worker/temporal/ports.js';
import { Browser, reaching } from './browser.js';
import type { PostgresServer } from './postgres.js';
import { startTemporalWithTokens, type TemporalWithTokens } from './temporal-with-tokens.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const namespace = 'rogatory';
const publicUrl = 'https://rogatory.example';
const client = 'rogatory';
const audience = 'rogatory-api';

/** A process of the site. `log` is what it wrote to standard output and error. */
export type SiteProcess = { child: ChildProcess; log(): string; ended: Promise<unknown>; operator: string };

/** A site on loopback: PostgreSQL, a Temporal server that asks for tokens, and the processes that a test starts. */
export class Site {
  readonly folder: string;
  readonly processes: SiteProcess[] = [];
  readonly #postgres: PostgresServer;
  readonly temporal: TemporalWithTokens;
  /** Who vouches for the people of the site, on loopback. */
  readonly provider: IdentityProvider;
  readonly #browsers = new Map<string, Promise<Browser>>();

  private constructor(
    folder: string,
    postgres: PostgresServer,
    temporal: TemporalWithTokens,
    provider: IdentityProvider,
  ) {
    this.provider = provider;
    this.folder = folder;
    this.#postgres = postgres;
    this.temporal = temporal;
  }

  /** Secrets lie in files, as an orchestrator mounts them. */
  static async open(postgres: PostgresServer): Promise<Site> {
    for (const role of ['rogatory_owner', 'rogatory']) postgres.run(`create role ${role} login`);
    postgres.run('create database rogatory owner rogatory_owner');
    const folder = mkdtempSync(join(tmpdir(), 'rogatory-site-'));
    const secrets = join(folder, 'secrets');
    const names = {
      postgresHost: 'unused',
      temporalHost: 'temporal',
      namespace,
      auditName: 'site.test/audit',
    };
    await makeSiteSecrets(secrets, names);
    const urls = [
      ['database-url', postgres.urlOf('rogatory', 'rogatory')],
      ['migration-database-url', postgres.urlOf('rogatory', 'rogatory_owner')],
    ] as const;
    for (const [name, url] of urls) {
      rmSync(join(secrets, name));
      writeFileSync(join(secrets, name), `${url}\n`);
    }
    const temporal = await startTemporalWithTokens(join(folder, 'temporal'), secrets);
    const secret = readFileSync(join(secrets, 'oidc-client-secret'), 'utf8').trim();
    const provider = await startProvider({
      accounts: trainingPeople.map(({ id, label, roles }) => ({ id, label, says: roles.join(', ') })),
      client: { id: client, secret, redirectUri: `${publicUrl}/v1/session/callback` },
      machine: { id: 'a-machine', secret: 'a-machine-secret-of-the-site' },
      ...{ audience, port: 0 },
    });
    return new Site(folder, postgres, temporal, provider);
  }

  secret(name: string): string {
    return join(this.folder, 'secrets', name);
  }

  environment(more: Record<string, string> = {}): Record<string, string> {
    return {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      ROGATORY_MODE: 'site',
      LOG_LEVEL: 'trace',
      DATA_DIR: join(this.folder, 'data'),
      PUBLIC_URL: publicUrl,
      OIDC_ISSUER: this.provider.issuer,
      OIDC_CLIENT_ID: client,
      OIDC_CLIENT_SECRET_FILE: this.secret('oidc-client-secret'),
      OIDC_AUDIENCE: audience,
      OIDC_SECOND_FACTOR_ACR: trainingSecondFactor.acr.join(','),
      LIMIT_SIGN_INS_PER_MINUTE: '600',
      DATABASE_URL_FILE: this.secret('database-url'),
      ROGATORY_SIGNING_KEY_FILE: this.secret('signing-key'),
      ROGATORY_KEY_RING_FILE: this.secret('key-ring'),
      AUDIT_SIGNING_KEY_FILE: this.secret('audit-key'),
      SMTP_URL: 'smtp://127.0.0.1:9',
      SMTP_FROM: 'rogatory@office.example',
      TEMPORAL_ADDRESS: this.temporal.address,
      TEMPORAL_TLS: 'yes',
      TEMPORAL_TLS_CA: this.secret('temporal-ca'),
      TEMPORAL_TLS_SERVER_NAME: 'temporal',
      TEMPORAL_API_KEY_FILE: this.secret('temporal-token'),
      ...more,
    };
  }

  /** Runs a command to its end. */
  async run(words: readonly string[], more: Record<string, string> = {}) {
    const started = this.spawn(words, this.environment(more));
    await started.ended;
    return { status: started.child.exitCode, output: started.log() };
  }

  readonly migrate = () =>
    this.run(['migrate'], {
      MIGRATION_DATABASE_URL_FILE: this.secret('migration-database-url'),
      TEMPORAL_API_KEY_FILE: this.secret('temporal-admin-token'),
    });

  /** Starts a part and waits until its operator's port says that it is ready. @returns its process and port */
  async serve(part: 'api' | 'worker'): Promise<SiteProcess & { port: number }> {
    const [port, metricsPort] = [await freePort(), await freePort()];
    const environment = this.environment({ PORT: String(port), METRICS_PORT: String(metricsPort) });
    const operator = `http://127.0.0.1:${metricsPort}`;
    const started = { ...this.spawn(['serve', part], environment), operator };
    this.processes.push(started);
    const ready = async () => {
      if (started.child.exitCode !== null) throw new Error(`ended at once: ${started.log()}`);
      const answer = await fetch(`${operator}/health/ready`).catch(() => null);
      return answer?.status === 200 || undefined;
    };
    await until(`${part} being ready: ${operator}`, ready, 120);
    return { ...started, port };
  }

  /** Starts a program of the site; it dies with this process at the latest. */
  spawn(words: readonly string[], environment: Record<string, string>) {
    const child = spawn(process.execPath, ['scripts/launch.mjs', 'cli/rogatory.ts', ...words], {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    const orphaned = () => child.kill('SIGTERM');
    process.once('exit', orphaned);
    const ended = once(child, 'close').finally(() => process.off('exit', orphaned));
    return { child, ended, log: () => Buffer.concat(chunks).toString() };
  }

  /** The people of the site, each linked to the account of the same name at the provider. */
  async seed(): Promise<void> {
    const keyRing = await openRingFile(this.secret('key-ring'));
    const store = await openStore({
      databaseUrl: this.#postgres.urlOf('rogatory', 'rogatory'),
      keyRing,
      schema: 'require',
    });
    const act = systemAct('test', new Date().toISOString());
    await store.transaction((tx) => seedPeople(tx, act, { units: trainingUnits, persons: trainingPeople }));
    await linkTrainingPeople(store, this.provider.issuer, trainingPeople, act.at);
    await store.close();
  }

  /** People who sign in with a second factor and use these API processes in turn, request by request. */
  office(ports: readonly number[]): (id: string) => Person {
    let turn = 0;
    const next = (): string => `http://127.0.0.1:${ports[turn++ % ports.length]}`;
    return (id) => personAt(next(), id, () => this.identity(id, next()));
  }

  /** Header lines that show an API who this person is, who signs in at the first call. */
  async identity(id: string, address: string): Promise<Record<string, string>> {
    return { ...(await this.#signedIn(id, address)).headers, origin: publicUrl };
  }

  /** The browser of a person, signed in at the first call. */
  #signedIn(id: string, address: string): Promise<Browser> {
    const signIn = async (): Promise<Browser> => {
      const browser = new Browser(reaching(address), publicUrl);
      const { status, text } = await browser.signIn(id, 'two');
      if (status !== 302) throw new Error(`${id} was not signed in: ${text}`);
      return browser;
    };
    const known = this.#browsers.get(id) ?? signIn();
    this.#browsers.set(id, known);
    return known;
  }

  /** What the browsers of these people hold: the secrets of their sessions. */
  async sessionSecrets(): Promise<string[]> {
    const browsers = await Promise.all(this.#browsers.values());
    return browsers.flatMap((browser) => [...browser.jar(publicUrl).values()]);
  }

  async stop(): Promise<void> {
    for (const { child, ended } of this.processes.reverse()) {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await ended;
    }
    await this.provider.stop();
    await this.temporal.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 30_000);
    if (await isFree(port)) return port;
  }
}
