import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { settingsOfProcess, SettingsError } from '../config/env.js';
import { roles } from '../contracts/codes.js';
import { KeyRingError } from '../contracts/keys.js';
import { foundOffice, StoreNotMigrated, systemAct, type Founders } from '../store/index.js';
import { InputError, placeOf } from './input.js';
import { withStore } from './with-store.js';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{1,60}$/, { error: 'is small letters, digits and hyphens' });
const label = z.string().trim().min(1).max(120);
const office = z
  .strictObject({
    units: z
      .array(
        z.strictObject({
          id,
          label,
          state: z.string().regex(/^[A-Z]{2}$/, { error: 'is two capitals: KZ' }),
        }),
      )
      .min(1),
    persons: z
      .array(
        z.strictObject({ id, label, unit: id, roles: z.array(z.enum(roles)), subject: z.string().min(1) }),
      )
      .min(1),
  })
  .superRefine(({ units, persons }, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    persons.forEach(({ unit, id, subject }, at) => {
      if (!units.some((one) => one.id === unit))
        refuse(['persons', at, 'unit'], `"${unit}" is no unit of this file`);
      if (persons.findIndex((one) => one.id === id) < at)
        refuse(['persons', at, 'id'], `"${id}" stands here twice`);
      if (persons.findIndex((one) => one.subject === subject) < at)
        refuse(['persons', at, 'subject'], 'is somebody else in this file');
    });
    if (persons.filter((one) => one.roles.includes('ADMINISTRATOR')).length < 2)
      refuse(['persons'], 'two of them need the role ADMINISTRATOR: every later change takes two');
  });

/**
 * `rogatory people found FILE`: the first people of a new office. Refused once the store knows anybody.
 * @returns exit code: 0 done, 1 the store knows people already, 3 the environment does not allow it
 */
export async function foundPeople(file: string): Promise<number> {
  const { units, persons } = officeIn(file);
  try {
    const settings = settingsOfProcess();
    const { oidc } = settings.people;
    if (oidc === undefined)
      throw new SettingsError('✖ OIDC_ISSUER missing: nobody could sign in as one of them');
    const founders: Founders = {
      issuer: oidc.issuer,
      units,
      persons: persons.map(({ unit, ...person }) => ({ ...person, unitId: unit })),
    };
    const act = systemAct('people found', new Date().toISOString());
    const done = await withStore(settings, (store) =>
      store.transaction((tx) => foundOffice(tx, act, founders)),
    );
    if (done === undefined)
      throw new SettingsError('✖ The system runs on this data folder and brings its own people');
    return tell(done, founders);
  } catch (error) {
    const known = [KeyRingError, SettingsError, StoreNotMigrated].some((kind) => error instanceof kind);
    if (!known || !(error instanceof Error)) throw error;
    console.error(error.message);
    return 3;
  }
}

function tell(done: boolean, { units, persons }: Founders): number {
  if (done) console.log(`Entered ${persons.length} people in ${units.length} units.`);
  else
    console.error(
      'OFFICE_FOUNDED  The store knows people already. They are changed through the API, by two persons.',
    );
  return done ? 0 : 1;
}

/** Throws InputError with the place of each fault. */
function officeIn(file: string): z.infer<typeof office> {
  const found = office.safeParse(readYaml(file));
  if (found.success) return found.data;
  throw new InputError(
    found.error.issues.map(({ path, message }) => `FILE_INVALID  ${file}: ${path.join('.')} ${message}`),
  );
}

function readYaml(file: string): unknown {
  try {
    return parse(readFileSync(placeOf(file), 'utf8'), { maxAliasCount: 0 });
  } catch (error) {
    throw new InputError([
      `FILE_UNREADABLE  ${file}: ${error instanceof Error ? error.message : String(error)}`,
    ]);
  }
}
