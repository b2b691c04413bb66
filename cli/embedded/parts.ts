import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SettingsError, type Settings } from '../../config/env.js';
import type { WorkflowBundleOption } from '@temporalio/worker';
import type { KeyRing } from '../../contracts/keys.js';
import { loadRuleSet, type RuleSet } from '../../rules/engine/index.js';
import { loadRegisters, type Registers } from '../../rules/engine/registers/index.js';
import type { RulesInForce } from '../../api/rules-in-force.js';
import { rulesInForce } from '../rules-in-force.js';
import { aboutRing, keyRingOf } from '../key-ring.js';
import { openStore, type Store, type StoreWatch } from '../../store/index.js';
import { bundleWorkflows } from '../../worker/bundle.js';
import { findTemporal, temporalFolder, type TemporalServer } from '../../worker/temporal-server.js';
import { isFree } from '../../worker/temporal/ports.js';
import { allSettledOrThrow, type Steps, type Stops } from '../steps.js';

export type Opening = { steps: Steps; stops: Stops; stop: AbortSignal };

/** What does not need each other, and so is opened side by side. */
export type Parts = {
  store: Store;
  keyRing: KeyRing;
  rules: RulesInForce;
  temporal: TemporalServer;
  workflowBundle: WorkflowBundleOption;
};

export const inProject = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** @throws SettingsError when the port is taken, before anything is started; whatever a part throws, after all have settled */
export async function openParts(settings: Settings, opening: Opening, watch: StoreWatch): Promise<Parts> {
  await portFree(settings.server.port);
  const { ring: keyRing } = await opening.steps.step('keys', () => keyRingOf(settings), aboutRing);
  const [temporal, store, workflowBundle, rules] = await allSettledOrThrow([
    openTemporal(settings, opening),
    openTheStore(settings, { keyRing, watch }, opening),
    opening.steps.step(
      'workflows',
      () => bundleWorkflows(settings.place),
      () => 'bundled for the sandbox',
    ),
    openRules(opening),
  ] as const);
  return { temporal, store, keyRing, workflowBundle, rules: await rulesInForce(settings, store, rules) };
}

async function portFree(port: number): Promise<void> {
  if (await isFree(port)) return;
  throw new SettingsError(`✖ Port ${port} on 127.0.0.1 is taken by another program; set PORT to another one`);
}

async function openTemporal(settings: Settings, { steps, stops, stop }: Opening): Promise<TemporalServer> {
  const options = {
    address: settings.temporal.address,
    namespace: settings.temporal.namespace,
    folder: temporalFolder(settings.place.dataDir),
    cacheDir: settings.place.cacheDir,
    progress: (line: string) => steps.progress(line),
    stop,
  };
  const temporal = await steps.step(
    'Temporal',
    () => findTemporal(options),
    ({ address, how }) => `${address}, ${how}`,
  );
  stops.add('Temporal', () => temporal.stop());
  return temporal;
}

async function openTheStore(
  settings: Settings,
  how: { keyRing: KeyRing; watch: StoreWatch },
  { steps, stops }: Opening,
): Promise<Store> {
  const { databaseUrl, poolSize } = settings.store;
  const place =
    databaseUrl === undefined
      ? { dataDir: join(settings.place.dataDir, 'db'), ...how }
      : { databaseUrl: databaseUrl.reveal(), poolSize, ...how };
  const store = await steps.step(
    'store',
    () => openStore(place),
    ({ engine }) => (engine === 'pglite' ? 'PGlite in the data folder' : 'PostgreSQL by DATABASE_URL'),
  );
  stops.add('store', () => store.close());
  return store;
}

function openRules({ steps }: Opening): Promise<{ ruleSet: RuleSet; registers: Registers }> {
  return steps.step(
    'rules',
    async () => ({
      ruleSet: loadRuleSet(inProject('rules')),
      registers: loadRegisters(inProject('rules/registers')),
    }),
    ({ ruleSet }) => `rule set ${ruleSet.digest.slice(0, 12)}, registers loaded`,
  );
}
