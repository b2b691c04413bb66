import { z } from 'zod';
import { routeStates } from '../../contracts/codes.js';
import { delegationView, shiftView } from './people.js';

const unfit = z.array(z.object({ pointer: z.string(), detail: z.string() })).readonly();

export const workView = z
  .object({
    cases: z
      .array(z.object({ id: z.string(), reference: z.string(), unitId: z.string() }))
      .readonly()
      .describe('Cases the person owns.'),
    drafts: z
      .array(
        z.object({
          id: z.string(),
          caseId: z.string(),
          route: z.string(),
          state: z.enum(routeStates),
          waitsFor: z.string().nullable(),
          nextAt: z.string().nullable(),
        }),
      )
      .readonly()
      .describe('Requests the person answers for and that are not over, with what each waits for.'),
    unseen: z.int().describe('Number of further cases, which you may not see.'),
    shifts: z.array(shiftView).readonly().describe('Duty, now and to come.'),
    delegations: z
      .array(delegationView)
      .readonly()
      .describe('Given and taken: they end when the person leaves.'),
    unfit: unfit
      .nullable()
      .describe('What keeps the successor that was asked about from it; empty: nothing does.'),
  })
  .meta({ id: 'WorkOfPerson' });

export const handedOverView = z
  .object({
    personId: z.string(),
    successorId: z.string(),
    cases: z
      .array(
        z.object({
          caseId: z.string(),
          owner: z.boolean().describe('The successor owns it now.'),
          drafts: z
            .array(z.string())
            .readonly()
            .describe('Requests the successor answers for, and signs none of.'),
        }),
      )
      .readonly(),
    shifts: z.array(z.string()).readonly().describe('Duty that the successor does now.'),
    left: z.boolean(),
  })
  .meta({ id: 'WorkHandedOver' });
export const leftView = z.object({ personId: z.string(), leftAt: z.string() }).meta({ id: 'PersonLeft' });
