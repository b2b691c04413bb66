import { z } from 'zod';
import { measures, roles, routeFamilies, routeStates, urgencies } from '../../contracts/codes.js';
import { blocker, factValue, step } from './determination.js';

const strings = z.array(z.string()).readonly();
const period = z.object({
  amount: z.number(),
  unit: z.enum(['minute', 'hour', 'day', 'working-hour', 'working-day']),
});

const compared = z.object({
  fact: z.string(),
  word: z.string(),
  expected: factValue,
  seen: factValue,
  negated: z.boolean(),
  basis: z.enum(['known', 'assumed', 'derived']),
});

const failingCondition = compared
  .extend({
    rule: z.string().nullable(),
    page: z.string().nullable(),
    title: z.string(),
    status: z.enum(['confirmed', 'unconfirmed']),
    effect: z.enum(['not-met', 'shuts']),
    subjects: strings,
    reason: z.string().nullable(),
    ways: z
      .array(z.array(compared).readonly())
      .readonly()
      .describe('Ways to mend it, each with all that must be so; one suffices.'),
    further: strings.describe('Facts of other conditions of the page that fail as well.'),
    citation: z.string(),
  })
  .meta({ id: 'FailingCondition' });

const stepView = step
  .extend({
    measure: z.enum(measures),
    key: z.string(),
    state: z.enum(['open', 'blocked']),
    urgency: z.enum(urgencies),
    blockedBy: z.array(blocker).readonly(),
    approvals: z
      .array(
        z.object({
          order: z.number(),
          step: z.string(),
          roles: z.array(z.enum(roles)).readonly(),
          within: period,
        }),
      )
      .readonly(),
    firstClock: z
      .object({
        id: z.string(),
        title: z.string(),
        starts: z.enum(routeStates),
        length: period,
        nature: z.enum(['law', 'office', 'provider']),
        reference: z.string(),
      })
      .nullable(),
    needs: z.array(z.object({ fact: z.string(), question: z.string(), subject: z.string() })).readonly(),
  })
  .meta({ id: 'StepView' });

const wouldBe = stepView
  .pick({ basis: true, approvals: true, firstClock: true, needs: true })
  .extend({ addressees: strings })
  .meta({ id: 'WouldBe' });

/** One route of the catalogue beside all others. */
export const routeView = z
  .object({
    family: z.enum(routeFamilies),
    title: z.string(),
    state: z.enum(['open', 'shut', 'blocked', 'dormant']),
    steps: z.array(stepView).readonly(),
    removedBy: z
      .array(blocker)
      .readonly()
      .describe('Blockers that took it out of the plan and can be cured.'),
    shut: z
      .array(
        z.object({
          route: z.string(),
          reason: z.string(),
          reasons: strings,
          items: strings,
          because: z.array(failingCondition).readonly(),
        }),
      )
      .readonly(),
    elsewhere: z
      .object({ items: strings, because: z.array(failingCondition).readonly() })
      .nullable()
      .describe('Items for which a route that is taken for others is not, and why.'),
    wouldBe: wouldBe.nullable().describe('What a route that is not taken would be at an ordinary pace.'),
    expectedTime: z
      .object({
        from: z.number(),
        to: z.number(),
        unit: z.enum(['hour', 'day', 'month']),
        source: z.string(),
      })
      .nullable(),
    usableInCourt: z.enum(['evidence', 'lead-only', 'depends']),
    userMayBeTold: z.enum(['no', 'depends', 'likely']),
  })
  .meta({ id: 'RouteView' });
