import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import type { Configuration } from 'oidc-provider';
import { acceptSignIn, signInPage, type Account } from './page.js';
import { trainingSecondFactor } from './second-factor.js';

export type ProviderSettings = {
  accounts: readonly Account[];
  /** The API as a client: its secret, and the one address it is answered at. */
  client: { id: string; secret: string; redirectUri: string };
  /** A machine that gets tokens for the API (client credentials). */
  machine: { id: string; secret: string };
  /** `aud` of a machine's token. */
  audience: string;
  /** Port on 127.0.0.1; 0 takes a free one. */
  port: number;
};

export type IdentityProvider = { issuer: string; stop(): Promise<void> };

/**
 * An OpenID provider of our own on loopback, for training and tests: whoever opens it signs in as any of its accounts.
 * Keys and sessions live as long as the process.
 */
export async function startProvider(settings: ProviderSettings): Promise<IdentityProvider> {
  const server = createServer();
  server.listen(settings.port, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the identity provider listens on a port');
  const issuer = `http://127.0.0.1:${bound.port}`;
  const configuration = await configurationOf(settings);
  const provider = await withoutNotices(async () => {
    const { Provider } = await import('oidc-provider');
    return new Provider(issuer, configuration);
  });
  const answer = provider.callback();
  const { origin } = new URL(settings.client.redirectUri);
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // Another name for this address is a page that wants to reach it through somebody's browser.
    if (request.headers.host !== new URL(issuer).host) return void response.writeHead(421).end();
    if (!request.url?.startsWith('/interaction/')) return answer(request, response);
    if (request.method === 'POST') return acceptSignIn(provider, settings.accounts, request, response);
    await provider.interactionDetails(request, response);
    signInPage(settings.accounts, origin, response);
  };
  server.on('request', (request, response) => {
    handle(request, response).catch(() => response.headersSent || response.writeHead(400).end());
  });
  const stop = async () => {
    server.close();
    server.closeAllConnections();
  };
  return { issuer, stop };
}

async function configurationOf({
  accounts,
  client,
  machine,
  audience,
}: ProviderSettings): Promise<Configuration> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [client.redirectUri],
        id_token_signed_response_alg: 'ES256',
      },
      {
        client_id: machine.id,
        client_secret: machine.secret,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), use: 'sig', alg: 'ES256', kid: 'training' }] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    acrValues: trainingSecondFactor.acr,
    claims: { openid: ['sub', 'acr', 'amr', 'auth_time'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    ttl: {
      AccessToken: 600,
      ClientCredentials: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 3600,
      Grant: 3600,
    },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, id) =>
      accounts.some((account) => account.id === id)
        ? { accountId: id, claims: () => ({ sub: id }) }
        : undefined,
    loadExistingGrant: async (ctx) => {
      const { client: asking, session, provider } = ctx.oidc;
      if (!asking || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: asking.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: (_ctx, asking) => (asking?.clientId === machine.id ? audience : []),
        getResourceServerInfo: () => ({
          scope: '',
          audience,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
  };
}

/** oidc-provider says on the terminal that it was not made for this Node and keeps nothing on disk; both are known here. */
async function withoutNotices<T>(work: () => Promise<T>): Promise<T> {
  const { warn, info } = console;
  console.warn = console.info = () => undefined;
  try {
    return await work();
  } finally {
    Object.assign(console, { warn, info });
  }
}
