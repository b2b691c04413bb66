import type { Role } from '../contracts/codes.js';

/** Who did it: a natural person in one role, a part of the system, or somebody who could not be identified. */
export type Actor =
  | { kind: 'person'; personId: string; role: Role }
  | { kind: 'system'; component: string }
  | { kind: 'unidentified'; seenAs: string };

/** Every verb that changes the store takes one: who, when (ISO 8601, UTC), and why in own words. */
export type Act = { actor: Actor; at: string; reason?: string };
export type PersonAct = Act & { actor: Extract<Actor, { kind: 'person' }> };

/** Act of a part of the system at this instant. */
export const systemAct = (component: string, at: string): Act => ({
  actor: { kind: 'system', component },
  at,
});

/** Who reads: what he or she may see is decided in SQL by membership, unit and role. */
export type Reader = { personId: string; unitId: string; roles: readonly Role[] };
