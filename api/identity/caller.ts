import type { FastifyRequest } from 'fastify';
import { RogatoryError } from '../../contracts/errors.js';
import {
  machineOfIdentity,
  personByToken,
  sessionBySecret,
  touchSession,
  type Machine,
  type Person,
  type SessionLimits,
  type Store,
} from '../../store/index.js';
import { secretIn } from './cookies.js';
import type { MachineTokens } from './machines.js';
import { refuseOtherOrigin } from './same-origin.js';
import type { SignIn } from './sign-in.js';

/** The identity provider as the API uses it. */
export type Identity = {
  signIn: SignIn;
  machines: MachineTokens;
  /** Origin under which browsers reach this API. */
  origin: string;
  /** Cookies travel over https only. */
  secure: boolean;
  limits: SessionLimits;
};

/** Who asks: a person, with the claim of a second factor and the session, or a machine. */
export type Caller =
  | { kind: 'person'; person: Person; factor: string | null; sessionId: string | null }
  | { kind: 'machine'; machine: Machine };

export type CallerDeps = { store: Store; clock: () => Date; mode: 'embedded' | 'site'; identity?: Identity };

/** Training tokens are a second factor to themselves, so that a training can be played with curl. */
const trainingFactor = 'training-token';

/**
 * Who asks. A bearer token goes before a cookie. Throws NOT_SIGNED_IN, OTHER_SITE, and IDENTITY_PROVIDER_SILENT.
 */
export async function callerOf(deps: CallerDeps, request: FastifyRequest): Promise<Caller> {
  const { authorization } = request.headers;
  if (authorization === undefined) return bySession(deps, request);
  const token = /^Bearer ([\x21-\x7e]{16,4000})$/i.exec(authorization)?.[1];
  if (token === undefined) throw new RogatoryError('NOT_SIGNED_IN');
  return token.split('.').length === 3 ? byMachineToken(deps, token) : byTrainingToken(deps, token);
}

/** Tokens kept in the store count in training only. */
async function byTrainingToken({ store, clock, mode }: CallerDeps, token: string): Promise<Caller> {
  const counts = mode === 'embedded';
  const person = counts ? await personByToken(store.read, token, clock().toISOString()) : null;
  if (person === null) throw new RogatoryError('NOT_SIGNED_IN');
  return { kind: 'person', person, factor: trainingFactor, sessionId: null };
}

async function byMachineToken({ store, clock, identity }: CallerDeps, token: string): Promise<Caller> {
  if (identity === undefined) throw new RogatoryError('NOT_SIGNED_IN');
  const vouched = await identity.machines.verify(token, clock());
  const machine = await machineOfIdentity(store.read, vouched);
  if (machine === null) throw new RogatoryError('NOT_SIGNED_IN');
  return { kind: 'machine', machine };
}

// The store learns of use this often at most; it shortens an idle time by no more than this.
const touchEveryMs = 60_000;

async function bySession({ store, clock, identity }: CallerDeps, request: FastifyRequest): Promise<Caller> {
  const secret = identity && secretIn(request, 'session', identity.secure);
  if (!identity || !secret) throw new RogatoryError('NOT_SIGNED_IN');
  const at = clock().toISOString();
  const session = await sessionBySecret(store.read, secret, at, identity.limits);
  if (session === null) throw new RogatoryError('NOT_SIGNED_IN');
  refuseOtherOrigin(request, identity.origin);
  const { person, factor, sessionId, seenAt } = session;
  if (Date.parse(at) - Date.parse(seenAt) >= touchEveryMs)
    await store.transaction((tx) => touchSession(tx, sessionId, at));
  return { kind: 'person', person, factor, sessionId };
}
