import * as oidc from 'openid-client';
import { RogatoryError } from '../../contracts/errors.js';
import { factorOf, type SecondFactor } from './factor.js';
import type { Issuer } from './issuer.js';

/** What has to come back for a sign-in that was begun. */
export type Expected = { state: string; nonce: string; verifier: string };
/** Whom the provider vouched for, and the claim that showed a second factor. */
export type Vouched = { issuer: string; subject: string; factor: string | null };

export type SignIn = {
  /** Where to send the browser. */
  begin(input: { secondFactor: boolean }): Promise<{ url: string } & Expected>;
  /** Reads what the browser brought back. Throws SIGN_IN_FAILED and IDENTITY_PROVIDER_SILENT. */
  finish(query: string, expected: Expected): Promise<Vouched>;
};

/** Sign-in of people: authorization code with PKCE S256, state and nonce (RFC 9700), at one provider, to one address. */
export function createSignIn(
  issuer: Issuer,
  { redirectUri, accepted }: { redirectUri: string; accepted: SecondFactor },
): SignIn {
  return {
    async begin({ secondFactor }) {
      const config = await issuer();
      const expected = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      };
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid',
        state: expected.state,
        nonce: expected.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(expected.verifier),
        code_challenge_method: 'S256',
        ...(secondFactor ? { prompt: 'login', ...wanted(accepted) } : {}),
      });
      return { url: url.href, ...expected };
    },

    async finish(query, { state, nonce, verifier }) {
      const config = await issuer();
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
      const answer = new URL(redirectUri);
      answer.search = query;
      const tokens = await oidc.authorizationCodeGrant(config, answer, checks).catch(refuse);
      const claims = tokens.claims();
      if (claims === undefined)
        throw new RogatoryError('SIGN_IN_FAILED', { about: 'the provider names nobody' });
      return { issuer: claims.iss, subject: claims.sub, factor: factorOf(claims, accepted) };
    },
  };
}

const wanted = ({ acr }: SecondFactor): Record<string, string> =>
  acr.length > 0 ? { acr_values: acr.join(' ') } : {};

/** What went wrong in detail is for the log: it may repeat what a stranger sent. */
function refuse(cause: unknown): never {
  if (cause instanceof TypeError && /fetch/i.test(cause.message))
    throw new RogatoryError('IDENTITY_PROVIDER_SILENT', { cause });
  const said =
    cause instanceof oidc.AuthorizationResponseError ? 'the provider refused it' : 'its answer does not fit';
  throw new RogatoryError('SIGN_IN_FAILED', { about: said, cause });
}
