import * as oidc from 'openid-client';
import { RogatoryError } from '../../contracts/errors.js';

export type IssuerSettings = {
  issuer: string;
  clientId: string;
  clientSecret: string;
};

/** The identity provider as it describes itself; asked once, and again while it did not answer. */
export type Issuer = () => Promise<oidc.Configuration>;

const timeoutSeconds = 10;

/** Throws IDENTITY_PROVIDER_SILENT when called while the provider does not answer, or does not do PKCE with S256. */
export function createIssuer({ issuer, clientId, clientSecret }: IssuerSettings): Issuer {
  const url = new URL(issuer);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked to stand out; the configuration allows http on loopback only
  const plain = url.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
  const execute = [oidc.enableNonRepudiationChecks, ...plain];
  let found: oidc.Configuration | undefined;
  return async () => {
    found ??= await oidc
      .discovery(url, clientId, clientSecret, oidc.ClientSecretBasic(clientSecret), {
        execute,
        timeout: timeoutSeconds,
      })
      .catch((cause: unknown) => {
        throw new RogatoryError('IDENTITY_PROVIDER_SILENT', { internal: issuer, cause });
      });
    if (!found.serverMetadata().supportsPKCE('S256'))
      throw new RogatoryError('IDENTITY_PROVIDER_SILENT', {
        internal: `${issuer} does not do PKCE with S256`,
      });
    return found;
  };
}
