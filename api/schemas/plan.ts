import { z } from 'zod';
import { lot } from './determination.js';
import { mark } from './mark.js';

const strings = z.array(z.string()).readonly();

const routeOfLot = z.object({ routeId: z.string(), lotKey: z.string() });

export const differenceView = z
  .object({
    started: strings,
    redrafted: z.array(routeOfLot.extend({ approvalsVoid: z.boolean() })).readonly(),
    kept: z.array(routeOfLot).readonly(),
    withdrawalProposed: z.array(routeOfLot).readonly(),
  })
  .meta({ id: 'PlanDifference' });

export const planView = z
  .object({
    mark,
    id: z.string(),
    caseId: z.string(),
    determinationId: z.string(),
    digest: z.string(),
    baseDigest: z.string().nullable(),
    state: z.enum(['DRAFT', 'ACTIVE', 'PROPOSED', 'SUPERSEDED']),
    lots: z.array(lot).readonly(),
    difference: differenceView,
  })
  .meta({ id: 'Plan' });

/** A plan that was started or adopted, and the routes that run under it. */
export const startedView = z
  .object({
    mark,
    plan: planView,
    routes: z.array(z.object({ routeId: z.string(), workflowId: z.string(), lotKey: z.string() })).readonly(),
  })
  .meta({ id: 'PlanStarted' });
