import { z } from 'zod';
import { documentForms, roles, routeStates, urgencies } from '../../contracts/codes.js';
import { offices } from '../../contracts/terms.js';
import { decisionChoices, routeEvents } from '../../contracts/route-events.js';

const period = z
  .object({ amount: z.number(), unit: z.enum(['minute', 'hour', 'day', 'working-hour', 'working-day']) })
  .meta({ id: 'Period' });
const rung = z.object({
  after: period,
  left: period.exactOptional(),
  tell: z.enum(roles),
  what: z.enum(['remind', 'escalate', 'call']),
});
const ladder = z.array(rung).readonly();

/** What a lot is approved and run under. */
export const terms = z
  .object({
    lifeCycle: z.string(),
    forms: z.array(z.enum(documentForms)).readonly(),
    urgency: z.enum(urgencies),
    approvals: z
      .array(
        z.object({
          step: z.string(),
          order: z.number(),
          of: z.literal('packet').exactOptional(),
          roles: z.array(z.enum(roles)).readonly(),
          within: period,
          ladder,
        }),
      )
      .readonly(),
    approvalValidFor: period,
    clocks: z
      .array(
        z.object({
          id: z.string(),
          title: z.string(),
          starts: z.enum(routeStates),
          until: z.array(z.enum(routeStates)).readonly().exactOptional(),
          length: period,
          offices: z.array(z.enum(offices)).readonly().exactOptional(),
          renewed: period.exactOptional(),
          asks: z.literal(true).exactOptional(),
          nature: z.enum(['law', 'office', 'provider']),
          reference: z.string(),
          ladder,
        }),
      )
      .readonly(),
    events: z
      .array(
        z.object({
          on: z.enum(routeEvents),
          rule: z.string().exactOptional(),
          tell: z.enum(roles),
          what: z.enum(['remind', 'escalate', 'call']),
          says: z.string(),
        }),
      )
      .readonly(),
    decisions: z
      .array(
        z.object({
          state: z.enum(routeStates),
          choices: z.array(z.enum(decisionChoices)).readonly(),
          by: z.array(z.enum(roles)).readonly(),
        }),
      )
      .readonly(),
    renewals: z.number().nullable(),
    keptFor: period.exactOptional(),
    hopsLeft: z.number().exactOptional(),
  })
  .meta({ id: 'RouteTerms' });
