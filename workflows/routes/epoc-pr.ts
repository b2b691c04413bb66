import { asks, rests } from '../row.js';
import { route } from '../route.js';
import { afterwards, onReply } from './after-dispatch.js';
import { untilSentWithoutForm } from './before-dispatch.js';
import { keeping } from './keeping.js';

/** European preservation order (C.13): sixty days, once thirty more (Form 6), then kept for the production order (Form 5). */
export const preservationOrder = route('EPOC_PR', {
  replies: { ...onReply, PRESERVED: 'preserved', NOT_EXECUTED: 'notExecuted' },
  rows: {
    ...untilSentWithoutForm,
    waiting: rests(['DISPATCHED', 'ACKNOWLEDGED'], 'reply', { SILENT: 'decision' }),
    notExecuted: asks(['DECISION_DUE'], 'decision on the grounds of Form 3', {
      NARROW: 'back',
      AGAIN: 'draft',
      ENFORCE: 'enforcing',
      CONVERT: 'CONVERTED',
      WITHDRAW: 'withdrawn',
    }),
    enforcing: rests(['ENFORCEMENT'], 'reply', { SILENT: 'decision', WITHDRAW: 'withdrawn' }),
    ...afterwards,
    ...keeping,
    superseded: rests(['SUPERSEDED'], 'data of the production order', {
      RECEIVED: 'CLOSED',
      CLOSE: 'CLOSED',
      RELEASE: 'released',
      OVERDUE: 'decision',
    }),
  },
});
