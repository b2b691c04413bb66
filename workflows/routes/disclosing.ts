import { next } from '../route.js';
import type { RouteRun } from '../run.js';
import { decision } from '../steps/decision.js';
import { intake } from '../steps/intake.js';
import { clarification } from '../steps/reply.js';
import { onDecision, onReply } from './after-reply.js';
import { always } from './before-dispatch.js';

/** Rows of every route that asks for data (C.9, C.12), after the wait for the first answer. */
export const disclosing = {
  clarification: async (r: RouteRun) =>
    next(await clarification(r), {
      ...replies,
      ACKNOWLEDGED: 'waiting',
      ANSWERED_THEM: 'waiting',
      OVERDUE: 'decision',
    }),
  intake: async (r: RouteRun) => always(await intake(r), 'CLOSED'),
  part: async (r: RouteRun) => always(await intake(r), 'decision'),
  decision: async (r: RouteRun) => next(await decision(r), { ...replies, ...onDecision, WAIT_ON: 'waiting' }),
} as const;

/** A preservation on the way to the answer is noted; the wait goes on. */
const replies = { ...onReply, PRESERVED: 'waiting' } as const;
