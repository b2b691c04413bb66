import { asks, follows } from '../row.js';
import { route } from '../route.js';
import { untilSignedWithoutForm } from './before-dispatch.js';

/** Rows of the routes that need no request abroad (C.5): signed, collected, received by two persons. */
const short = {
  ...untilSignedWithoutForm('collecting'),
  collecting: follows(['IN_EXECUTION'], 'receipt by custodian and witness', {
    RECEIVED: 'CLOSED',
    OVERDUE: 'decision',
  }),
  decision: asks(['DECISION_DUE'], 'decision', {
    WAIT_ON: 'collecting',
    CONVERT: 'CONVERTED',
    CLOSE: 'CLOSED',
  }),
} as const;

/** What anybody can see, captured so that a court can follow it. */
export const openSources = route('OSINT', { rows: short });

/** What a person hands over of his or her own will; consent withdrawn stops it at once, and the prosecutor decides on the rest. */
export const consent = route('CONSENT', {
  rows: {
    ...short,
    collecting: follows(['IN_EXECUTION'], 'receipt by custodian and witness', {
      RECEIVED: 'CLOSED',
      CONSENT_WITHDRAWN: 'stopped',
      OVERDUE: 'decision',
    }),
    decision: asks(['DECISION_DUE'], 'decision', {
      WAIT_ON: 'collecting',
      CONVERT: 'CONVERTED',
      CLOSE: 'CLOSED',
      CONSENT_WITHDRAWN: 'stopped',
    }),
    stopped: follows(['CONSENT_WITHDRAWN'], 'decision of the prosecutor on what was obtained', {
      CONVERT: 'CONVERTED',
      CLOSE: 'CLOSED',
    }),
  },
});

/** What the domestic procedure yields; the item abroad waits for it. */
export const domestic = route('DOMESTIC', {
  rows: {
    ...short,
    collecting: follows(['WAITING_DOMESTIC'], 'receipt by custodian and witness', {
      RECEIVED: 'CLOSED',
      OVERDUE: 'decision',
    }),
  },
});
