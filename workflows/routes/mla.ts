import { asks, does, rests } from '../row.js';
import { route } from '../route.js';
import { packetSigned } from '../steps/approval.js';
import { translation } from '../steps/translation.js';
import { afterwards, onReply } from './after-dispatch.js';
import { leaving, untilSigned } from './before-dispatch.js';

/** Mutual legal assistance: text, translation and packet are signed, then status letters until it is executed (C.12). */
export const mutualLegalAssistance = route('MLA', {
  replies: { ...onReply, POSTPONED: 'postponed', CONDITIONS: 'conditions' },
  rows: {
    ...untilSigned('translation'),
    translation: does(['TRANSLATION'], translation, {
      TRANSLATED: 'packet',
      CASE_CHANGED: 'draft',
      APPROVAL_EXPIRED: 'draft',
    }),
    packet: does(['APPROVAL'], packetSigned, {
      APPROVED: 'handOver',
      RETURNED: 'returned',
      REJECTED: 'CLOSED',
      APPROVAL_EXPIRED: 'draft',
      CASE_CHANGED: 'draft',
    }),
    ...leaving,
    waiting: rests(['DISPATCHED', 'ACKNOWLEDGED', 'IN_EXECUTION'], 'reply', {
      SILENT: 'decision',
      ASKED: 'need',
    }),
    need: asks(['RECHECK'], 'confirmation that it is still needed', {
      CONFIRMED: 'back',
      WITHDRAW: 'withdrawn',
    }),
    postponed: rests(['POSTPONED'], 'reply', { SILENT: 'decision', ASKED: 'need', WITHDRAW: 'withdrawn' }),
    conditions: asks(['CONDITIONS'], 'decision: accept, narrow, or withdraw', {
      ACCEPT: 'back',
      NARROW: 'back',
      WITHDRAW: 'withdrawn',
    }),
    ...afterwards,
  },
});
