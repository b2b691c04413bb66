import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { SettingsError, settingsOfProcess, useUtc, type Settings } from '../config/env.js';
import { KeyRingError } from '../contracts/keys.js';
import { takeLock, type Holder } from '../worker/process/lock-file.js';
import { TemporalError } from '../worker/temporal/errors.js';
import { readRunFile, removeRunFile, type RunFile } from './embedded/run-file.js';
import { createSteps, createStops } from './steps.js';
import { aborted, stopSignal } from './stop-signal.js';

const print = (line: string): void => console.log(line);

/**
 * `rogatory start`: the whole training system in this process, until Ctrl-C.
 * @returns exit code: 0 stopped as asked, 1 failed, 3 the environment does not allow it
 */
export async function start(): Promise<number> {
  useUtc();
  try {
    return await startWith(settingsOfProcess());
  } catch (error) {
    if (error instanceof SettingsError || error instanceof TemporalError || error instanceof KeyRingError)
      return refused(error.message);
    throw error;
  }
}

async function startWith(settings: Settings): Promise<number> {
  if (settings.place.mode === 'site') return refused(siteHasParts);
  mkdirSync(settings.place.dataDir, { recursive: true, mode: 0o700 });
  const lock = takeLock(join(settings.place.dataDir, 'rogatory.lock'));
  if (!lock.taken) return refused(alreadyRunning(settings.place.dataDir, lock.holder));
  const stops = createStops(print, 30_000);
  stops.add('lock', () => lock.release());
  stops.add('run file', () => removeRunFile(settings.place.dataDir));
  const stop = stopSignal(print);
  try {
    const steps = createSteps(print);
    print('Rogatory, training system. TRAINING - NOT A REQUEST');
    // Loaded only now: a start that is refused should not have to wait for it.
    const { openInstallation } = await import('./embedded/installation.js');
    const installation = await openInstallation(settings, { steps, stops, stop });
    print(welcome(installation.run, steps.total()));
    await Promise.race([aborted(stop), installation.failed]);
    return 0;
  } catch (error) {
    if (stop.aborted) return 0;
    throw error;
  } finally {
    await stops.run();
    print('Stopped. The next start goes on where this one stopped.');
  }
}

function refused(message: string): number {
  console.error(message);
  return 3;
}

const siteHasParts =
  'START_IS_TRAINING  ROGATORY_MODE is site: start its parts, `rogatory serve api` and `rogatory serve worker`.';

function alreadyRunning(dataDir: string, { pid, since }: Holder): string {
  const address = readRunFile(dataDir)?.address;
  const where = address === undefined ? 'it is still starting' : `it answers at ${address}`;
  return `ALREADY_RUNNING  Process ${pid} holds ${dataDir} since ${since}; ${where}. Stop it first, or set DATA_DIR and PORT for a second system.`;
}

const welcome = (run: RunFile, total: string): string => `
Ready in ${total}.
  Address            ${run.address}
  API documentation  ${run.docs}
  Sign in            ${run.signIn}   as any training person; ?factor=second to sign
  Mail is caught in mail/ in the data folder and never leaves: npm run -s rogatory -- mail
  Tokens of the training people are in run.json in the data folder; only you can read it.

What to try next, in another terminal:
  npm run demo                              real cases from facts to evidence, told as they run
  npm run -s rogatory -- decide rules/examples/SC01.json
  npm run -s rogatory -- doctor             what is here and what is missing
Ctrl-C stops everything that was started here.
`;
