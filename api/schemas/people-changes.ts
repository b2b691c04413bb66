import { z } from 'zod';
import { roles } from '../../contracts/codes.js';
import { personView, reason } from './people.js';

export const identity = z
  .strictObject({ issuer: z.url().max(300), subject: z.string().min(1).max(255) })
  .describe('Account at the identity provider: the claims `iss` and `sub`.');
const parts = {
  unitId: z.string().min(1).max(80).optional(),
  label: z.string().trim().min(1).max(200).optional(),
  roles: z
    .array(z.enum(roles))
    .min(1)
    .max(roles.length)
    .readonly()
    .optional()
    .describe('All roles from then on.'),
  identity: identity.optional(),
};

/** Letters, digits, hyphens: no machine is named so. */
const newId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,59}$/, 'letters, digits and hyphens, at most 60');

export const changeBody = z
  .strictObject({ personId: newId, ...parts, reason })
  .refine(
    ({ unitId, label, roles: held, identity: account }) => [unitId, label, held, account].some(Boolean),
    {
      error: 'name what is to change: unitId, label, roles or identity',
    },
  )
  .meta({ id: 'PersonChangeToPropose' });
export const proposalState = z.enum(['PROPOSED', 'CONFIRMED', 'REFUSED']);
export const settleBody = z.strictObject({ reason }).meta({ id: 'PersonChangeToSettle' });
export const proposedView = z
  .object({ changeId: z.string(), personId: z.string(), state: proposalState })
  .meta({ id: 'PersonChangeProposed' });
export const settledView = z
  .object({ changeId: z.string(), personId: z.string(), state: proposalState })
  .meta({ id: 'PersonChangeSettled' });
export const changeView = z
  .object({
    id: z.string(),
    personId: z.string(),
    change: z.object(parts),
    now: personView.nullable().describe('What is so now; `null`: not here yet.'),
    reason: z.string(),
    proposedBy: z.string(),
    proposedAt: z.string(),
    state: proposalState,
    settledBy: z.string().nullable(),
    settledAt: z.string().nullable(),
  })
  .meta({ id: 'PersonChange' });
