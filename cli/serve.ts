import { SettingsError, settingsOfProcess, useUtc, type Settings } from '../config/env.js';
import { KeyRingError } from '../contracts/keys.js';
import { StoreNotMigrated, StoreRoleTooStrong } from '../store/index.js';
import type { Serving } from './site/serving.js';
import { createStops, type Stops } from './steps.js';
import { aborted, stopSignal } from './stop-signal.js';

export type Part = 'api' | 'worker';

const toStderr = (line: string): void => console.error(line);

/**
 * `rogatory serve api|worker`: one part of a site, until SIGTERM. Standard output is its log.
 * @returns exit code: 0 stopped as asked, 3 the environment does not allow it
 * @throws when the part fails while it runs: whoever supervises the process starts it again
 */
export async function serve(part: Part): Promise<number> {
  useUtc();
  const stops = createStops(toStderr, 30_000);
  const stop = stopSignal(toStderr);
  try {
    const settings = settingsOfProcess();
    if (settings.place.mode !== 'site')
      throw new SettingsError('✖ ROGATORY_MODE is not site; see rogatory start');
    const { says, ended } = await opened(part, settings, { stops, stop });
    toStderr(says);
    await Promise.race([aborted(stop), ended]);
    return 0;
  } catch (error) {
    if (stop.aborted) return 0;
    if (!refusesToStart(error)) throw error;
    toStderr(error.message);
    return 3;
  } finally {
    await stops.run();
  }
}

// Loaded only now: a start that is refused should not have to wait for it.
async function opened(
  part: Part,
  settings: Settings,
  { stops, stop }: { stops: Stops; stop: AbortSignal },
): Promise<Serving> {
  if (part === 'api') return (await import('./site/serve-api.js')).serveApi(settings, stops);
  return (await import('./site/serve-worker.js')).serveWorker(settings, stops, stop);
}

const refusesToStart = (error: unknown): error is Error =>
  [SettingsError, KeyRingError, StoreNotMigrated, StoreRoleTooStrong].some((kind) => error instanceof kind);
