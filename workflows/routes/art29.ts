import { next, route } from '../route.js';
import { reply } from '../steps/reply.js';
import { onReply } from './after-reply.js';
import { untilDispatched } from './before-dispatch.js';
import { preserving } from './preserving.js';

/** Expedited preservation between Parties: the requested Party orders it, and keeps it for the request that follows (C.7). */
export const expeditedPreservation = route('ART29', {
  ...untilDispatched,
  waiting: async (r) =>
    next(await reply(r, ['DISPATCHED', 'ACKNOWLEDGED', 'IN_EXECUTION']), {
      ...onReply,
      PRESERVED: 'preserved',
      SILENT: 'decision',
    }),
  ...preserving,
});
