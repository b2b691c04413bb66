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
  })
  .transform((seen) => ({
    /** 32 bytes or more in base64, from which cursors and web-hook secrets are derived. */
    signingKey: seen.ROGATORY_SIGNING_KEY,
  }));

export const keysRules: readonly Rule[] = [
  neededAtSite('ROGATORY_SIGNING_KEY', 'openssl rand -base64 32, the same for every process'),
];
