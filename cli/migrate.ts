import { settingsOfProcess, SettingsError, useUtc } from '../config/env.js';
import { migrateStore } from '../store/index.js';
import { prepareNamespace } from '../worker/temporal/namespace.js';
import { reachOf } from './site/parts.js';

/**
 * `rogatory migrate`: brings the store's schema and the namespace of the cluster to what this program needs. Run once
 * before the processes of a new version start; run again it does nothing.
 * @returns exit code: 0 both are ready, 3 the environment does not allow it
 */
export async function migrate(): Promise<number> {
  useUtc();
  try {
    const settings = settingsOfProcess();
    const url = settings.store.migrationUrl ?? settings.store.databaseUrl;
    if (url === undefined)
      throw new SettingsError('✖ DATABASE_URL missing; a data folder is migrated by its start');
    const ran = await migrateStore(url.reveal());
    console.log(ran.length === 0 ? 'store      up to date' : `store      ran ${ran.join(', ')}`);
    const { address, credentials } = reachOf(settings);
    await prepareNamespace(address, settings.temporal.namespace, credentials);
    console.log(`Temporal   namespace ${settings.temporal.namespace} is ready`);
    return 0;
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    console.error(error.message);
    return 3;
  }
}
