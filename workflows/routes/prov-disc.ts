import { next, route } from '../route.js';
import { reply } from '../steps/reply.js';
import { onReply } from './after-reply.js';
import { untilDispatched } from './before-dispatch.js';
import { disclosing } from './disclosing.js';

/** Asks a provider to disclose of its own will, or as its law allows (C.9). */
export const voluntaryDisclosure = route('PROV_DISC', {
  ...untilDispatched,
  waiting: async (r) =>
    next(await reply(r, ['DISPATCHED', 'ACKNOWLEDGED'], ['PRESERVED']), {
      ...onReply,
      PRESERVED: 'waiting',
      SILENT: 'decision',
    }),
  ...disclosing,
});
