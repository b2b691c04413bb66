import { z } from 'zod';

const weekday = z.enum(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM');
const country = z.string().regex(/^[A-Z]{2}$/);
const mark = {
  lastChecked: z.iso.date().optional(),
  confidence: z.enum(['high', 'medium', 'low']),
  source: z.string().min(1),
  note: z.string().optional(),
};

export const weekFile = z.strictObject({
  state: country,
  zones: z.array(z.strictObject({ id: z.string(), note: z.string().optional() })).min(1),
  zoneNote: z.string().optional(),
  week: z.strictObject({
    days: z.array(weekday).min(1),
    hours: z.array(
      z.strictObject({
        /** One day, or a range such as `Mon-Fri`. */
        days: z.string().regex(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(-(Mon|Tue|Wed|Thu|Fri|Sat|Sun))?$/),
        from: time,
        to: time,
        break: z.string().optional(),
      }),
    ),
    ...mark,
  }),
  weekendRule: z.strictObject({
    substituteDay: z.boolean(),
    says: z.string(),
    legalBasis: z.string(),
    confidence: z.enum(['high', 'medium', 'low']),
  }),
});
export type WeekFile = z.infer<typeof weekFile>;

export const yearFile = z.strictObject({
  state: country,
  year: z.int(),
  /** `sourced`: every entry was seen in a source. Neither word means that a lawyer has signed it off. */
  status: z.enum(['sourced', 'provisional']),
  why: z.string().optional(),
  days: z.array(
    z.strictObject({
      dates: z.record(z.iso.date(), z.string()),
      /** Absent: a public holiday. `working-weekend`: offices are open. */
      kind: z.enum(['observed', 'moved-day-off', 'working-weekend']).optional(),
      expected: z.literal(true).optional(),
      level: z.string(),
      legalBasis: z.string(),
      ...mark,
    }),
  ),
  openQuestions: z.array(z.string()).optional(),
  partialDays: z
    .array(z.strictObject({ date: z.iso.date(), name: z.string(), closedFrom: time.optional() }))
    .optional(),
  sixDayWeekOnly: z.record(z.iso.date(), z.string()).optional(),
  regional: z.record(z.string(), z.record(z.iso.date(), z.string())).optional(),
});
export type YearFile = z.infer<typeof yearFile>;
