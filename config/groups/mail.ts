import { z } from 'zod';
import { neededAtSite, secret, together, type Rule } from '../group.js';

export const mailSecrets = ['SMTP_URL'] as const;

/** The mail server of the office. The training system brings its own catcher, and nothing leaves it. */
export const mailGroup = z
  .object({
    SMTP_URL: secret(
      z.url({
        protocol: /^smtps?$/,
        error: 'is written smtp://... or smtps://..., with name and password if asked',
      }),
    ).optional(),
    SMTP_FROM: z
      .string()
      .regex(/^[^\r\n<>]*<?[^\s<>@]+@[^\s<>@]+>?$/, { error: 'is an address, or Name <address>' })
      .optional(),
  })
  .transform((seen) => ({
    /** Address of the server; undefined in training. */
    smtpUrl: seen.SMTP_URL,
    /** Sender of every mail. */
    from: seen.SMTP_FROM,
  }));

/** Training writes to nobody: a server that would be ignored is refused. */
const serverIsOfSites: Rule = (given) =>
  given['SMTP_URL'] !== undefined && given['ROGATORY_MODE'] !== 'site'
    ? 'SMTP_URL is for a site; the training system keeps its mail in the data folder'
    : null;

export const mailRules: readonly Rule[] = [
  together('SMTP_URL', 'SMTP_FROM'),
  serverIsOfSites,
  neededAtSite('SMTP_URL', 'the mail server through which people are told of deadlines (or SMTP_URL_FILE)'),
];
