import { asks, rests } from '../row.js';
import { route } from '../route.js';
import { afterwards, onReply } from './after-dispatch.js';
import { untilSent } from './before-dispatch.js';

/** Asks a provider to disclose of its own will, or as its law allows (C.9). */
export const voluntaryDisclosure = route('PROV_DISC', {
  replies: { ...onReply, NOTHING_FURTHER: 'decision', NOTICE_ANNOUNCED: 'notice' },
  rows: {
    ...untilSent,
    waiting: rests(['DISPATCHED', 'ACKNOWLEDGED'], 'reply', { SILENT: 'decision' }),
    notice: asks(['NOTICE_ANNOUNCED'], 'decision before the user is told', {
      CONSENT_TO_NOTICE: 'back',
      ORDER_OBTAINED: 'back',
      WITHDRAW: 'withdrawn',
      OVERDUE: 'decision',
    }),
    ...afterwards,
  },
});
