import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

type Kind = 'session' | 'sign-in';

/** Over https the browser itself holds the cookie to this host, to https and to the whole path (`__Host-`). */
const nameOf = (kind: Kind, secure: boolean): string => `${secure ? '__Host-' : ''}rogatory-${kind}`;

const signInSeconds = 600;

/** 256 bits that nobody guesses. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Secret in the browser's cookie, if it has one of our making. */
export function secretIn({ cookies }: FastifyRequest, kind: Kind, secure: boolean): string | null {
  const value = cookies[nameOf(kind, secure)];
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : null;
}

/**
 * Gives the browser a secret. No script reads it. `Lax`, because the way back from the identity provider begins at another
 * site; a change is held to its origin besides.
 */
export function giveSecret(reply: FastifyReply, kind: Kind, secure: boolean, secret: string): void {
  const maxAge = kind === 'sign-in' ? { maxAge: signInSeconds } : {};
  void reply.setCookie(nameOf(kind, secure), secret, { ...attributes(secure), ...maxAge });
}

export function takeSecret(reply: FastifyReply, kind: Kind, secure: boolean): void {
  void reply.clearCookie(nameOf(kind, secure), attributes(secure));
}

const attributes = (secure: boolean) => ({ path: '/', httpOnly: true, sameSite: 'lax' as const, secure });
