import { asks, does, follows, rests } from '../row.js';
import { route } from '../route.js';
import { emergencyRecorded } from '../steps/guards.js';
import { afterwards, onReply } from './after-dispatch.js';
import { untilSentAndReviewed } from './before-dispatch.js';
import { reviewed } from './reviewed.js';

/** Emergency disclosure: answered in minutes or not at all, and reviewed afterwards whatever came of it (C.10). */
export const emergencyDisclosure = route('EDR', {
  replies: onReply,
  rows: {
    ...untilSentAndReviewed,
    waiting: rests(['DISPATCHED', 'ACKNOWLEDGED'], 'reply', {
      SILENT: 'decision',
      ASKED: 'recheck',
      END: 'ended',
    }),
    recheck: asks(['RECHECK'], 'decision: is the danger still imminent?', {
      CONFIRMED: 'back',
      END: 'ended',
    }),
    ended: follows(['ENDED'], 'letter that the danger is over', { LETTER_SENT: 'exPost' }),
    ...afterwards,
    intake: follows(['INTAKE'], 'receipt by custodian and witness', { RECEIVED: 'exPost' }),
    gaps: asks(['PARTIAL'], 'decision on the gap', {
      FOLLOW_UP: 'back',
      CONVERT: 'exPost',
      CLOSE: 'exPost',
      END: 'ended',
    }),
    decision: asks(['DECISION_DUE'], 'decision', {
      WAIT_ON: 'back',
      AGAIN: 'draft',
      CONVERT: 'exPost',
      CLOSE: 'exPost',
      END: 'ended',
      ASKED: 'recheck',
    }),
    withdrawn: follows(['WITHDRAWING'], 'letter that withdraws the request', { LETTER_SENT: 'exPost' }),
    recorded: does([], emergencyRecorded, { REVIEW_DUE: 'exPost', RECORDED: 'asMeant' }),
    ...reviewed,
  },
});
