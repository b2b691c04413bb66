import { next, route } from '../route.js';
import { reply } from '../steps/reply.js';
import { onReply } from './after-reply.js';
import { untilDispatched } from './before-dispatch.js';
import { disclosing } from './disclosing.js';

/** Partial disclosure of traffic data that goes with a preservation: who carried the message, and where its path ends (C.8). */
export const partialDisclosure = route('ART30', {
  ...untilDispatched,
  waiting: async (r) =>
    next(await reply(r, ['DISPATCHED', 'ACKNOWLEDGED'], ['PRESERVED']), {
      ...onReply,
      NOTHING_FURTHER: 'CLOSED',
      PRESERVED: 'waiting',
      SILENT: 'decision',
    }),
  ...disclosing,
});
