import { z } from 'zod';
import { roles } from '../../contracts/codes.js';
import { gapEnds } from '../../contracts/gaps.js';
import { day } from '../../contracts/instants.js';

const lacking = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('WHOLE') }),
    z.strictObject({ kind: z.literal('PERIOD'), from: day, until: day }),
    z.strictObject({
      kind: z.literal('DATA'),
      which: z.string().trim().min(1).max(300).describe('The kind of data, as it was asked for.'),
    }),
  ])
  .refine((lacks) => lacks.kind !== 'PERIOD' || lacks.from <= lacks.until, {
    path: ['until'],
    error: 'not before `from`',
  })
  .meta({ id: 'Lacking' });

/** One thing that was asked for and did not come: all of an item, a stretch of its time, or a kind of data. */
export const missingPart = z
  .strictObject({ item: z.string().min(1).max(40), lacks: lacking })
  .meta({ id: 'MissingPart' });

const instant = z.string();

/** A gap of a route, and what closed it. */
export const gapView = z
  .object({
    id: z.string(),
    item: z.string(),
    lacks: lacking,
    replyId: z.string(),
    at: instant,
    laterReply: z.string().nullable().describe('The answer that brought it, or said anew what is missing.'),
    ended: z
      .object({
        how: z.enum(gapEnds),
        otherRouteId: z.string().nullable(),
        reason: z.string(),
        byPerson: z.string(),
        role: z.enum(roles),
        at: instant,
      })
      .nullable(),
  })
  .meta({ id: 'Gap' });
