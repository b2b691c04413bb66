import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import type { RulesInForce } from '../../api/rules-in-force.js';
import { tracedCalls } from '../../api/traced-calls.js';
import type { Settings } from '../../config/env.js';
import { SettingsError } from '../../config/env.js';
import { createLogger, standardOutput, type Logger } from '../../config/logger.js';
import { openTelemetry } from '../../config/telemetry/index.js';
import type { KeyRing } from '../../contracts/keys.js';
import { openRingFile, openStore, type Store } from '../../store/index.js';
import { createDataConverter } from '../../worker/codec/data-converter.js';
import { connectionOptions, credentialsOf, type Credentials } from '../../worker/temporal/credentials.js';
import { rulesAtHand } from '../rules-at-hand.js';
import { rulesInForce } from '../rules-in-force.js';
import type { Stops } from '../steps.js';
import { programVersion } from '../version.js';

/** What every process of a site needs. */
export type SiteParts = {
  settings: Settings;
  logger: Logger;
  store: Store;
  keyRing: KeyRing;
  rules: RulesInForce;
  temporal: SiteTemporal;
};

/** The cluster of the site, as this process reaches it. */
export type SiteTemporal = {
  address: string;
  namespace: string;
  credentials: Credentials;
  connection: Connection;
  client: Client;
};

/**
 * Opens store, rules and the connection to Temporal. Nothing is created or migrated here: `rogatory migrate` did that.
 * What is opened is added to `stops` at once.
 * @throws SettingsError, KeyRingError, StoreNotMigrated, StoreRoleTooStrong, or what the database or the cluster say
 */
export async function openSite(settings: Settings, stops: Stops, part: 'api' | 'worker'): Promise<SiteParts> {
  const { logLevel } = settings.observability;
  const ownLog = standardOutput();
  const source = { part, version: programVersion() };
  const telemetry = openTelemetry(settings, source, createLogger(logLevel, ownLog));
  stops.add('telemetry', () => telemetry.stop());
  const logger = createLogger(logLevel, ownLog, ...telemetry.logs);
  const keyRing = await openRingFile(needed(settings.keys.ringFile, 'ROGATORY_KEY_RING_FILE'));
  const store = await openStore({
    databaseUrl: needed(settings.store.databaseUrl, 'DATABASE_URL').reveal(),
    poolSize: settings.store.poolSize,
    keyRing,
    schema: 'require',
    record: 'add',
    watch: telemetry.watch,
  });
  stops.add('store', () => store.close());
  const temporal = await openTemporal(settings, keyRing);
  stops.add('connection to Temporal', () => temporal.connection.close());
  const rules = await rulesInForce(settings, store, rulesAtHand());
  return { settings, logger, store, keyRing, rules, temporal };
}

/** Address and credentials of the cluster. */
export const reachOf = ({ temporal }: Settings): { address: string; credentials: Credentials } => ({
  address: needed(temporal.address, 'TEMPORAL_ADDRESS'),
  credentials: credentialsOf(temporal.tls, temporal.apiKey?.reveal()),
});

async function openTemporal(settings: Settings, keyRing: KeyRing): Promise<SiteTemporal> {
  const { address, credentials } = reachOf(settings);
  const { namespace } = settings.temporal;
  const connection = await Connection.connect(connectionOptions(address, credentials));
  const client = new Client({
    connection,
    namespace,
    dataConverter: createDataConverter(keyRing, namespace),
    interceptors: { workflow: [tracedCalls] },
  });
  return { address, namespace, credentials, connection, client };
}

/** Folder under the data folder, which all processes of a site share. */
export function sharedFolder(settings: Settings, name: string): string {
  const path = join(settings.place.dataDir, name);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return path;
}

/** @throws SettingsError naming the variable that is missing */
export function needed<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new SettingsError(`✖ ${name} missing`);
  return value;
}
