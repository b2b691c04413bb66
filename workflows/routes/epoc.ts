import { asks, does, follows, rests } from '../row.js';
import { route } from '../route.js';
import { orderRecorded } from '../steps/guards.js';
import { afterwards, onReply } from './after-dispatch.js';
import { untilSentAndReviewedWithoutForm } from './before-dispatch.js';
import { recordedAfterwards, reviewed } from './reviewed.js';

/** European production order (C.13): data by day 10 or hour 8; objection, non-execution and enforcement on the way. */
export const productionOrder = route('EPOC', {
  replies: { ...onReply, NOT_EXECUTED: 'notExecuted', OBJECTION: 'objection' },
  rows: {
    ...untilSentAndReviewedWithoutForm,
    waiting: rests(['DISPATCHED', 'ACKNOWLEDGED'], 'reply', { SILENT: 'decision' }),
    notExecuted: asks(['DECISION_DUE'], 'decision on the grounds of Form 3', {
      NARROW: 'back',
      AGAIN: 'draft',
      ENFORCE: 'enforcing',
      CONVERT: 'recorded',
      WITHDRAW: 'withdrawn',
    }),
    objection: asks(['OBJECTION'], 'decision on the objection of the enforcing authority', {
      NARROW: 'back',
      CONVERT: 'recorded',
      WITHDRAW: 'withdrawn',
    }),
    enforcing: rests(['ENFORCEMENT'], 'reply', { SILENT: 'decision', WITHDRAW: 'withdrawn' }),
    ...afterwards,
    ...recordedAfterwards,
    decision: asks(['DECISION_DUE'], 'decision', {
      WAIT_ON: 'back',
      AGAIN: 'draft',
      ENFORCE: 'enforcing',
      CONVERT: 'recorded',
      CLOSE: 'recorded',
    }),
    withdrawn: follows(['WITHDRAWING'], 'notice that the order is withdrawn', { LETTER_SENT: 'recorded' }),
    recorded: does([], orderRecorded, { REVIEW_DUE: 'exPost', RECORDED: 'asMeant' }),
    ...reviewed,
  },
});
