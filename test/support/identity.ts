import { createPublicKey } from 'node:crypto';
import { z } from 'zod';
import { createIssuer } from '../../api/identity/issuer.js';
import { createMachineTokens } from '../../api/identity/machines.js';
import { createSignIn } from '../../api/identity/sign-in.js';
import type { Identity } from '../../api/identity/caller.js';
import type { Account } from '../../cli/embedded/identity/page.js';
import { startProvider, type IdentityProvider } from '../../cli/embedded/identity/provider.js';
import { trainingSecondFactor } from '../../cli/embedded/identity/second-factor.js';

export const apiOrigin = 'http://rogatory.test';
export const redirectUri = `${apiOrigin}/v1/session/callback`;
export const audience = 'urn:rogatory:api';
export const client = { id: 'rogatory', secret: 'a-client-secret-of-the-test', redirectUri };
export const machine = { id: 'portal', secret: 'a-machine-secret-of-the-test' };

export type TestIdentity = IdentityProvider & { identity: Identity };

/** A real provider, and this API as its client. */
export async function startIdentity(
  names: readonly string[],
  limits = { idleMinutes: 30, hours: 10 },
): Promise<TestIdentity> {
  const accounts: Account[] = names.map((id) => ({ id, label: id, says: '' }));
  const provider = await startProvider({ accounts, client, machine, audience, port: 0 });
  const issuer = createIssuer({ issuer: provider.issuer, clientId: client.id, clientSecret: client.secret });
  const signIn = createSignIn(issuer, { redirectUri, accepted: trainingSecondFactor });
  const machines = createMachineTokens(issuer, audience);
  return { ...provider, identity: { signIn, machines, origin: apiOrigin, secure: false, limits } };
}

/** A token that the provider gives to the machine. */
export async function machineToken(issuer: string): Promise<string> {
  const basic = Buffer.from(`${machine.id}:${machine.secret}`).toString('base64');
  const seen = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  return z.object({ access_token: z.string() }).parse(await seen.json()).access_token;
}

/** The provider's public key as PEM: what everybody knows. */
export async function publicKeyOf(issuer: string): Promise<string> {
  const { keys } = z
    .object({ keys: z.array(z.looseObject({ kty: z.string() })) })
    .parse(await (await fetch(`${issuer}/jwks`)).json());
  return createPublicKey({ key: keys[0] ?? {}, format: 'jwk' })
    .export({ type: 'spki', format: 'pem' })
    .toString();
}
