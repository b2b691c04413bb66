import { z } from 'zod';
import { listOf, neededAtSite, port, type Rule } from '../group.js';

const perMinute = z.coerce.number().int().min(1).max(100_000);

/** Where the API listens, how the world calls it, and how much it takes from one person. */
export const serverGroup = z
  .object({
    LISTEN_ADDRESS: z
      .union([z.ipv4(), z.ipv6()], { error: 'is an IP address of this machine' })
      .default('127.0.0.1'),
    PORT: port.default(8484),
    PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'is written https://...' }).optional(),
    TRUSTED_PROXIES: listOf(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])),
    CORS_ORIGINS: listOf(z.url({ protocol: /^https$/, error: 'is written https://..., without a path' })),
    LIMIT_READS_PER_MINUTE: perMinute.default(600),
    LIMIT_CHANGES_PER_MINUTE: perMinute.default(120),
    LIMIT_UPLOADS_PER_MINUTE: perMinute.default(30),
    LIMIT_STRANGERS_PER_MINUTE: perMinute.default(120),
    LIMIT_SIGN_INS_PER_MINUTE: perMinute.default(20),
  })
  .transform((seen) => ({
    host: seen.LISTEN_ADDRESS,
    /** 0 takes a free one. */
    port: seen.PORT,
    /** Address by which people reach the API, without a slash at its end; undefined where it is the bound one. */
    publicUrl: seen.PUBLIC_URL?.replace(/\/+$/, ''),
    /** Addresses whose X-Forwarded-For is believed. */
    trustedProxies: seen.TRUSTED_PROXIES,
    /** Origins of other web pages that may call the API; none unless listed. */
    corsOrigins: seen.CORS_ORIGINS,
    /** Requests a minute: of one person, by class of endpoint, and of one address that has not signed in or is signing in. */
    limits: {
      reads: seen.LIMIT_READS_PER_MINUTE,
      changes: seen.LIMIT_CHANGES_PER_MINUTE,
      uploads: seen.LIMIT_UPLOADS_PER_MINUTE,
      strangers: seen.LIMIT_STRANGERS_PER_MINUTE,
      signIns: seen.LIMIT_SIGN_INS_PER_MINUTE,
    },
  }));

/** Plain http is for a site tried on loopback; browsers and tokens need https everywhere else. */
const publicUrlIsHttps: Rule = ({ PUBLIC_URL: url }) =>
  url !== undefined && /^http:/.test(url) && !/^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|\/|$)/.test(url)
    ? 'PUBLIC_URL is plain http, which is for loopback only; write https://...'
    : null;

export const serverRules: readonly Rule[] = [
  neededAtSite('PUBLIC_URL', 'the address by which people reach the API, https://...'),
  publicUrlIsHttps,
];
