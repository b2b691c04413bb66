import { z } from 'zod';
import { roles } from '../../contracts/codes.js';

const signed = z.object({ personId: z.string(), role: z.enum(roles), at: z.string() });

/** A page of policy set aside for a case. It counts from the day a second person stands behind it to its last day. */
export const overrideView = z
  .object({
    id: z.string(),
    caseId: z.string(),
    page: z.string(),
    reason: z.string(),
    expiresOn: z.string(),
    recorded: signed,
    seconded: signed.nullable(),
  })
  .meta({ id: 'Override' });
