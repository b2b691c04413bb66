import { z } from 'zod';
import { routeStates } from '../../contracts/codes.js';

const instant = z.string();
const nature = z.enum(['law', 'office', 'provider']);

/** How an end was counted, as the store keeps it with the clock. */
export const derivationShape = z.object({
  from: instant,
  zone: z.string(),
  amount: z.int(),
  unit: z.enum(['minute', 'hour', 'day', 'working-hour', 'working-day']),
  rule: z.string(),
  local: z.string(),
  calendars: z.array(z.object({ state: z.string(), version: z.string() })).readonly(),
  skipped: z.array(z.object({ date: z.string(), why: z.string() })).readonly(),
});

const counted = z.object({
  endsAt: instant,
  local: z.string().describe('The end on the clock of our office, with offset and zone.'),
  provisional: z.boolean().describe('A day that was counted rests on an estimate of the calendar.'),
  rule: z.string(),
  from: instant,
  amount: z.int(),
  unit: derivationShape.shape.unit,
  calendars: z.array(z.string()).readonly().describe('Versions of the calendars, each after its State.'),
  days: z
    .array(z.object({ date: z.string(), counts: z.int().nullable(), why: z.string().nullable() }))
    .readonly()
    .describe('Day by day; empty for minutes and hours.'),
});

export const clockView = counted
  .extend({
    id: z.string(),
    routeId: z.string(),
    title: z.string(),
    nature,
    reference: z.string(),
    startedBy: z.enum(routeStates),
    startedAt: instant,
    stoppedAt: instant.nullable(),
    stopWhy: z.string().nullable(),
    told: z
      .array(z.object({ at: instant, tell: z.string(), what: z.enum(['remind', 'escalate', 'call']) }))
      .readonly()
      .describe('Who is told, and when.'),
  })
  .meta({ id: 'Clock' });

export const clockIfSentView = counted
  .extend({
    routeId: z.string(),
    route: z.string(),
    addressee: z.string(),
    title: z.string(),
    nature,
    reference: z.string(),
    startsWith: z
      .enum(['DISPATCHED', 'PRESERVED'])
      .describe(
        'PRESERVED: if the addressee preserved at that very moment, which is the latest safe reading.',
      ),
  })
  .meta({ id: 'ClockIfSent' });
