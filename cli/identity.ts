import type { Identity } from '../api/identity/caller.js';
import { createIssuer } from '../api/identity/issuer.js';
import { createMachineTokens } from '../api/identity/machines.js';
import { createSignIn } from '../api/identity/sign-in.js';
import type { Settings } from '../config/env.js';

/** The identity provider of a site, by its configuration; undefined in training. It is not asked before somebody signs in. */
export function identityOf({ people, server }: Settings): Identity | undefined {
  const { oidc, session: limits } = people;
  if (oidc === undefined || server.publicUrl === undefined) return undefined;
  const clientSecret = oidc.clientSecret.reveal();
  const issuer = createIssuer({ issuer: oidc.issuer, clientId: oidc.clientId, clientSecret });
  const redirectUri = `${server.publicUrl}/v1/session/callback`;
  const { origin, protocol } = new URL(server.publicUrl);
  return {
    signIn: createSignIn(issuer, { redirectUri, accepted: oidc.secondFactor }),
    machines: createMachineTokens(issuer, oidc.audience),
    origin,
    secure: protocol === 'https:',
    limits,
  };
}
