import { z } from 'zod';
import { auditVerbs, roles } from '../../contracts/codes.js';

const instant = z.string();

export const auditEntryView = z
  .object({
    sequence: z.int(),
    at: instant,
    verb: z.enum(auditVerbs),
    actor: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('person'),
        personId: z.string(),
        role: z.enum(roles),
        onBehalfOf: z.string().optional().describe('In whose name, under a delegation.'),
        factor: z.string().optional().describe('The claim that showed a second factor.'),
      }),
      z.object({ kind: z.literal('machine'), serviceId: z.string() }),
      z.object({ kind: z.literal('system'), component: z.string() }),
      z.object({ kind: z.literal('unidentified'), seenAs: z.string() }),
    ]),
    subject: z.object({ kind: z.string(), id: z.string() }),
    caseId: z.string().nullable(),
    reason: z.string().nullable(),
    oldDigest: z.string().nullable(),
    newDigest: z.string().nullable(),
    body: z.string().describe('Canonical JSON (RFC 8785), as it was hashed.'),
    hash: z.string().describe('Leaf of the Merkle tree (RFC 6962) over the canonical JSON of all the rest.'),
  })
  .meta({ id: 'AuditEntry' });

/** What became of the message to the workflow. `WAITING`: kept, and delivered again until it is answered. */
export const engineNote = z
  .object({
    state: z.enum(['NOTHING_TO_TELL', 'DELIVERED', 'WAITING']),
    says: z.string().exactOptional(),
    outcomes: z.array(z.unknown()).readonly(),
  })
  .meta({ id: 'EngineNote' });

export type EngineNote = z.infer<typeof engineNote>;

export const deadlineView = z
  .object({
    id: z.string(),
    kind: z.enum(['CLOCK', 'APPROVAL']),
    at: instant,
    title: z.string(),
    nature: z.enum(['law', 'office', 'provider']),
    reference: z.string().nullable(),
    provisional: z.boolean(),
    caseId: z.string(),
    caseReference: z.string(),
    routeId: z.string(),
    route: z.string(),
  })
  .meta({ id: 'Deadline' });
