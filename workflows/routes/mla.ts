import { next, route } from '../route.js';
import { reply } from '../steps/reply.js';
import { onReply } from './after-reply.js';
import { untilDispatched } from './before-dispatch.js';
import { disclosing } from './disclosing.js';

/** Mutual legal assistance: signed by the chain of the plan, then status letters until the request is executed (C.12). */
export const mutualLegalAssistance = route('MLA', {
  ...untilDispatched,
  waiting: async (r) =>
    next(await reply(r, ['DISPATCHED', 'ACKNOWLEDGED', 'IN_EXECUTION'], ['PRESERVED']), {
      ...onReply,
      PRESERVED: 'waiting',
      SILENT: 'decision',
    }),
  ...disclosing,
});
