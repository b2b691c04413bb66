import { readFileSync } from 'node:fs';

/** How a process proves itself to a Temporal front end, and the front end to it. */
export type Credentials = {
  /** TLS, with a CA of one's own and a client certificate where the server asks for one. Undefined talks in the clear. */
  tls: { ca?: Buffer; cert?: Buffer; key?: Buffer; serverName?: string } | undefined;
  /** Bearer token; a JWT for a server of one's own. */
  apiKey: string | undefined;
};

/** Paths of PEM files, as the configuration names them. */
export type TlsFiles = {
  ca: string | undefined;
  cert: string | undefined;
  key: string | undefined;
  serverName: string | undefined;
};

/** Reads the files. Throws the system's error, with the path, for one that cannot be read. */
export const credentialsOf = (files: TlsFiles | undefined, apiKey: string | undefined): Credentials => ({
  tls:
    files === undefined
      ? undefined
      : {
          ...(files.ca === undefined ? {} : { ca: readFileSync(files.ca) }),
          ...(files.cert === undefined ? {} : { cert: readFileSync(files.cert) }),
          ...(files.key === undefined ? {} : { key: readFileSync(files.key) }),
          ...(files.serverName === undefined ? {} : { serverName: files.serverName }),
        },
  apiKey,
});

/** Options of a connection of the SDK, the client's and the worker's alike. */
export function connectionOptions(address: string, { tls, apiKey }: Credentials = noCredentials) {
  const key = apiKey === undefined ? {} : { apiKey };
  // The SDK switches TLS on by itself where there is a token; only a configuration decides that here.
  if (tls === undefined) return { address, tls: false, ...key };
  const pair = tls.cert && tls.key ? { clientCertPair: { crt: tls.cert, key: tls.key } } : {};
  const ca = tls.ca ? { serverRootCACertificate: tls.ca } : {};
  const name = tls.serverName === undefined ? {} : { serverNameOverride: tls.serverName };
  return { address, tls: { ...ca, ...pair, ...name }, ...key };
}

const noCredentials: Credentials = { tls: undefined, apiKey: undefined };
