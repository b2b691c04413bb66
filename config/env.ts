import { resolve } from 'node:path';
import { z } from 'zod';
import type { Given, Rule } from './group.js';
import { auditGroup, auditSecrets } from './groups/audit.js';
import { eventsGroup, eventsRules } from './groups/events.js';
import { keysGroup, keySecrets, keysRules } from './groups/keys.js';
import { mailGroup, mailRules, mailSecrets } from './groups/mail.js';
import { modeGroup, modeRules } from './groups/mode.js';
import { peopleGroup, peopleRules, peopleSecrets } from './groups/people.js';
import { observabilityGroup, observabilityRules } from './groups/observability.js';
import { serverGroup, serverRules } from './groups/server.js';
import { storeGroup, storeRules, storeSecrets } from './groups/store.js';
import { temporalGroup, temporalRules, temporalSecrets } from './groups/temporal.js';
import { withSecretsFromFiles } from './secret-files.js';

/** The environment as it may be, or why it may not: one line per fault, ready to print. */
export class SettingsError extends Error {
  readonly code = 'SETTINGS_INVALID';
  readonly faults: string;

  constructor(faults: string) {
    super(`SETTINGS_INVALID\n${faults}`);
    this.faults = faults;
    this.name = 'SettingsError';
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Every group reads the same variables and takes its own. */
const settings = z.object({
  place: modeGroup,
  server: serverGroup,
  store: storeGroup,
  temporal: temporalGroup,
  keys: keysGroup,
  people: peopleGroup,
  audit: auditGroup,
  mail: mailGroup,
  events: eventsGroup,
  observability: observabilityGroup,
});

const rules: readonly Rule[] = [
  ...modeRules,
  ...serverRules,
  ...storeRules,
  ...temporalRules,
  ...keysRules,
  ...peopleRules,
  ...mailRules,
  ...eventsRules,
  ...observabilityRules,
];

const secrets: readonly string[] = [
  ...storeSecrets,
  ...temporalSecrets,
  ...keySecrets,
  ...auditSecrets,
  ...peopleSecrets,
  ...mailSecrets,
];

/** Names of all variables that are read. */
export const variables: readonly string[] = Object.values(settings.shape).flatMap((group) =>
  Object.keys(group.in.shape),
);

/** Whole configuration of one process; what each field means stands at its group. */
export type Settings = z.infer<typeof settings>;

/**
 * Reads the whole configuration once. Empty variables count as not set. Relative folders are taken from `root`.
 * @throws SettingsError with every fault, one a line; no fault repeats a value
 */
export function readSettings(environment: Environment, root: string): Settings {
  const { given, faults } = withSecretsFromFiles(notEmpty(environment), secrets);
  const read = settings.safeParse(
    Object.fromEntries(Object.keys(settings.shape).map((name) => [name, given])),
  );
  faults.push(...(read.error?.issues ?? []).map(({ path, message }) => `${String(path[1])} ${message}`));
  faults.push(...rules.flatMap((rule) => rule(given) ?? []));
  if (!read.success || faults.length > 0)
    throw new SettingsError(faults.map((fault) => `✖ ${fault}`).join('\n'));
  const { place } = read.data;
  const absolute = { dataDir: resolve(root, place.dataDir), cacheDir: resolve(root, place.cacheDir) };
  return { ...read.data, place: { ...place, ...absolute } };
}

/** Settings of this process. Working folder is the root of relative paths. */
export const settingsOfProcess = (): Settings => readSettings(process.env, process.cwd());

const notEmpty = (environment: Environment): Given =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, value]],
    ),
  );

/** Dates without a zone mean UTC in this process from here on: workers on other machines must read them alike. */
export function useUtc(): void {
  process.env['TZ'] = 'UTC';
}
