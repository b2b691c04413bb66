import { asks, does, follows, rests } from '../row.js';
import { route } from '../route.js';
import { recorded } from '../steps/guards.js';
import { afterwards, onReply } from './after-dispatch.js';
import { untilSentAndReviewed } from './before-dispatch.js';
import { keeping } from './keeping.js';
import { recordedAfterwards, reviewed } from './reviewed.js';

/**
 * Police to police: intelligence, or the request that a counterpart keeps data until a date it names (C.11). No treaty period
 * stands behind it: when what was named or assumed ends, the counterpart is asked again.
 */
export const policeToPolice = route('P2P', {
  replies: { ...onReply, PRESERVED: 'preserved', NEEDS_MLA: 'needsMla' },
  rows: {
    ...untilSentAndReviewed,
    waiting: rests(['DISPATCHED', 'ACKNOWLEDGED'], 'reply', { SILENT: 'decision' }),
    needsMla: asks(['DECISION_DUE'], 'decision: assistance instead', {
      CONVERT: 'recorded',
      CLOSE: 'recorded',
    }),
    ...afterwards,
    ...recordedAfterwards,
    decision: asks(['DECISION_DUE'], 'decision', {
      WAIT_ON: 'back',
      AGAIN: 'draft',
      CONVERT: 'recorded',
      CLOSE: 'recorded',
    }),
    ...keeping,
    preserved: rests(['PRESERVED'], 'the step that follows', {
      SERVED: 'superseded',
      RENEW: 'renewal',
      RELEASE: 'released',
      LAPSED: 'renewing',
    }),
    renewing: asks(['RENEWAL_ASKED'], 'date until which the data are kept', { SILENT: 'lapsed' }),
    withdrawn: follows(['WITHDRAWING'], 'message that withdraws the request', { LETTER_SENT: 'recorded' }),
    recorded: does([], recorded, { REVIEW_DUE: 'exPost', RECORDED: 'asMeant' }),
    ...reviewed,
  },
});
