import { z } from 'zod';
import { auditVerbs } from '../../contracts/codes.js';
import { instant } from '../../contracts/instants.js';
import { page } from '../paging.js';

const id = z.string().min(1).max(100);

/** What is looked for in the record; everything named must hold. */
const filters = {
  caseId: id.exactOptional(),
  person: id.exactOptional().describe('Id of the natural person who acted.'),
  verb: z.enum(auditVerbs).exactOptional(),
  subjectKind: id.exactOptional(),
  subjectId: id.exactOptional(),
  from: instant.exactOptional().describe('Inclusive.'),
  to: instant.exactOptional().describe('Exclusive.'),
};
export const auditQuery = page.extend(filters);
export const exportQuery = z.strictObject({ format: z.enum(['jsonl', 'csv']), ...filters });

const size = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
export const inclusionQuery = z.strictObject({ sequence: size, size });
export const consistencyQuery = z.strictObject({ from: size, to: size });

const hash = z.string().describe('SHA-256, lower-case hex.');

export const checkpointView = z
  .object({
    size: z.int(),
    root: hash,
    madeAt: z.string(),
    why: z.enum(['HOURLY', 'SIGN_OFF', 'ASKED']),
    note: z.string().describe('Signed note (C2SP signed-note, tlog-checkpoint) with origin, size and root.'),
    keys: z.array(z.string()).readonly().describe('Public keys that signed it: name+hash+base64.'),
    timeStamp: z.string().nullable().describe('Time-stamp token over the note (RFC 3161), base64.'),
    stampedUpTo: z
      .object({ size: z.int(), at: z.string() })
      .nullable()
      .describe(
        'The newest root that an authority has time-stamped, and when: behind while the authority is down.',
      ),
  })
  .meta({ id: 'AuditCheckpoint' });

const proof = z.array(hash).readonly().describe('Hashes from the bottom up, as RFC 6962 orders them.');

export const inclusionView = z
  .object({ sequence: z.int(), size: z.int(), hash, root: hash, proof })
  .meta({ id: 'AuditInclusion' });

export const consistencyView = z
  .object({ from: z.int(), fromRoot: hash, to: z.int(), toRoot: hash, proof })
  .meta({ id: 'AuditConsistency' });
