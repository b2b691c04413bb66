import { z } from 'zod';
import { machineActions } from '../../authority/index.js';
import { reason } from './people.js';
import { identity, proposalState } from './people-changes.js';

const label = z.string().trim().min(1).max(200).optional();
const closed = z.boolean().optional().describe('`true` closes it, `false` opens it again.');
const unitId = z.string().regex(/^[a-z0-9][a-z0-9-]{1,60}$/, 'small letters, digits and hyphens');
const machineId = z
  .string()
  .regex(/^machine:[a-z0-9][a-z0-9-]{1,60}$/, 'machine: and small letters, digits and hyphens');
const unitParts = {
  label,
  state: z
    .string()
    .regex(/^[A-Z]{2}$/, 'two capitals')
    .optional()
    .describe('State in which a new unit works.'),
  closed,
};
const machineParts = {
  unitId: unitId.optional(),
  label,
  actions: z
    .array(z.enum(machineActions))
    .min(1)
    .max(machineActions.length)
    .readonly()
    .optional()
    .describe('All that it may ask for from then on.'),
  identity: identity.optional(),
  closed,
};

export const officeChangeBody = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('unit'), id: unitId, change: z.strictObject(unitParts), reason }),
    z.strictObject({
      kind: z.literal('machine'),
      id: machineId,
      change: z.strictObject(machineParts),
      reason,
    }),
  ])
  .meta({ id: 'OfficeChangeToPropose' });
const kind = z.enum(['unit', 'machine']);
const head = { changeId: z.string(), kind, id: z.string(), state: proposalState };
export const officeProposedView = z.object(head).meta({ id: 'OfficeChangeProposed' });
export const officeSettledView = z.object(head).meta({ id: 'OfficeChangeSettled' });
export const officeChangeView = z
  .object({
    id: z.string(),
    kind,
    subjectId: z.string(),
    change: z.object({ ...unitParts, ...machineParts, actions: z.array(z.string()).readonly().optional() }),
    reason: z.string(),
    proposedBy: z.string(),
    proposedAt: z.string(),
    state: proposalState,
    settledBy: z.string().nullable(),
    settledAt: z.string().nullable(),
  })
  .meta({ id: 'OfficeChange' });
export const unitView = z
  .object({ id: z.string(), label: z.string(), state: z.string(), closed: z.boolean() })
  .meta({ id: 'Unit' });
export const machineView = z
  .object({
    id: z.string(),
    unitId: z.string(),
    label: z.string(),
    actions: z.array(z.string()).readonly(),
    active: z.boolean(),
  })
  .meta({ id: 'Machine' });
