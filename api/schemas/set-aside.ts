import { z } from 'zod';
import { replyOutcomes, roles, routeStates } from '../../contracts/codes.js';
import { asideChoices, asideReasons } from '../../contracts/set-aside.js';

const instant = z.string();

export const aside = z
  .object({
    why: z.enum(asideReasons),
    sameAs: z.string().nullable().describe('The answer that it seems to be.'),
  })
  .meta({ id: 'Aside' });

/** An answer that was set aside, without what it says: that stays sealed until it goes on. */
export const asideView = aside
  .extend({
    replyId: z.string(),
    outcome: z.enum(replyOutcomes),
    receivedAt: instant,
    byPerson: z.string(),
    role: z.enum(roles),
    at: instant,
    decided: z.enum(asideChoices).nullable(),
    decidedBy: z.string().nullable(),
    decidedAt: instant.nullable(),
  })
  .meta({ id: 'ReplySetAside' });

export const asideWaiting = asideView
  .extend({
    caseId: z.string(),
    caseReference: z.string(),
    routeId: z.string(),
    route: z.string(),
    state: z.enum(routeStates),
  })
  .meta({ id: 'ReplyThatWaits' });

/** Another way by which the same answer arrived. */
export const arrivalView = z
  .object({
    replyId: z.string(),
    receivedAt: instant,
    means: z.string().nullable(),
    byPerson: z.string(),
    role: z.enum(roles),
  })
  .meta({ id: 'ReplyArrival' });
