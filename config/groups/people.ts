import { z } from 'zod';
import { listOf, neededAtSite, secret, together, type Rule } from '../group.js';

export const peopleSecrets = ['OIDC_CLIENT_SECRET'] as const;

const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|\/|$)/;

/**
 * Who vouches for people and machines, and how long a sign-in holds. The training system brings its own provider; a site
 * does not start without one.
 */
export const peopleGroup = z
  .object({
    OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'is written https://...' }).optional(),
    OIDC_CLIENT_ID: z.string().min(1).optional(),
    OIDC_CLIENT_SECRET: secret(z.string().min(16, { error: 'is at least 16 characters' })).optional(),
    OIDC_AUDIENCE: z.string().min(1).optional(),
    OIDC_SECOND_FACTOR_ACR: listOf(z.string().min(1)),
    OIDC_SECOND_FACTOR_AMR: listOf(z.string().min(1)),
    SESSION_IDLE_MINUTES: z.coerce.number().int().min(1).max(1440).default(30),
    SESSION_HOURS: z.coerce.number().int().min(1).max(24).default(10),
  })
  .transform((seen) => ({
    /** The provider, all of it or nothing. */
    oidc:
      seen.OIDC_ISSUER === undefined ||
      seen.OIDC_CLIENT_ID === undefined ||
      seen.OIDC_CLIENT_SECRET === undefined ||
      seen.OIDC_AUDIENCE === undefined
        ? undefined
        : {
            issuer: seen.OIDC_ISSUER,
            clientId: seen.OIDC_CLIENT_ID,
            clientSecret: seen.OIDC_CLIENT_SECRET,
            /** `aud` of a machine's token: another name than the client's, so that no ID token passes for one. */
            audience: seen.OIDC_AUDIENCE,
            /** Values of the claims `acr` and `amr` that show a second factor. */
            secondFactor: { acr: seen.OIDC_SECOND_FACTOR_ACR, amr: seen.OIDC_SECOND_FACTOR_AMR },
          },
    session: {
      /** A session that nobody uses for so long ends. */
      idleMinutes: seen.SESSION_IDLE_MINUTES,
      /** A session ends after so long, used or not. */
      hours: seen.SESSION_HOURS,
    },
  }));

const issuerIsHttps: Rule = ({ OIDC_ISSUER: url }) =>
  url !== undefined && url.startsWith('http:') && !loopback.test(url)
    ? 'OIDC_ISSUER is plain http, which is for loopback only; write https://...'
    : null;

const audienceIsNoClient: Rule = (given) =>
  given['OIDC_AUDIENCE'] !== undefined && given['OIDC_AUDIENCE'] === given['OIDC_CLIENT_ID']
    ? 'OIDC_AUDIENCE is OIDC_CLIENT_ID: then the ID token of a person would pass for the token of a machine'
    : null;

const factorIsNamed: Rule = (given) =>
  given['OIDC_ISSUER'] !== undefined &&
  given['OIDC_SECOND_FACTOR_ACR'] === undefined &&
  given['OIDC_SECOND_FACTOR_AMR'] === undefined
    ? 'OIDC_SECOND_FACTOR_ACR, OIDC_SECOND_FACTOR_AMR missing: without one of them nobody could ever sign'
    : null;

export const peopleRules: readonly Rule[] = [
  neededAtSite('OIDC_ISSUER', 'people of a site sign in at an identity provider; see docs/identity.md'),
  together('OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_AUDIENCE'),
  issuerIsHttps,
  audienceIsNoClient,
  factorIsNamed,
];
