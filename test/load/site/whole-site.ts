import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { openRingFile, openStore, type Store } from '../../../store/index.js';
import { postgresPrograms, startPostgres } from '../../support/postgres.js';
import { freePort, namespace, Site } from '../../support/site.js';
import { connectionOptions } from '../../../worker/temporal/credentials.js';
import { until } from '../../../scripts/demo/office.js';
import { Supervised } from './supervised.js';

export type WholeSite = {
  site: Site;
  address: string;
  outbox: string;
  parts: Readonly<Record<'database' | 'engine' | 'api' | 'worker', Supervised>>;
  /** Opens the store past the API, to look at or to seed. */
  store(): Promise<Store>;
  /** What the database does by itself within a minute after many rows: without it, it reads whole tables. */
  gatherStatistics(): Promise<void>;
  /** A client of the engine past the API; the caller closes its connection. */
  engine(): Promise<Client>;
  /** Both parts answer that they are ready. */
  ready(seconds?: number): Promise<void>;
  stop(): Promise<void>;
};

/**
 * A site on loopback, each part a process of its own that is started again when it ends: PostgreSQL, Temporal over files of its
 * own, one API, one worker. No limit of requests a minute.
 * @throws Error where the programs of PostgreSQL are not there
 */
export async function openWholeSite(more: Record<string, string> = {}): Promise<WholeSite> {
  if (postgresPrograms === null) throw new Error('The programs of a PostgreSQL of 15 or later are needed.');
  const postgres = await startPostgres(postgresPrograms);
  const site = await Site.open(postgres);
  const { status, output } = await site.migrate();
  if (status !== 0) throw new Error(`not migrated: ${output}`);
  await site.seed();
  const serve = async (part: 'api' | 'worker') => {
    const [port, operator] = [await freePort(), await freePort()];
    const environment = site.environment({
      ...unlimited,
      LOG_LEVEL: 'error',
      PORT: String(port),
      METRICS_PORT: String(operator),
      OFFICE_FILE: officePage(site.folder),
      ...more,
    });
    const again = () => site.spawn(['serve', part], environment).child;
    return { port, operator, process: new Supervised(part, again(), again) };
  };
  const [api, worker] = [await serve('api'), await serve('worker')];
  const parts = {
    database: new Supervised('database', postgres.first, postgres.again),
    engine: new Supervised('engine', site.temporal.first, site.temporal.again),
    api: api.process,
    worker: worker.process,
  };
  const isReady = async (port: number) =>
    (await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null))?.status === 200 || undefined;
  return {
    site,
    parts,
    address: `http://127.0.0.1:${api.port}`,
    outbox: join(site.folder, 'data', 'outbox'),
    store: async () =>
      openStore({
        databaseUrl: postgres.urlOf('rogatory', 'rogatory'),
        keyRing: await openRingFile(site.secret('key-ring')),
        schema: 'require',
      }),
    gatherStatistics: async () => {
      const client = new pg.Client({ connectionString: postgres.urlOf('rogatory') });
      await client.connect();
      await client.query('analyze');
      await client.end();
    },
    engine: async () => {
      const tls = { ca: readFileSync(site.secret('temporal-ca')), serverName: 'temporal' };
      const apiKey = readFileSync(site.secret('temporal-token'), 'utf8').trim();
      const connection = await Connection.connect(connectionOptions(site.temporal.address, { tls, apiKey }));
      return new Client({ connection, namespace });
    },
    ready: async (seconds = 180) => {
      await until('the API being ready', () => isReady(api.operator), seconds);
      await until('the worker being ready', () => isReady(worker.operator), seconds);
    },
    stop: async () => {
      await Promise.all([parts.api.stop(), parts.worker.stop()]);
      await parts.engine.stop();
      await parts.database.stop('SIGINT');
      await site.stop();
      await postgres.stop();
    },
  };
}

/** The page of the training office, as a site of its own would have it. */
function officePage(folder: string): string {
  const page = join(folder, 'office.yaml');
  const training = readFileSync(
    new URL('../../../rules/intake/training-office.yaml', import.meta.url),
    'utf8',
  );
  writeFileSync(page, training.replace('training: true', 'training: false'));
  return page;
}

const unlimited = Object.fromEntries(
  ['READS', 'CHANGES', 'UPLOADS', 'STRANGERS', 'SIGN_INS'].map((name) => [
    `LIMIT_${name}_PER_MINUTE`,
    '100000',
  ]),
);
