import type { Lot } from './determination.js';

export type * from './terms.js';

export type PlanState = 'DRAFT' | 'ACTIVE' | 'PROPOSED' | 'SUPERSEDED';

/** A determination made into something that runs: the lots a person chose from it. */
export type Plan = {
  id: string;
  caseId: string;
  determinationId: string;
  /** SHA-256 over determination digest and the chosen lots. */
  digest: string;
  /** Digest of the plan that this one would take the place of. */
  baseDigest: string | null;
  state: PlanState;
  lots: readonly Lot[];
};

/** How two plans differ, lot by lot (design, section 5, Adoption). */
export type PlanDifference = {
  started: readonly string[];
  redrafted: readonly { routeId: string; lotKey: string; approvalsVoid: boolean }[];
  kept: readonly { routeId: string; lotKey: string }[];
  withdrawalProposed: readonly { routeId: string; lotKey: string }[];
};
