import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Rule } from '../group.js';

/** Which of the two systems this is, and its folders. Relative folders are taken from the working folder. */
export const modeGroup = z
  .object({
    ROGATORY_MODE: z.enum(['embedded', 'site']).default('embedded'),
    DATA_DIR: z.string().min(1).default('.data'),
    ROGATORY_CACHE_DIR: z
      .string()
      .min(1)
      .default(join(homedir(), '.cache', 'rogatory')),
    OFFICE_FILE: z.string().min(1).optional(),
    NODE_ENV: z.string().optional(),
    ROGATORY_TRAINING_IN_PRODUCTION: z.enum(['yes']).optional(),
  })
  .transform((seen) => ({
    /** `embedded` is the training system in one process; `site` is the real one, in as many as are needed. */
    mode: seen.ROGATORY_MODE,
    /** Folder of everything this installation keeps. */
    dataDir: seen.DATA_DIR,
    /** Folder of what may be shared between clones and made again. */
    cacheDir: seen.ROGATORY_CACHE_DIR,
    /** Page of the office: standing answers and the call list. The training office has its own. */
    officeFile: seen.OFFICE_FILE,
  }));

const trainingIsMeant: Rule = (given) =>
  given['NODE_ENV'] === 'production' &&
  given['ROGATORY_MODE'] !== 'site' &&
  given['ROGATORY_TRAINING_IN_PRODUCTION'] === undefined
    ? 'NODE_ENV is production, but this is the training system; set ROGATORY_MODE=site, or ROGATORY_TRAINING_IN_PRODUCTION=yes if it is meant'
    : null;

const siteIsNoTraining: Rule = (given) =>
  given['ROGATORY_MODE'] === 'site' && given['ROGATORY_TRAINING_IN_PRODUCTION'] !== undefined
    ? 'ROGATORY_TRAINING_IN_PRODUCTION is set, but ROGATORY_MODE is site; unset one of the two'
    : null;

export const modeRules: readonly Rule[] = [trainingIsMeant, siteIsNoTraining];
