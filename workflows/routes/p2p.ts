import { next, route } from '../route.js';
import { reply } from '../steps/reply.js';
import { onReply } from './after-reply.js';
import { untilDispatched } from './before-dispatch.js';
import { preserving } from './preserving.js';

/** Police to police: intelligence, or the request that a counterpart keeps data until a date it names (C.11). */
export const policeToPolice = route('P2P', {
  ...untilDispatched,
  waiting: async (r) =>
    next(await reply(r, ['DISPATCHED', 'ACKNOWLEDGED']), {
      ...onReply,
      PRESERVED: 'preserved',
      SILENT: 'decision',
    }),
  ...preserving,
});
