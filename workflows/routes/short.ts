import { next, route } from '../route.js';
import type { RouteRun } from '../run.js';
import { collect } from '../steps/collect.js';
import { decision } from '../steps/decision.js';
import { onDecision, type onReply } from './after-reply.js';
import { untilSigned } from './before-dispatch.js';

/** Rows of the routes that need no request abroad (C.5): signed, collected, received by two persons. */
const short = {
  ...untilSigned('collecting'),
  collecting: async (r: RouteRun) => next(await collect(r), { RECEIVED: 'CLOSED', SILENT: 'decision' }),
  decision: async (r: RouteRun) =>
    next(await decision(r), { ...collected, ...onDecision, WAIT_ON: 'collecting' }),
} as const;

/** Nobody was asked, so nobody replies; what comes all the same is looked at where the rest is collected. */
const collected = {
  ANSWERED: 'collecting',
  PARTIAL: 'collecting',
  CLARIFICATION: 'collecting',
  REFUSED: 'collecting',
  NOTHING_FURTHER: 'collecting',
  NOTICE_ANNOUNCED: 'collecting',
  PRESERVED: 'collecting',
} as const satisfies Record<keyof typeof onReply | 'PRESERVED', 'collecting'>;

export const openSources = route('OSINT', short);
export const consent = route('CONSENT', short);
export const domestic = route('DOMESTIC', short);
