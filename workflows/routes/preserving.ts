import { next } from '../route.js';
import type { RouteRun } from '../run.js';
import { decision } from '../steps/decision.js';
import { intake } from '../steps/intake.js';
import { expired, preserved, takenOver, whereItStood } from '../steps/preserved.js';
import { clarification } from '../steps/reply.js';
import { onDecision, onReply } from './after-reply.js';
import { always } from './before-dispatch.js';

/** Rows of every route that keeps data preserved (C.6, C.7), after the wait for the first confirmation. */
export const preserving = {
  clarification: async (r: RouteRun) =>
    next(await clarification(r), {
      ...replies,
      ACKNOWLEDGED: whereItStood(r),
      ANSWERED_THEM: whereItStood(r),
      OVERDUE: 'decision',
    }),
  preserved: async (r: RouteRun) =>
    next(await preserved(r), { ...replies, SERVED: 'takenOver', EXPIRED: 'expired' }),
  takenOver: async (r: RouteRun) => next(await takenOver(r), { RECEIVED: 'CLOSED', EXPIRED: 'decision' }),
  expired: async (r: RouteRun) => always(await expired(r), 'EXPIRED'),
  intake: async (r: RouteRun) => always(await intake(r), 'CLOSED'),
  part: async (r: RouteRun) => always(await intake(r), 'decision'),
  decision: async (r: RouteRun) =>
    next(await decision(r), { ...replies, ...onDecision, WAIT_ON: whereItStood(r) }),
} as const;

const replies = { ...onReply, PRESERVED: 'preserved' } as const;
