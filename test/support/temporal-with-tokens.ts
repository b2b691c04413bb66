import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { firstProgram, waysToProgram } from '../../worker/temporal-server.js';
import { dynamicConfig, dynamicConfigFile } from '../../worker/temporal/dynamic-config.js';
import { connectionOptions } from '../../worker/temporal/credentials.js';
import { freePorts } from '../../worker/temporal/ports.js';
import { commandLine } from '../../worker/temporal/programs.js';

const cacheDir = process.env['ROGATORY_CACHE_DIR'] ?? join(homedir(), '.cache', 'rogatory');

/** Without the second front end the server's own workers would need a token, and there is none to give them. */
const services = ['frontend', 'internal-frontend', 'history', 'matching', 'worker'];

export type TemporalWithTokens = {
  address: string;
  /** Its process as it was started first. */
  first: ChildProcess;
  /** Starts it again over the same folder and ports, after its process has died. */
  again(): ChildProcess;
  /** Ends the first process, should it run. */
  stop(): Promise<void>;
};

/** The server of the cache on loopback, as at a site: it trusts the key of the folder of secrets, and shows its certificate. */
export async function startTemporalWithTokens(folder: string, secrets: string): Promise<TemporalWithTokens> {
  mkdirSync(folder, { recursive: true });
  const { program } = await firstProgram(waysToProgram(cacheDir, () => undefined));
  const ports = await freePorts();
  const inner = await freePorts();
  const dynamicConfigPath = join(folder, 'dynamic-config.yaml');
  writeFileSync(dynamicConfigPath, dynamicConfigFile(dynamicConfig({ timeSkipping: false })));
  const command = commandLine(program, { folder, ports, timeSkipping: false, dynamicConfigPath });
  const started = () =>
    spawn(command.file, ['start', ...services.flatMap((name) => ['--service', name])], {
      stdio: 'ignore',
      env: {
        ...process.env,
        ...command.environment,
        TEMPORAL_AUTH_AUTHORIZER: 'default',
        TEMPORAL_AUTH_CLAIM_MAPPER: 'default',
        TEMPORAL_JWT_KEY_SOURCE1: `file://${join(secrets, 'temporal-jwks')}`,
        TEMPORAL_TLS_FRONTEND_CERT: join(secrets, 'temporal-cert'),
        TEMPORAL_TLS_FRONTEND_KEY: join(secrets, 'temporal-key'),
        USE_INTERNAL_FRONTEND: 'true',
        INTERNAL_FRONTEND_GRPC_PORT: String(inner.frontend),
        INTERNAL_FRONTEND_MEMBERSHIP_PORT: String(inner.frontendMembership),
        INTERNAL_FRONTEND_HTTP_PORT: String(inner.frontendHttp),
      },
    });
  const first = started();
  const ended = once(first, 'close');
  const stop = async () => {
    first.kill('SIGTERM');
    await ended;
  };
  const address = `127.0.0.1:${ports.frontend}`;
  const ready = await until(
    60_000,
    async () => serves(address, secrets),
    () => first.exitCode === null,
  );
  if (ready) return { address, first, again: started, stop };
  await stop();
  throw new Error('The Temporal server with tokens does not answer.');
}

/** A namespace can be looked for by whoever administers: only then have all of its services come up. */
async function serves(address: string, secrets: string): Promise<boolean> {
  const apiKey = readFileSync(join(secrets, 'temporal-admin-token'), 'utf8').trim();
  const tls = { ca: readFileSync(join(secrets, 'temporal-ca')), serverName: 'temporal' };
  const connection = await Connection.connect(connectionOptions(address, { tls, apiKey })).catch(() => null);
  if (connection === null) return false;
  const found = connection.workflowService.listNamespaces({}).then(
    () => true,
    () => false,
  );
  return found.finally(() => connection.close());
}

async function until(ms: number, ask: () => Promise<boolean>, alive: () => boolean): Promise<boolean> {
  const last = Date.now() + ms;
  while (alive() && Date.now() < last) {
    if (await ask()) return true;
    await pause(200);
  }
  return false;
}
