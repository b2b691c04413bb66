import { z } from 'zod';
import { measures, roles, urgencies } from '../../contracts/codes.js';
import { askedElsewhere } from '../asked-elsewhere.js';
import { factValue, routeId } from './determination.js';
import { mark } from './mark.js';

const strings = z.array(z.string()).readonly();
const period = z.object({
  amount: z.number(),
  unit: z.enum(['minute', 'hour', 'day', 'working-hour', 'working-day']),
});
const told = { tell: z.enum(roles), what: z.enum(['remind', 'escalate', 'call']) };

/** What one route of the emergency waits for, and who can be asked now. */
const waiting = z
  .object({
    routeId: z.string(),
    route: routeId,
    addressee: z.string(),
    measure: z.enum(measures),
    urgency: z.enum(urgencies),
    heldBy: z
      .array(
        z.object({
          code: z.string(),
          says: z.string(),
          cure: z.object({ fact: z.string(), is: factValue, by: strings }),
        }),
      )
      .readonly()
      .describe('What has to be cured before a signature is asked for.'),
    signatures: z
      .array(
        z.object({
          step: z.string(),
          roles: z.array(z.enum(roles)).readonly(),
          within: period,
          dueAt: z.string().describe('If the signature is asked for at once.'),
          people: z
            .array(
              z.object({
                personId: z.string(),
                label: z.string(),
                role: z.enum(roles),
                why: z.enum(['ON_DUTY', 'STANDS_IN', 'HOLDS_THE_ROLE']),
                insteadOf: z.string().nullable(),
              }),
            )
            .readonly(),
          calls: z.array(z.object({ at: z.string(), ...told })).readonly(),
        }),
      )
      .readonly(),
    afterSending: z
      .array(z.object({ title: z.string(), after: period, ...told }))
      .readonly()
      .describe('Calls that the dispatch starts, counted from it.'),
  })
  .meta({ id: 'EmergencyWaiting' });

/** Why the emergency route stays shut, and what can be done instead. */
const notOpened = z
  .object({
    reasons: z
      .array(z.object({ route: z.string(), reason: z.string(), says: z.string(), items: strings }))
      .readonly(),
    instead: z
      .array(
        z.object({
          key: z.string(),
          route: routeId,
          addressee: z.string(),
          measure: z.enum(measures),
          says: z.string(),
        }),
      )
      .readonly()
      .describe('Routes that are open: choose them by POST /v1/cases/{caseId}/plans. None was started.'),
    answers: z
      .array(z.object({ fact: z.string(), subject: z.string(), question: z.string() }))
      .readonly()
      .describe('Questions whose answer could open more.'),
  })
  .meta({ id: 'EmergencyNotOpened' });

/** What one POST of an emergency did. */
export const emergencyView = z
  .object({
    mark,
    state: z.enum(['STARTED', 'NOT_OPENED']),
    caseId: z.string(),
    reference: z.string(),
    determinationId: z.string(),
    planId: z.string().nullable(),
    text: z.string().describe('The determination in words.'),
    waiting: z.array(waiting).readonly(),
    notOpened: notOpened.nullable(),
    askedElsewhere,
  })
  .meta({ id: 'EmergencyOpened' });
