import { asks, rests } from '../row.js';
import { route } from '../route.js';
import { afterwards, onReply } from './after-dispatch.js';
import { untilSent } from './before-dispatch.js';
import { keeping } from './keeping.js';

/** Expedited preservation between Parties: the requested Party orders it, and keeps it for the request that follows (C.7). */
export const expeditedPreservation = route('ART29', {
  replies: { ...onReply, PRESERVED: 'preserved', WARNING_29_6: 'warning' },
  rows: {
    ...untilSent,
    waiting: rests(['DISPATCHED', 'ACKNOWLEDGED', 'IN_EXECUTION'], 'reply', { SILENT: 'decision' }),
    warning: asks(['WARNING_29_6'], 'decision: proceed, change channel, or drop', {
      WAIT_ON: 'back',
      CONVERT: 'CONVERTED',
      WITHDRAW: 'withdrawn',
    }),
    ...afterwards,
    ...keeping,
    superseded: rests(['MLA_RECEIVED'], 'decision of the requested Party on the request for assistance', {
      RECEIVED: 'CLOSED',
      CLOSE: 'CLOSED',
      RELEASE: 'released',
      OVERDUE: 'decision',
    }),
  },
});
