import { z } from 'zod';
import { secret } from '../group.js';

export const auditSecrets = ['AUDIT_SIGNING_KEY'] as const;

/** How the record is signed. The training system makes its own key in the data folder. */
export const auditGroup = z
  .object({
    AUDIT_SIGNING_KEY: secret(
      z.string().regex(/^PRIVATE\+KEY\+\S+(\s+PRIVATE\+KEY\+\S+)*$/, {
        error: 'is one key a line, as rogatory audit key prints it',
      }),
    ).optional(),
    AUDIT_CHECKPOINTS_DIR: z.string().min(1).optional(),
    AUDIT_TSA_URL: z.url({ protocol: /^https?$/ }).optional(),
  })
  .transform((seen) => ({
    /** Keys, one a line; two while a new one takes over. */
    signingKey: seen.AUDIT_SIGNING_KEY,
    /** Folder of the signed roots, on another disk than the database where there is one; undefined is the data folder. */
    checkpointsDir: seen.AUDIT_CHECKPOINTS_DIR,
    /** Time-stamping authority (RFC 3161); undefined asks none. */
    tsaUrl: seen.AUDIT_TSA_URL,
  }));
