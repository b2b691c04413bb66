import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { RogatoryError } from '../../contracts/errors.js';
import type { Issuer } from './issuer.js';

/** Signatures with a public key only: a token that is not signed, or signed with a shared secret, is nobody's. */
const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'];
const clockToleranceSeconds = 5;

export type MachineTokens = {
  /** Issuer and subject of a token that is good now. Throws NOT_SIGNED_IN and IDENTITY_PROVIDER_SILENT. */
  verify(token: string, now: Date): Promise<{ issuer: string; subject: string }>;
};

/** Bearer tokens that the provider gave to machines (client credentials): signature, issuer, audience and times. */
export function createMachineTokens(issuer: Issuer, audience: string): MachineTokens {
  let keys: JWTVerifyGetKey | undefined;
  return {
    async verify(token, now) {
      const { issuer: name, jwks_uri } = (await issuer()).serverMetadata();
      if (jwks_uri === undefined)
        throw new RogatoryError('IDENTITY_PROVIDER_SILENT', { internal: 'no jwks_uri' });
      keys ??= createRemoteJWKSet(new URL(jwks_uri));
      const { payload } = await jwtVerify(token, keys, {
        issuer: name,
        audience,
        algorithms,
        requiredClaims: ['sub', 'iat', 'exp'],
        clockTolerance: clockToleranceSeconds,
        currentDate: now,
      }).catch(refuse);
      return { issuer: name, subject: payload.sub ?? '' };
    },
  };
}

function refuse(cause: unknown): never {
  const silent = cause instanceof errors.JWKSTimeout || !(cause instanceof errors.JOSEError);
  throw new RogatoryError(silent ? 'IDENTITY_PROVIDER_SILENT' : 'NOT_SIGNED_IN', { cause });
}
