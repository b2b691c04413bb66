import { z } from 'zod';
import type { Proposal } from '../determining.js';
import { differenceView } from './plan.js';

/** What a change of facts means for the plan that runs: a proposal that a person adopts, never applied by itself. */
export const proposalView = z
  .object({
    state: z.enum(['NO_PLAN_RUNS', 'NOTHING_CHANGES', 'PROPOSED', 'NOT_DETERMINED']),
    planId: z.string().exactOptional(),
    planDigest: z.string().exactOptional(),
    baseDigest: z.string().nullable().exactOptional(),
    difference: differenceView.exactOptional(),
    says: z.string().exactOptional(),
  })
  .meta({ id: 'Proposal' });

export function proposalOf(proposal: Proposal): z.input<typeof proposalView> {
  if (proposal.state !== 'PROPOSED') return proposal;
  const { id: planId, digest: planDigest, baseDigest, difference } = proposal.plan;
  return { state: 'PROPOSED', planId, planDigest, baseDigest, difference };
}
