import { rests } from '../row.js';
import { route } from '../route.js';
import { afterwards, onReply } from './after-dispatch.js';
import { untilSent } from './before-dispatch.js';
import { keeping } from './keeping.js';

/** Asks a provider directly to keep data until another step has taken over (specification C.6). */
export const providerPreservation = route('PROV_PRES', {
  replies: { ...onReply, PRESERVED: 'preserved' },
  rows: {
    ...untilSent,
    waiting: rests(['DISPATCHED', 'ACKNOWLEDGED'], 'reply', { SILENT: 'decision' }),
    ...afterwards,
    ...keeping,
  },
});
