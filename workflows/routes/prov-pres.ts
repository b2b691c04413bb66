import { next, route } from '../route.js';
import { reply } from '../steps/reply.js';
import { onReply } from './after-reply.js';
import { untilDispatched } from './before-dispatch.js';
import { preserving } from './preserving.js';

/** Asks a provider directly to keep data until another step has taken over (specification C.6). */
export const providerPreservation = route('PROV_PRES', {
  ...untilDispatched,
  waiting: async (r) =>
    next(await reply(r, ['DISPATCHED', 'ACKNOWLEDGED']), {
      ...onReply,
      PRESERVED: 'preserved',
      SILENT: 'decision',
    }),
  ...preserving,
});
