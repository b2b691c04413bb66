import { settingsOfProcess, SettingsError, useUtc, type Settings } from '../config/env.js';
import { grantToApp, migrateStore, roleIn, RoleMissing } from '../store/index.js';
import { prepareNamespace } from '../worker/temporal/namespace.js';
import { reachOf } from './site/parts.js';

/**
 * `rogatory migrate`: brings the store's schema, the rights of its role and the namespace of the cluster to what this program needs. Run once
 * before the processes of a new version start; run again it does nothing.
 * @returns exit code: 0 both are ready, 3 the environment does not allow it
 */
export async function migrate(): Promise<number> {
  useUtc();
  try {
    const settings = settingsOfProcess();
    await migrateTables(settings.store);
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

/** As the role that owns the tables; the role under which the system runs is then given what it needs, and no more. */
async function migrateTables({ databaseUrl, migrationUrl }: Settings['store']): Promise<void> {
  if (databaseUrl === undefined)
    throw new SettingsError('✖ DATABASE_URL missing; a data folder is migrated by its start');
  const ran = await migrateStore((migrationUrl ?? databaseUrl).reveal());
  console.log(ran.length === 0 ? 'store      up to date' : `store      ran ${ran.join(', ')}`);
  if (migrationUrl === undefined) return;
  const role = roleIn(databaseUrl.reveal());
  await grantToApp(migrationUrl.reveal(), role).catch((error: unknown) => {
    throw error instanceof RoleMissing ? roleMissing(role) : error;
  });
  console.log(`store      role ${role} may add to the record, and change nothing of it`);
}

const roleMissing = (role: string): SettingsError =>
  new SettingsError(
    `✖ DATABASE_URL connects as ${role || 'nobody'}, which is no role of the database: create role NAME login password '...'`,
  );
