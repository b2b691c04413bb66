import { z } from 'zod';
import { roles } from '../../contracts/codes.js';

const someRoles = z.array(z.enum(roles)).readonly();
const signed = z.object({ byPerson: z.string(), role: z.enum(roles), at: z.string() });

/** A hold of a case, or of one of its routes. No clock stops for it. */
export const holdView = z
  .object({
    id: z.string(),
    caseId: z.string(),
    routeId: z.string().nullable(),
    kind: z.enum(['RIGHTS', 'LEGAL', 'OPERATOR']),
    reason: z.string(),
    placedAt: z.string(),
    liftedAt: z.string().nullable(),
    released: z.array(signed).readonly(),
    needs: z
      .object({ all: someRoles.optional(), any: someRoles.optional() })
      .describe('Who signs the release: all of these roles, or any one of those.'),
  })
  .meta({ id: 'Hold' });

/** A channel, a family or everything that an operator has stopped. */
export const pauseView = z
  .object({
    id: z.string(),
    channel: z.string(),
    reason: z.string(),
    byPerson: z.string(),
    role: z.enum(roles),
    at: z.string(),
  })
  .meta({ id: 'Pause' });
