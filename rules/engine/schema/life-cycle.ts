import { z } from 'zod';
import {
  documentForms,
  replyOutcomes,
  roles,
  routeFamilies,
  routeStates,
  urgencies,
} from '../../../contracts/codes.js';
import { conversionReasons } from '../../../contracts/refusals.js';
import { routeEvents } from '../../../contracts/route-events.js';
import { offices } from '../../../contracts/terms.js';
import { condition } from './words.js';

const period = z.strictObject({
  amount: z.int().min(0),
  unit: z.enum(['minute', 'hour', 'day', 'working-hour', 'working-day']),
});
const measuresOfReminder = z.enum(['remind', 'escalate', 'call']);
const rung = z.strictObject({ after: period, tell: z.enum(roles), what: measuresOfReminder });
const approval = z.strictObject({
  step: z.string(),
  order: z.int(),
  of: z.literal('packet').optional(),
  roles: z.array(z.enum(roles)).min(1),
  /** So many different persons of these roles sign, side by side; one when absent. */
  any: z.int().min(2).max(9).optional(),
  within: period,
  ladder: z.array(rung),
});

const clock = z.strictObject({
  id: z.string(),
  title: z.string(),
  starts: z.enum(routeStates),
  until: z.array(z.enum(routeStates)).optional(),
  for: z.array(z.enum(urgencies)).optional(),
  /** Variants of the catalogue that it is for: the channels of police to police. */
  channels: z.array(z.string()).min(1).optional(),
  length: period,
  /** Whose working days count, ours first; ours alone when absent (T03, T11). */
  offices: z.array(z.enum(offices)).min(1).optional(),
  /** So long before the date that the reply announces; `length` where it names none (P13). */
  before: z.strictObject({ amount: z.int().min(0), unit: z.enum(['hour', 'day']) }).optional(),
  renewed: period.optional(),
  asks: z.literal(true).optional(),
  nature: z.enum(['law', 'office', 'provider']),
  reference: z.string(),
  ladder: z.array(rung),
});

/**
 * `rests`: a place of its own, detours come back to it. `asks`: something is asked on the way. `follows`: what still has to be
 * done; replies are only put to the file. `does`: our own work.
 */
const state = z.strictObject({
  shows: z.array(z.enum(routeStates)),
  kind: z.enum(['does', 'rests', 'asks', 'follows']),
  does: z.string(),
  /** Who decides, where a decision is among the ways out. */
  by: z.array(z.enum(roles)).min(1).optional(),
  on: z.partialRecord(z.enum(routeEvents), z.string()),
});

/** An event rule: who is told when it happens. */
const event = z.strictObject({
  on: z.enum(routeEvents),
  rule: z.string().optional(),
  tell: z.enum(roles),
  what: measuresOfReminder,
  says: z.string(),
});

/** One page per family: what lawyers read and what a plan carries (specification C). */
export const lifeCyclePage = z
  .strictObject({
    family: z.enum(routeFamilies),
    title: z.string(),
    reference: z.string(),
    forms: z.array(z.enum(documentForms)),
    /** First urgency whose condition holds on an item of the lot; ROUTINE otherwise. */
    urgency: z.array(z.strictObject({ is: z.enum(urgencies), when: condition })),
    approvals: z.partialRecord(z.enum(urgencies), z.array(approval)),
    /** Further signatures for lots with a category of the list. */
    approvalsFor: z
      .array(
        z.strictObject({
          categories: z.array(z.string()).min(1),
          urgencies: z.array(z.enum(urgencies)).min(1),
          add: z.array(approval).min(1),
        }),
      )
      .default([]),
    approvalValidFor: z.partialRecord(z.enum(urgencies), period),
    /** How often a preservation may be renewed: a figure, or what the register says of the provider. */
    renewals: z.union([z.int().min(0), z.literal('register')]).optional(),
    /** Family of the step that a preservation is kept for: what ends before it can be expected is told on the first day. */
    keptFor: z.enum(routeFamilies).optional(),
    /** After so many answers under Article 30 a person reviews the path before the next. */
    reviewAfterHops: z.int().min(1).optional(),
    clocks: z.array(clock),
    states: z.record(z.string(), state),
    /** Where replies lead from every state that takes them, unless the state says otherwise; a reply not named asks for a decision. */
    replies: z.partialRecord(z.enum(replyOutcomes), z.string()).default({}),
    /** By the reason of a refusal: families of the next route, where the rules open one; none where the request itself is mended (C.15). */
    conversions: z
      .partialRecord(z.enum(conversionReasons), z.array(z.enum(routeFamilies)).min(1))
      .default({}),
    /** What a conversion says of each item of the request, over the register: `{dataCategory}` stands for that of the item. */
    convertedMeans: z
      .array(z.strictObject({ fact: z.string(), is: z.union([z.string(), z.boolean()]) }))
      .default([]),
    events: z.array(event).default([]),
  })
  .meta({ id: 'LifeCyclePage', title: 'A life-cycle page of Rogatory' });
export type LifeCyclePage = z.infer<typeof lifeCyclePage>;
