import { z } from 'zod';
import { hostAndPort, neededAtSite, onlyWith, secret, together, type Rule } from '../group.js';

export const temporalSecrets = ['TEMPORAL_API_KEY'] as const;

/** The workflow engine; without an address the training system finds or starts one. */
export const temporalGroup = z
  .object({
    TEMPORAL_ADDRESS: hostAndPort.optional(),
    TEMPORAL_NAMESPACE: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{1,60}$/i, 'is letters, digits and hyphens')
      .default('rogatory'),
    TEMPORAL_TLS: z.enum(['yes']).optional(),
    TEMPORAL_TLS_CA: z.string().optional(),
    TEMPORAL_TLS_CERT: z.string().optional(),
    TEMPORAL_TLS_KEY: z.string().optional(),
    TEMPORAL_TLS_SERVER_NAME: z.string().optional(),
    TEMPORAL_API_KEY: secret().optional(),
  })
  .transform((seen) => ({
    address: seen.TEMPORAL_ADDRESS,
    namespace: seen.TEMPORAL_NAMESPACE,
    /** Paths of PEM files; undefined talks in the clear. */
    tls:
      seen.TEMPORAL_TLS === undefined
        ? undefined
        : {
            ca: seen.TEMPORAL_TLS_CA,
            cert: seen.TEMPORAL_TLS_CERT,
            key: seen.TEMPORAL_TLS_KEY,
            serverName: seen.TEMPORAL_TLS_SERVER_NAME,
          },
    /** Bearer token: a JWT for a server of one's own. */
    apiKey: seen.TEMPORAL_API_KEY,
  }));

const needAddress = ['TEMPORAL_NAMESPACE', 'TEMPORAL_API_KEY', 'TEMPORAL_TLS'];
const needTls = ['TEMPORAL_TLS_CA', 'TEMPORAL_TLS_CERT', 'TEMPORAL_TLS_KEY', 'TEMPORAL_TLS_SERVER_NAME'];

/** A token in the clear is anybody's who can listen. */
const tokenNeedsTls: Rule = (given) =>
  given['TEMPORAL_API_KEY'] !== undefined &&
  given['TEMPORAL_TLS'] === undefined &&
  !/^(127\.0\.0\.1|localhost):/.test(given['TEMPORAL_ADDRESS'] ?? '')
    ? 'TEMPORAL_API_KEY without TEMPORAL_TLS would travel in the clear; set TEMPORAL_TLS=yes'
    : null;

export const temporalRules: readonly Rule[] = [
  onlyWith('TEMPORAL_ADDRESS', needAddress),
  onlyWith('TEMPORAL_TLS', needTls),
  together('TEMPORAL_TLS_CERT', 'TEMPORAL_TLS_KEY'),
  tokenNeedsTls,
  neededAtSite('TEMPORAL_ADDRESS', 'a site has a Temporal cluster of its own'),
];
