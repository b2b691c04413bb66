import { z } from 'zod';
import { neededAtSite, secret, type Rule } from '../group.js';

export const keySecrets = ['ROGATORY_SIGNING_KEY'] as const;

/** Keys that every process of an installation shares. The training system makes its own in the data folder. */
export const keysGroup = z
  .object({
    ROGATORY_SIGNING_KEY: secret(
      z.base64({ error: 'is base64' }).refine((text) => Buffer.from(text, 'base64').length >= 32, {
        error: 'is at least 32 bytes in base64: openssl rand -base64 32',
      }),
    ).optional(),
    ROGATORY_KEY_RING_FILE: z.string().min(1).optional(),
  })
  .transform((seen) => ({
    /** 32 bytes or more in base64, from which cursors and web-hook secrets are derived. */
    signingKey: seen.ROGATORY_SIGNING_KEY,
    /** Path of the key ring under which cases are sealed. */
    ringFile: seen.ROGATORY_KEY_RING_FILE,
  }));

export const keysRules: readonly Rule[] = [
  neededAtSite('ROGATORY_KEY_RING_FILE', 'the keys under which cases are sealed: rogatory keys make FILE'),
  neededAtSite('ROGATORY_SIGNING_KEY', 'openssl rand -base64 32, the same for every process'),
];
