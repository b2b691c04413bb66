import { next, route } from '../route.js';
import { decision } from '../steps/decision.js';
import { exPost } from '../steps/ex-post.js';
import { intake } from '../steps/intake.js';
import { reply } from '../steps/reply.js';
import { onDecision, onReply } from './after-reply.js';
import { always, untilDispatched } from './before-dispatch.js';
import { disclosing } from './disclosing.js';

/** Emergency disclosure: answered in minutes or not at all, and reviewed afterwards whatever came of it (C.10). */
export const emergencyDisclosure = route('EDR', {
  ...untilDispatched,
  waiting: async (r) =>
    next(await reply(r, ['DISPATCHED', 'ACKNOWLEDGED'], ['PRESERVED']), {
      ...onReply,
      PRESERVED: 'waiting',
      SILENT: 'decision',
    }),
  ...disclosing,
  intake: async (r) => always(await intake(r), 'exPost'),
  decision: async (r) =>
    next(await decision(r), {
      ...onReply,
      ...onDecision,
      PRESERVED: 'waiting',
      CLOSE: 'exPost',
      CONVERT: 'exPostConverted',
      WAIT_ON: 'waiting',
    }),
  exPost: async (r) => always(await exPost(r), 'CLOSED'),
  exPostConverted: async (r) => always(await exPost(r), 'CONVERTED'),
  withdrawn: async (r) => always(await exPost(r), 'WITHDRAWN'),
});
