import { z } from 'zod';
import { roles } from '../../contracts/codes.js';
import { instant } from '../../contracts/instants.js';

const aZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
};

export const reason = z.string().trim().min(3).max(2000);
export const personId = z.string().min(1).max(80);
/** From its first instant up to, and without, its last. */
export const span = z.strictObject({ fromAt: instant, untilAt: instant });
export const zone = z.string().max(60).refine(aZone, 'a time zone such as Asia/Almaty');

/** The same instants in UTC, as the store keeps them. */
export const inUtc = ({ fromAt, untilAt }: z.infer<typeof span>) => ({
  fromAt: new Date(fromAt).toISOString(),
  untilAt: new Date(untilAt).toISOString(),
});

export const personView = z
  .object({
    id: z.string(),
    label: z.string(),
    unitId: z.string(),
    state: z.string(),
    roles: z.array(z.enum(roles)).readonly(),
  })
  .meta({ id: 'Person' });

const held = { id: z.string(), fromAt: z.string(), untilAt: z.string() };
export const absenceView = z.object({ ...held, personId: z.string() }).meta({ id: 'Absence' });
export const delegationView = z
  .object({
    ...held,
    fromPerson: z.string(),
    toPerson: z.string(),
    role: z.enum(roles),
    cases: z.array(z.string()).readonly().nullable().describe('Only for these cases; `null` for all.'),
    reason: z.string(),
  })
  .meta({ id: 'Delegation' });
const delegationLine = delegationView
  .omit({ cases: true, reason: true })
  .extend({ limited: z.boolean().describe('Only for some cases.') })
  .meta({ id: 'DelegationLine' });
export const shiftView = z
  .object({ ...held, unitId: z.string(), role: z.enum(roles), zone: z.string(), personId: z.string() })
  .meta({ id: 'DutyShift' });

/** A person as the directory shows him or her. */
export const directoryView = z
  .object({
    ...personView.shape,
    active: z.boolean().describe('Works here. Who left stays on record.'),
  })
  .meta({ id: 'PersonInDirectory' });
export const personFile = z
  .object({
    ...directoryView.shape,
    absences: z.array(absenceView).readonly().describe('Now and to come.'),
    delegations: z.array(delegationLine).readonly().describe('Given and taken, now and to come.'),
  })
  .meta({ id: 'PersonFile' });
export const dutyView = z
  .object({
    personId: z.string(),
    role: z.enum(roles),
    why: z.enum(['ON_DUTY', 'STANDS_IN', 'HOLDS_THE_ROLE']),
    insteadOf: z.string().nullable().describe('Who is away.'),
  })
  .meta({ id: 'OnDuty' });
